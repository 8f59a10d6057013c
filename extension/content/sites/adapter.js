/** @file Makes a site out of data; a selector that no longer fits only loses what it was for. */

import { GENERIC, QUOTED } from '../site.js';
import { read } from '../text.js';

/** @typedef {import('../site.js').Site} Site */
/** @typedef {import('../../shared/review.js').Turn} Turn */
/** @typedef {import('../../shared/review.js').Channel} Channel */

/**
 * @typedef {object} SiteData
 * @property {string} id
 * @property {string[]} hosts each covers its subdomains too
 * @property {Channel} [channel]
 * @property {string} [never] fields, or ancestors of fields, never attended to
 * @property {string} [excluded] beside what is quoted in any mail program
 * @property {string} [composer] nearest ancestor that holds the field, its switches and its Send button
 * @property {string} [internal] the field's ancestor, or something in the composer, that marks an internal note
 * @property {string} [send] Send buttons in the composer
 * @property {string} [message] one message of the thread
 * @property {string} [body] its words, inside the message
 * @property {(message: Element) => Turn['role'] | null} [role] who wrote it; null leaves the message out
 */

const TURNS = 10;
const LONGEST = 4_000;

/** @param {SiteData} data @returns {Readonly<Site>} */
export function adapt(data) {
  return Object.freeze({
    id: data.id,
    channel: data.channel,
    excluded: data.excluded ? `${QUOTED}, ${data.excluded}` : QUOTED,
    checks: (field) => !data.never || !field.closest(data.never),
    internal: (field) => isInternal(data, field),
    conversation: (field) => turns(data, field),
    sendButtons: (field) => (data.send ? within(composerOf(data, field), data.send) : []),
  });
}

/** @param {SiteData} data @param {Element} field */
function composerOf(data, field) {
  return (data.composer && field.closest(data.composer)) || null;
}

/** @param {Element | null} composer @param {string} selector */
function within(composer, selector) {
  return composer ? [...composer.querySelectorAll(selector)] : [];
}

/** @param {SiteData} data @param {Element} field */
function isInternal(data, field) {
  if (!data.internal) return false;
  return field.closest(data.internal) !== null || within(composerOf(data, field), data.internal).length > 0;
}

/**
 * @param {SiteData} data
 * @param {Element} field
 * @returns {Turn[]} the last messages on the page, oldest first
 */
function turns({ message, body, role }, field) {
  if (!message || !role) return GENERIC.conversation(field);
  const messages = [...field.ownerDocument.querySelectorAll(message)].filter((each) => !each.contains(field));
  return messages.slice(-TURNS).flatMap((each) => {
    const who = role(each);
    const words =
      who &&
      read((body && each.querySelector(body)) || each, QUOTED)
        .text.trim()
        .slice(0, LONGEST);
    return who && words ? [{ role: who, text: words }] : [];
  });
}
