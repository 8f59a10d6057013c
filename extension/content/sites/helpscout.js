/** @file Help Scout: replies and notes. */

/** @typedef {import('./adapter.js').SiteData} SiteData */

/** @type {SiteData} */
export const helpscout = {
  id: 'helpscout',
  hosts: ['helpscout.net'],
  channel: 'email',
  never: '[role="search"], [role="combobox"]',
  excluded: '.hs-signature, [data-hs-signature]',
  composer: '.c-editor-wrapper, #editor-container, form',
  internal: '.is-note, [data-editor-type="note"]',
  send: '[data-cy="send-button"], button[type="submit"]',
  message: '.c-thread, [data-cy="thread"]',
  body: '.c-thread__body, [data-cy="thread-body"]',
  role: (message) => {
    if (message.matches('.is-note, [data-thread-type="note"]')) return null;
    return message.matches('.is-customer, [data-thread-type="customer"]') ? 'customer' : 'agent';
  },
};
