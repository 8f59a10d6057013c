/** @file What the agent does not want to see again; one key each, so that two machines never overwrite one another. */

import { readAll, write } from './storage.js';

/** @typedef {import('../shared/view.js').Ignored} Ignored */

const PREFIX = 'ignored ';

/** What each scope keeps, and nothing else. @type {{ [scope: string]: readonly (keyof Ignored)[] }} */
const PARTS = {
  phrase: ['scope', 'rule', 'phrase'],
  rule: ['scope', 'rule'],
  site: ['scope', 'rule', 'host'],
  alike: ['scope', 'rule', 'likeness', 'host', 'title', 'date'],
};
/** What the service takes; anything else would have every check on that site refused. */
const RULE = /^\S{1,200}$/;
const LIKENESS = /^[\w+/=-]{16,200}$/;
const DATE = /^\d{4}-\d\d-\d\d$/;

/** @param {Ignored} item */
const keyOf = ({ scope, rule = '', phrase = '', host = '', likeness = '' }) =>
  PREFIX + JSON.stringify([scope, rule, scope === 'alike' ? likeness : phrase, host]);

/** Fingerprints of sentences stay on this machine. @param {Ignored} item */
const areaOf = ({ scope }) => (scope === 'alike' ? 'local' : 'sync');

/**
 * @param {unknown} value
 * @returns {value is Ignored}
 */
export function isIgnored(value) {
  if (typeof value !== 'object' || value === null || !('scope' in value)) return false;
  const { scope, ...rest } = value;
  return (
    Object.keys(PARTS).includes(/** @type {string} */ (scope)) &&
    Object.values(rest).every((part) => typeof part === 'string' && part.length <= 300) &&
    (scope !== 'alike' || isComplete(rest))
  );
}

/** @param {Partial<Ignored>} alike */
function isComplete({ rule = '', host = '', likeness = '', date = '' }) {
  return RULE.test(rule) && host !== '' && LIKENESS.test(likeness) && DATE.test(date);
}

/** @returns {Promise<Ignored[]>} */
export async function readIgnored() {
  const [synced, local] = await Promise.all([readAll('sync', PREFIX), readAll('local', PREFIX)]);
  return [...Object.values(synced), ...Object.values(local)].filter(isIgnored);
}

/** @param {unknown} item */
export async function addIgnored(item) {
  if (!isIgnored(item)) return;
  const parts = PARTS[item.scope]?.filter((part) => item[part] !== undefined) ?? [];
  const kept = /** @type {Ignored} */ (Object.fromEntries(parts.map((part) => [part, item[part]])));
  await write(areaOf(kept), keyOf(kept), kept);
}

/** @param {Ignored} item */
export function removeIgnored(item) {
  return write(areaOf(item), keyOf(item), undefined);
}
