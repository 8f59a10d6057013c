/** @file Intercom's inbox: ProseMirror, replies and notes. */

/** @typedef {import('./adapter.js').SiteData} SiteData */

/** @type {SiteData} */
export const intercom = {
  id: 'intercom',
  hosts: ['intercom.com'],
  channel: 'chat',
  never: '[role="search"], [role="combobox"], [data-inbox-sidebar]',
  composer: '.inbox2__conversation-composer, .composer-inbox, form',
  internal: '.o__note, .composer-inbox__note, [data-composer-mode="note"]',
  send: '[data-intercom-target="send-button"], .inbox2__send-button, button[type="submit"]',
  message: '.inbox2__conversation-part, [data-part-group-id]',
  body: '.inbox2__conversation-part-body, .o__user-content',
  role: (message) => {
    if (message.matches('.o__note, [data-part-type="note"]')) return null;
    return message.matches('.o__user-part, [data-part-author="user"]') ? 'customer' : 'agent';
  },
};
