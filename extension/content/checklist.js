/** @file The rows of the checklist: what the reply lacks first, then what it has, each with the words that prove it. */

import { virtueWords } from '../shared/messages.js';

/** @typedef {import('../shared/messages.js').Words} Words */
/** @typedef {import('../shared/review.js').ChecklistRow} ChecklistRow */
/** @typedef {import('./element.js').Make} Make */
/** @typedef {import('./panel.js').PanelActions} PanelActions */

const STATUS = /** @type {const} */ ({
  met: ['✓', 'statusMet'],
  weak: ['◐', 'statusWeak'],
  missing: ['○', 'statusMissing'],
  'not-due': ['', 'statusMet'],
});
/**
 * @param {Make} make
 * @param {Words} words
 * @param {readonly ChecklistRow[]} rows
 * @param {PanelActions} actions
 * @returns {HTMLElement[]}
 */
export function checklist(make, words, rows, actions) {
  const due = rows.filter((row) => row.status !== 'not-due');
  const shown = (/** @type {boolean} */ met) =>
    due.filter((row) => (row.status === 'met') === met).map((row) => rowOf(make, words, row, actions));
  return [
    ...section(make, words('panelLacks'), shown(false)),
    ...section(make, words('panelHas'), shown(true)),
  ];
}

/**
 * @param {Make} make
 * @param {string} title
 * @param {HTMLElement[]} rows
 * @returns {HTMLElement[]}
 */
function section(make, title, rows) {
  return rows.length ? [make('h3', {}, title), make('ul', {}, ...rows)] : [];
}

/**
 * @param {Make} make
 * @param {Words} words
 * @param {ChecklistRow} row
 * @param {PanelActions} actions
 */
function rowOf(make, words, row, actions) {
  const [glyph, key] = STATUS[row.status];
  const hint = row.status !== 'met' && row.hints[0];
  const shows = row.evidence.length > 0 && {
    tabIndex: 0,
    onpointerenter: () => actions.showEvidence(row),
    onpointerleave: () => actions.showEvidence(null),
    onfocus: () => actions.showEvidence(row),
    onblur: () => actions.showEvidence(null),
  };
  return make(
    'li',
    { className: `row ${row.status}`, ...shows },
    make('span', { className: 'mark', role: 'img', 'aria-label': words(key) }, glyph),
    make('span', {}, virtueWords(words, row.virtue)),
    row.status !== 'met' && make('p', {}, row.message),
    hint && make('p', { className: 'hint' }, `“${hint}”`),
  );
}
