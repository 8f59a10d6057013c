/** @file The list of what the agent does not want to see again. */

import { button, element } from '../shared/elements.js';
import { word } from '../shared/words.js';

/** @typedef {import('../shared/view.js').Ignored} Ignored */

/** @param {Ignored} item @returns {string} */
function describe({ scope, rule = '', phrase = '', host = '', title = '', date = '' }) {
  if (scope === 'alike') return word('ignored_alike', host, title || rule, inWords(date));
  if (scope === 'phrase') return word('ignored_phrase', phrase);
  if (scope === 'rule') return word('ignored_rule', rule);
  return rule ? word('ignored_site_rule', rule, host) : word('ignored_site', host);
}

/** @param {string} date 2026-11-22 */
function inWords(date) {
  return new Date(date).toLocaleDateString(word('language'), { dateStyle: 'medium', timeZone: 'UTC' });
}

/** @param {...(Node | string)} parts */
function row(...parts) {
  const made = document.createElement('li');
  made.append(...parts);
  return made;
}

/** @param {Ignored[]} items @param {(item: Ignored) => void} remove */
export function showIgnored(items, remove) {
  const rows = items.map((item) => {
    const text = describe(item);
    return row(
      text,
      button(word('remove'), word('remove_what', text), () => remove(item)),
    );
  });
  element('ignored-alike', HTMLElement).hidden = !items.some(({ scope }) => scope === 'alike');
  element('ignored', HTMLElement).replaceChildren(...(rows.length > 0 ? rows : [row(word('ignored_none'))]));
}
