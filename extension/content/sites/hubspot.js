/** @file HubSpot's conversations inbox and help desk: replies and comments. */

/** @typedef {import('./adapter.js').SiteData} SiteData */

/** @type {SiteData} */
export const hubspot = {
  id: 'hubspot',
  hosts: ['hubspot.com'],
  channel: 'ticket',
  never: '[role="search"], [role="combobox"], [data-test-id="subject-line-input"]',
  excluded: '.hs_signature, [data-hs-signature], .hs_reply',
  composer: '[data-test-id="reply-editor"], [data-test-id="composer"], form',
  internal: '[data-test-id="comment-editor"], [data-composer-type="COMMENT"]',
  send: '[data-test-id="send-button"], button[type="submit"]',
  message: '[data-test-id="thread-message"], [data-message-id]',
  body: '[data-test-id="message-body"], [data-test-id="message-text"]',
  role: (message) => (message.matches('[data-direction="OUTGOING"], .outgoing') ? 'agent' : 'customer'),
};
