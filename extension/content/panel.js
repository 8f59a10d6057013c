/** @file The checklist of a reply: score, what it has and lacks, the customer's mood, approved lines, a tone gauge. */

import { faultWords, stateWords } from '../shared/messages.js';
import { checklist } from './checklist.js';
import { maker } from './element.js';

/** @typedef {import('../shared/messages.js').Words} Words */
/** @typedef {import('./element.js').Make} Make */
/** @typedef {import('../shared/review.js').Review} Review */
/** @typedef {import('../shared/review.js').ChecklistRow} ChecklistRow */
/** @typedef {import('../shared/protocol.js').State} State */
/** @typedef {{ review: Review | null, state: State, faults: number, paused: boolean, blank: boolean }} Snapshot */

/**
 * @typedef {object} PanelActions
 * @property {(row: ChecklistRow | null) => void} showEvidence
 * @property {() => void} goToFirst
 * @property {(line: string) => void} insert
 */

const MOODS = /** @type {const} */ ({
  calm: 'moodCalm',
  upset: 'moodUpset',
  abusive: 'moodAbusive',
  satisfied: 'moodSatisfied',
  unknown: 'moodUnknown',
});

/**
 * @param {Review} review
 * @returns {'high' | 'middle' | 'low'}
 */
export function levelOf({ score }) {
  const share = score.value / (score.max || 100);
  if (share >= 0.8) return 'high';
  return share >= 0.55 ? 'middle' : 'low';
}

/**
 * @param {Snapshot} one
 * @param {Snapshot | null} other
 */
export function sameSnapshot(one, other) {
  return (
    other !== null &&
    one.review === other.review &&
    one.state === other.state &&
    one.faults === other.faults &&
    one.paused === other.paused &&
    one.blank === other.blank
  );
}

/**
 * What the panel shows for a snapshot.
 *
 * @param {Document} document
 * @param {Words} words
 * @param {Snapshot} snapshot
 * @param {PanelActions} actions
 * @returns {HTMLElement[]}
 */
export function panelContent(document, words, snapshot, actions) {
  const { review, state, blank } = snapshot;
  const make = maker(document);
  const heading = make('h2', {}, words('panelTitle'));
  if (!review || (blank && !review.boundary)) {
    return [
      make('div', { className: 'top' }, heading),
      make('p', { className: 'empty' }, emptyWords(words, state)),
    ];
  }
  return [
    ...score(make, words, heading, review),
    counts(make, words, snapshot, actions),
    ...(review.boundary ? [boundary(make, words, review.boundary, actions)] : []),
    ...checklist(make, words, review.checklist, actions),
    facts(make, words, review),
    ...points(make, words, review),
  ];
}

/**
 * @param {Words} words
 * @param {State} state
 */
function emptyWords(words, state) {
  return ['ok', 'starting'].includes(state) ? words('panelEmpty') : stateWords(words, state);
}

/**
 * @param {Make} make
 * @param {Words} words
 * @param {HTMLElement} heading
 * @param {Review} review
 */
function score(make, words, heading, review) {
  const { value, max } = review.score;
  const bar = make('i', {});
  bar.style.inlineSize = `${(100 * value) / (max || 100)}%`;
  const small = make('small', {}, ` / ${max}`);
  const shown = make(
    'span',
    { className: 'value', 'aria-label': words('panelScore', value, max), role: 'img' },
    String(value),
    small,
  );
  return [
    make('div', { className: 'top' }, heading, shown),
    make('div', { className: 'meter', 'aria-hidden': 'true', 'data-level': levelOf(review) }, bar),
  ];
}

/**
 * @param {Make} make
 * @param {Words} words
 * @param {Snapshot} snapshot
 * @param {PanelActions} actions
 */
function counts(make, words, { faults, state }, actions) {
  const told = state === 'ok' ? faultWords(words, faults) : stateWords(words, state);
  const go =
    faults > 0 && make('button', { type: 'button', onclick: actions.goToFirst }, words('panelFirst'));
  return make('p', { className: 'counts' }, make('span', {}, told), go);
}

/**
 * @param {Make} make
 * @param {Words} words
 * @param {Review} review
 */
function facts(make, words, { customer, tone }) {
  const knob = make('i', {});
  knob.style.insetInlineStart = `${50 + 50 * Math.max(-1, Math.min(1, tone.polarity))}%`;
  const label = `${words('panelToneCold')} – ${words('panelToneWarm')}: ${tone.polarity.toFixed(1)}`;
  const gauge = make('div', { className: 'gauge', role: 'img', 'aria-label': label, title: label }, knob);
  return make(
    'dl',
    { className: 'facts' },
    make('dt', {}, words('panelCustomer')),
    make('dd', {}, words(MOODS[customer.mood])),
    make('dt', {}, words('panelTone')),
    make('dd', {}, gauge),
  );
}

/**
 * @param {Make} make
 * @param {Words} words
 * @param {Review} review
 * @returns {HTMLElement[]}
 */
function points(make, words, { score: { parts } }) {
  if (!parts.length) return [];
  const rows = parts.map(({ reason, points: lost }) =>
    make('li', {}, make('span', {}, reason), make('span', {}, String(lost).replace('-', '−'))),
  );
  return [
    make(
      'details',
      {},
      make('summary', {}, words('panelPoints')),
      make('ul', { className: 'points' }, ...rows),
    ),
  ];
}

/**
 * @param {Make} make
 * @param {Words} words
 * @param {import('../shared/review.js').Boundary} boundary
 * @param {PanelActions} actions
 */
function boundary(make, words, { title, message, lines, exit, support }, actions) {
  const line = (/** @type {string} */ text) =>
    make(
      'button',
      { type: 'button', onclick: () => actions.insert(text), 'aria-label': words('panelLine', text) },
      text,
    );
  return make(
    'div',
    { className: 'boundary', role: 'group', 'aria-label': title },
    make('strong', {}, title),
    make('p', {}, message),
    lines.length > 0 && make('span', {}, words('panelLines')),
    ...lines.map(line),
    exit && make('span', {}, words('panelExit')),
    exit && line(exit),
    support && make('p', {}, support),
  );
}
