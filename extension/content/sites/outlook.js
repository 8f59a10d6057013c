/** @file Outlook on the web. */

/** @typedef {import('./adapter.js').SiteData} SiteData */

/** @type {SiteData} */
export const outlook = {
  id: 'outlook',
  hosts: ['outlook.live.com', 'outlook.office.com', 'outlook.office365.com', 'outlook.cloud.microsoft'],
  channel: 'email',
  never:
    '[role="search"], [role="combobox"], input[type="text"], [id^="docking_InitVisiblePart"] [role="listbox"]',
  excluded: '#mail-editor-reference-message-container, [id^="x_divRplyFwdMsg"], #ms-outlook-mobile-signature',
  composer:
    '[data-app-section="ConversationContainer"] [role="region"], #ReadingPaneContainerId, [role="dialog"]',
  send: 'button[title^="Send"], button[aria-label="Send"], .ms-Button--primary',
  message: '[data-app-section="ItemContainer"], [role="listitem"][aria-label*="message" i]',
  body: '[id^="UniqueMessageBody"], [role="document"]',
  role: (message) =>
    message.querySelector('[data-own-message], [aria-label="From: You"]') ? 'agent' : 'customer',
};
