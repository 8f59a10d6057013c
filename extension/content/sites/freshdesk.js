/** @file Freshdesk: Froala, replies, forwards and private notes. */

/** @typedef {import('./adapter.js').SiteData} SiteData */

/** @type {SiteData} */
export const freshdesk = {
  id: 'freshdesk',
  hosts: ['freshdesk.com'],
  channel: 'ticket',
  never: '[role="search"], [role="combobox"], .ticket-properties',
  excluded: '.freshdesk_quote, .quoted_text, [data-quote]',
  composer: '.reply-editor, .editor-container, .note-editor, form',
  internal: '.note-editor, [data-test-id="private-note"], .private-note-editor',
  send: '[data-test-email-action="send"], .send-button, button[type="submit"]',
  message: '.ticket-conversation, .conversation-item',
  body: '.ticket-details__content, .conversation-body',
  role: (message) => {
    if (message.matches('.private-note, [data-type="note"]')) return null;
    return message.matches('.incoming, [data-direction="incoming"]') ? 'customer' : 'agent';
  },
};
