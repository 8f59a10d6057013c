/** @file Zendesk's agent workspace: CKEditor 5, public replies and internal notes. */

/** @typedef {import('./adapter.js').SiteData} SiteData */

/** @type {SiteData} */
export const zendesk = {
  id: 'zendesk',
  hosts: ['zendesk.com'],
  channel: 'ticket',
  never:
    '[role="search"], [role="combobox"], [data-test-id="omni-header-subject"], [data-test-id^="ticket-fields"]',
  excluded: '.zendesk-signature, [data-signature="true"]',
  composer: '[data-test-id="omnicomposer"], .comment_input, form',
  internal:
    '.is-internal, [data-test-id="omnicomposer-internal"], [data-channel="internal"][aria-pressed="true"]',
  send: '[data-test-id="submit_button-button"], button[type="submit"]',
  message: '[data-test-id="omni-log-comment-item"], .event.is-public',
  body: '[data-test-id="omni-log-message-content"], .zd-comment',
  role: (message) => {
    if (message.matches('.is-internal, [type="internal-note"]')) return null;
    return message.matches('[type="end-user"], .is-end-user') ? 'customer' : 'agent';
  },
};
