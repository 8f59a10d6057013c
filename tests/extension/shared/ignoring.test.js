/** @file Which faults are shown. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, forget, keyOf, remember, shown } from '../../../extension/shared/ignoring.js';
import { DEFAULT_VIEW } from '../../../extension/shared/view.js';
import { matchOf } from '../matches.js';

/** @typedef {import('../../../extension/shared/view.js').Ignored} Ignored */

const TEXT = 'You should have asked. YOU  SHOULD HAVE known.';
const FIRST = matchOf({ offset: 0, length: 15, fingerprint: 'a' });
const SECOND = matchOf({ offset: 23, length: 16, fingerprint: 'b', severity: 'suggestion' });
const OTHER = matchOf({
  offset: 16,
  length: 5,
  fingerprint: 'c',
  rule: { ...matchOf().rule, id: 'team/asked' },
});

/** @param {Partial<import('../../../extension/shared/view.js').View>} view @param {string[]} here */
function fingerprints(view = {}, here = []) {
  const choices = { view: { ...DEFAULT_VIEW, ...view }, here: new Set(here), host: 'mail.example' };
  return shown([SECOND, FIRST, OTHER], TEXT, choices).map(({ fingerprint }) => fingerprint);
}

/** @param {...Ignored} ignored */
const ignoring = (...ignored) => fingerprints({ ignored });

test('all of them, in reading order', () => assert.deepEqual(fingerprints(), ['a', 'c', 'b']));
test('only the grave ones when asked for', () =>
  assert.deepEqual(fingerprints({ severity: 'warning' }), ['a', 'c']));
test('not what is ignored here, however it is written', () => {
  assert.deepEqual(fingerprints({}, [keyOf(FIRST.rule.id, 'you should have')]), ['c']);
});
test('not a rule that is ignored', () => {
  assert.deepEqual(ignoring({ scope: 'rule', rule: 'defaults/blame-should-have' }), ['c']);
});
test('not a phrase that is ignored, however it is written', () => {
  assert.deepEqual(ignoring({ scope: 'phrase', phrase: 'you should have' }), ['c']);
});
test('a phrase ignored for one rule is still found by others', () => {
  assert.deepEqual(ignoring({ scope: 'phrase', phrase: 'asked', rule: 'defaults/else' }), ['a', 'c', 'b']);
});
test('a rule ignored on one site is shown on others', () => {
  const rule = 'defaults/blame-should-have';
  assert.deepEqual(ignoring({ scope: 'site', host: 'mail.example', rule }), ['c']);
  assert.deepEqual(ignoring({ scope: 'site', host: 'desk.example', rule }), ['a', 'c', 'b']);
});

test('phrases that read the same are the same', () => {
  assert.equal(fold(' You’re\u00A0 WRONG '), "you're wrong");
});

test('an item is remembered once and forgotten whole', () => {
  /** @type {Ignored} */
  const item = { scope: 'phrase', phrase: 'asked', rule: 'team/asked' };
  const list = remember(remember([], item), { ...item });
  assert.deepEqual(list, [item]);
  assert.deepEqual(forget(list, { ...item }), []);
});
