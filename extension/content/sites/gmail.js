/** @file Gmail: pop-up, inline and full-screen compose. */

/** @typedef {import('./adapter.js').SiteData} SiteData */

/** The address of the account, which Gmail names in the label of its account button. @param {Document} page */
function ownAddress(page) {
  const label = page
    .querySelector('a[aria-label*="@"][href*="accounts.google.com"]')
    ?.getAttribute('aria-label');
  return label?.match(/[^\s()]+@[^\s()]+/)?.[0].toLowerCase() ?? '';
}

/** @type {SiteData} */
export const gmail = {
  id: 'gmail',
  hosts: ['mail.google.com'],
  channel: 'email',
  never: '[role="search"], [name="subjectbox"], [name="to"], [name="cc"], [name="bcc"], [role="combobox"]',
  excluded: '.gmail_extra, .gmail_quote_container, .gmail_signature_prefix',
  composer: '.M9, .AD, .aoI, [role="dialog"]',
  send: '.aoO, [role="button"][data-tooltip*="Enter"], [role="button"][aria-label*="Enter"]',
  message: '.adn.ads, [data-message-id]:not([data-message-id] *)',
  body: '.a3s',
  role: (message) => {
    const sender = message.querySelector('.gD[email], [email]')?.getAttribute('email')?.toLowerCase();
    if (!sender) return null;
    return sender === ownAddress(message.ownerDocument) ? 'agent' : 'customer';
  },
};
