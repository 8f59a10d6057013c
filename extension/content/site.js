/** @file What a site adapter tells the generic engine; the generic one knows nothing of the page. */

/** @typedef {import('../shared/review.js').Turn} Turn */
/** @typedef {import('../shared/review.js').Channel} Channel */

/**
 * @typedef {object} Site
 * @property {string} id
 * @property {Channel | undefined} channel
 * @property {string} excluded selector: parts inside a field that are not the agent's words; '' means none
 * @property {(field: Element) => boolean} checks false: never attach here
 * @property {(field: Element) => boolean} internal true: an internal note now, stay silent; asked at each check
 * @property {(field: Element) => Turn[]} conversation the thread around the field, oldest first
 * @property {(field: Element) => Element[]} sendButtons
 */

/** Parts that are not the agent's own words in any mail program. */
export const QUOTED =
  'blockquote, .gmail_quote, .gmail_signature, .gmail_attr, #divRplyFwdMsg, #divRplyFwdMsg ~ *, #appendonsend ~ *, #Signature, .moz-cite-prefix, .yahoo_quoted, .signature, .zendesk-signature, [data-signature]';

/**
 * @param {Site} site
 * @param {Element} field
 * @param {string} text
 * @returns {import('../shared/review.js').CheckRequest} what the site knows around the text
 */
export function requestFor(site, field, text) {
  const { channel } = site;
  return {
    text,
    offsets: 'utf-16',
    conversation: site.conversation(field),
    ...(channel && { channel }),
  };
}

/** @type {Readonly<Site>} */
export const GENERIC = Object.freeze({
  id: 'generic',
  channel: undefined,
  excluded: QUOTED,
  checks: () => true,
  internal: () => false,
  conversation: () => [],
  sendButtons: () => [],
});
