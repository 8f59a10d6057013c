/** @file What the panel says about a reply. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { panelContent } from '../../../extension/content/panel.js';
import { reminderLines } from '../../../extension/content/reminder.js';
import { ENGLISH, wordsFrom } from '../../../extension/shared/messages.js';
import { matchOf, reviewOf } from '../matches.js';
import { pageOf } from './page.js';

const words = wordsFrom(ENGLISH);
/** @type {import('../../../extension/shared/review.js').ChecklistRow[]} */
const checklist = [
  {
    guideline: 'apologise',
    virtue: 'apology',
    status: 'missing',
    message: 'No sorry yet.',
    hints: ['I’m sorry.'],
    evidence: [],
  },
  {
    guideline: 'own-it',
    virtue: 'ownership',
    status: 'met',
    message: '',
    hints: [],
    evidence: [{ offset: 0, length: 3 }],
  },
  { guideline: 'thank', virtue: 'thanks', status: 'not-due', message: 'No thanks.', hints: [], evidence: [] },
];

/** @param {Partial<import('../../../extension/content/panel.js').Snapshot>} part @param {object} [actions] */
function shown(part, actions = {}) {
  const page = pageOf('');
  const nothing = { showEvidence: () => {}, goToFirst: () => {}, insert: () => {}, ...actions };
  page.body.append(
    ...panelContent(
      page,
      words,
      { review: null, state: 'ok', faults: 0, paused: false, blank: false, ...part },
      nothing,
    ),
  );
  return page.body;
}

test('lists what is missing with a hint, what is there, and not what is not due', () => {
  const text = shown({ review: reviewOf({ checklist }) }).textContent ?? '';
  assert.match(text, /What would help○A real apologyNo sorry yet\.“I’m sorry\.”/);
  assert.match(text, /What it has✓Owning the problem/);
  assert.doesNotMatch(text, /Thanks/);
});

test('a row with evidence shows it while the pointer or the focus is on it', () => {
  /** @type {(string | null)[]} */
  const rows = [];
  const showEvidence = (
    /** @type {import('../../../extension/shared/review.js').ChecklistRow | null} */ row,
  ) => rows.push(row?.virtue ?? null);
  const row = shown({ review: reviewOf({ checklist }) }, { showEvidence }).querySelector('li.met');
  row?.dispatchEvent(new /** @type {any} */ (window).Event('pointerenter'));
  row?.dispatchEvent(new /** @type {any} */ (window).Event('pointerleave'));
  assert.deepEqual(rows, ['ownership', null]);
});

test('approved lines are offered when a boundary is due', () => {
  /** @type {string[]} */
  const inserted = [];
  const boundary = {
    step: 'D1',
    title: 'A gentle line',
    message: 'Stay calm.',
    lines: ['I want to help.'],
    exit: 'I am ending this chat now.',
    support: null,
  };
  const body = shown(
    { review: reviewOf({ boundary }) },
    { insert: (/** @type {string} */ line) => inserted.push(line) },
  );
  for (const button of body.querySelectorAll('.boundary button')) /** @type {HTMLElement} */ (button).click();
  assert.deepEqual(inserted, ['I want to help.', 'I am ending this chat now.']);
});

test('nothing is judged before there are words', () => {
  assert.match(shown({ review: reviewOf({ checklist }), blank: true }).textContent ?? '', /Start writing/);
});

test('mood and tone are told, the gauge to those who cannot see it too', () => {
  const customer = { mood: /** @type {const} */ ('upset'), signals: [] };
  const body = shown({ review: reviewOf({ customer, tone: { polarity: -0.4, subjectivity: 0 } }) });
  assert.match(body.textContent ?? '', /Customerupset/);
  const gauge = body.querySelector('.gauge');
  assert.equal(gauge?.getAttribute('aria-label'), 'cool – warm: -0.4');
  const knob = /** @type {HTMLElement} */ (gauge?.firstElementChild);
  assert.equal(knob.style.insetInlineStart, '30%');
});

test('every point lost is named', () => {
  const score = { value: 80, max: 100, parts: [{ reason: 'Blames the customer', points: -20 }] };
  assert.match(shown({ review: reviewOf({ score }) }).textContent ?? '', /Blames the customer−20/);
});

test('without an answer it says what is the matter and what to do', () => {
  assert.match(shown({ state: 'down' }).textContent ?? '', /start it/);
  assert.match(shown({ state: 'starting' }).textContent ?? '', /Start writing/);
});

test('while the service is away the last answer stays and the state is told', () => {
  assert.match(
    shown({ review: reviewOf({ checklist }), state: 'down' }).textContent ?? '',
    /does not answer.*A real apology/,
  );
});

test('the reminder names grave phrases and what is missing, and is silent when all is well', () => {
  const snapshot = { state: /** @type {const} */ ('ok'), paused: false, blank: false };
  const review = reviewOf({ matches: [matchOf()], checklist });
  assert.deepEqual(reminderLines(words, { ...snapshot, review, faults: 1 }), [
    '1 phrase to look at',
    'Not said yet: A real apology',
  ]);
  assert.deepEqual(reminderLines(words, { ...snapshot, review: reviewOf(), faults: 0 }), []);
  const nudge = reviewOf({ matches: [matchOf({ severity: 'suggestion' })] });
  assert.deepEqual(reminderLines(words, { ...snapshot, review: nudge, faults: 1 }), []);
});
