/** @file Front: replies and comments on a shared inbox. */

/** @typedef {import('./adapter.js').SiteData} SiteData */

/** @type {SiteData} */
export const front = {
  id: 'front',
  hosts: ['frontapp.com'],
  channel: 'email',
  never: '[role="search"], [role="combobox"]',
  excluded: '.front-signature, .front-blockquote, [data-front-quote]',
  composer: '[class*="composer" i], form',
  internal: '[class*="commentComposer" i], [data-testid="comment-composer"]',
  send: '[data-testid="send-button"], button[aria-label^="Send"]',
  message: '[data-testid="message"], article[class*="message" i]',
  body: '[data-testid="message-body"], [class*="messageBody" i]',
  role: (message) =>
    message.matches('[data-inbound="false"], [class*="outbound" i]') ? 'agent' : 'customer',
};
