/** @file What the agent does not want to see again; one synced key each, so that two machines never overwrite one another. */

import { readAll, write } from './storage.js';

/** @typedef {import('../shared/view.js').Ignored} Ignored */

const PREFIX = 'ignored ';
const SCOPES = ['phrase', 'rule', 'site'];

/** @param {Ignored} item */
const keyOf = ({ scope, rule = '', phrase = '', host = '' }) =>
  PREFIX + JSON.stringify([scope, rule, phrase, host]);

/**
 * @param {unknown} value
 * @returns {value is Ignored}
 */
export function isIgnored(value) {
  if (typeof value !== 'object' || value === null || !('scope' in value)) return false;
  const { scope, ...rest } = value;
  return (
    SCOPES.includes(/** @type {string} */ (scope)) &&
    Object.values(rest).every((part) => typeof part === 'string' && part.length <= 300)
  );
}

/** @returns {Promise<Ignored[]>} */
export async function readIgnored() {
  return Object.values(await readAll('sync', PREFIX)).filter(isIgnored);
}

/** @param {unknown} item */
export async function addIgnored(item) {
  if (!isIgnored(item)) return;
  const { scope, rule, phrase, host } = item;
  await write('sync', keyOf(item), JSON.parse(JSON.stringify({ scope, rule, phrase, host })));
}

/** @param {Ignored} item */
export function removeIgnored(item) {
  return write('sync', keyOf(item), undefined);
}
