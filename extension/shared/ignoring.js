/** @file Which faults the agent chose not to see; the list itself is stored by whoever asks. */

/** @typedef {import('./review.js').Match} Match */
/** @typedef {import('./view.js').Ignored} Ignored */
/** @typedef {import('./view.js').View} View */
/** @typedef {Ignored['scope']} Scope */
/** @typedef {{ view: View, here: ReadonlySet<string>, host: string }} Choices `here`: keys of what is ignored in this message */

import { SEVERITIES } from './review.js';

/** So many fingerprints a check may carry; the newest are kept. */
const MOST_ALIKE = 500;

/**
 * One spelling for phrases that read the same.
 *
 * @param {string} phrase
 */
export function fold(phrase) {
  return phrase.normalize('NFKC').replaceAll('’', "'").replace(/\s+/gu, ' ').trim().toLowerCase();
}

/**
 * Names a fault within one message, whatever becomes of the sentence around it.
 *
 * @param {string} rule full id
 * @param {string} phrase
 */
export function keyOf(rule, phrase) {
  return `${rule} ${fold(phrase)}`;
}

/**
 * The matches to show: heavy enough and not ignored, in reading order.
 *
 * @param {readonly Match[]} matches
 * @param {string} text as sent
 * @param {Choices} choices
 * @returns {Match[]}
 */
export function shown(matches, text, choices) {
  const lightest = SEVERITIES.indexOf(choices.view.severity);
  return matches
    .filter((match) => SEVERITIES.indexOf(match.severity) <= lightest && !isIgnored(match, text, choices))
    .sort((one, other) => one.offset - other.offset);
}

/**
 * @param {Match} match
 * @param {string} text as sent
 * @param {Choices} choices
 */
export function isIgnored(match, text, choices) {
  const phrase = fold(text.slice(match.offset, match.offset + match.length));
  if (choices.here.has(keyOf(match.rule.id, phrase))) return true;
  return choices.view.ignored.some((item) => covers(item, match, phrase, choices.host));
}

/**
 * What to remember when the agent ignores a fault beyond this message.
 *
 * @param {Scope} scope
 * @param {Match} match
 * @param {string} phrase the marked words
 * @param {string} host
 * @returns {Ignored}
 */
export function itemOf(scope, match, phrase, host) {
  const rule = match.rule.id;
  if (scope === 'rule') return { scope, rule };
  if (scope === 'site') return { scope, host, rule };
  if (scope === 'phrase') return { scope, rule, phrase: fold(phrase) };
  // Swedish writes the local date as ISO does.
  const date = new Date().toLocaleDateString('sv');
  return { scope, host, rule, likeness: match.likeness ?? '', title: match.shortMessage, date };
}

/**
 * What a check on a site says of ignored sentences: only the service can tell which others are like them.
 *
 * @param {readonly Ignored[]} items
 * @param {string} host
 * @returns {{ rule: string, likeness: string }[]}
 */
export function alikeOn(items, host) {
  return items
    .filter((item) => item.scope === 'alike' && item.host === host)
    .sort((one, other) => (one.date ?? '').localeCompare(other.date ?? ''))
    .slice(-MOST_ALIKE)
    .map(({ rule = '', likeness = '' }) => ({ rule, likeness }));
}

/**
 * @param {Ignored} item
 * @param {Match} match
 * @param {string} phrase folded
 * @param {string} host
 */
function covers(item, match, phrase, host) {
  const rule = match.rule.id;
  if (item.scope === 'alike')
    return item.host === host && item.rule === rule && item.likeness === match.likeness;
  if (item.scope === 'site') return item.host === host && (!item.rule || item.rule === rule);
  if (item.scope === 'rule') return item.rule === rule;
  return item.phrase === phrase && (!item.rule || item.rule === rule);
}

/**
 * Adds an item unless it is there already.
 *
 * @param {readonly Ignored[]} list
 * @param {Ignored} item
 * @returns {Ignored[]}
 */
export function remember(list, item) {
  return [...forget(list, item), item];
}

/**
 * @param {readonly Ignored[]} list
 * @param {Ignored} item
 * @returns {Ignored[]}
 */
export function forget(list, item) {
  return list.filter((other) => nameOf(other) !== nameOf(item));
}

/** @param {Ignored} item */
function nameOf(item) {
  return JSON.stringify([
    item.scope,
    item.rule ?? '',
    item.phrase ?? '',
    item.host ?? '',
    item.likeness ?? '',
  ]);
}
