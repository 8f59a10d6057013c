/** @file Which faults are shown. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alikeOn, fold, forget, itemOf, keyOf, remember, shown } from '../../../extension/shared/ignoring.js';
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

/** @param {Partial<Ignored>} [part] @returns {Ignored} */
const alike = (part) => ({
  scope: 'alike',
  host: 'mail.example',
  rule: 'model/blame',
  likeness: 'beefA',
  title: 'Blames',
  date: '2026-11-22',
  ...part,
});

test('the very sentence whose likes are ignored is hidden at once, on that site', () => {
  const rule = { ...matchOf().rule, id: 'model/blame' };
  const match = matchOf({ rule, likeness: 'beefA' });
  const hidden = (/** @type {Ignored} */ item, found = match) => {
    const view = { ...DEFAULT_VIEW, ignored: [item] };
    return shown([found], TEXT, { view, here: new Set(), host: 'mail.example' }).length === 0;
  };
  assert.equal(hidden(alike()), true);
  assert.equal(hidden(alike({ host: 'desk.example' })), false);
  assert.equal(hidden(alike({ likeness: 'beefB' })), false);
  assert.equal(hidden(alike(), matchOf({ rule })), false);
  assert.equal(hidden(alike(), matchOf({ likeness: 'beefA' })), false);
});

test('a check on a site carries what was ignored there: rule and fingerprint, nothing else', () => {
  const items = [
    alike(),
    alike({ host: 'desk.example' }),
    { scope: /** @type {const} */ ('rule'), rule: 'a/b' },
  ];
  assert.deepEqual(alikeOn(items, 'mail.example'), [{ rule: 'model/blame', likeness: 'beefA' }]);
});

test('of more than a check may carry the newest are sent', () => {
  const old = Array.from({ length: 500 }, (_, index) =>
    alike({ likeness: `beef${index}`, date: '2026-01-01' }),
  );
  const sent = alikeOn([alike({ likeness: 'newest' }), ...old], 'mail.example');
  assert.equal(sent.length, 500);
  assert.equal(sent.at(-1)?.likeness, 'newest');
  assert.equal(
    sent.some(({ likeness }) => likeness === 'beef0'),
    false,
  );
});

test('an item holds what its scope needs', () => {
  const match = matchOf({ likeness: 'beefA' });
  const rule = match.rule.id;
  assert.deepEqual(itemOf('rule', match, 'Kindly', 'mail.example'), { scope: 'rule', rule });
  assert.deepEqual(itemOf('phrase', match, 'Kindly', 'mail.example'), {
    scope: 'phrase',
    rule,
    phrase: 'kindly',
  });
  assert.deepEqual(itemOf('site', match, 'Kindly', 'mail.example'), {
    scope: 'site',
    host: 'mail.example',
    rule,
  });
  const { date, ...item } = itemOf('alike', match, 'Kindly', 'mail.example');
  const title = match.shortMessage;
  assert.deepEqual(item, { scope: 'alike', host: 'mail.example', rule, likeness: 'beefA', title });
  assert.match(date ?? '', /^\d{4}-\d\d-\d\d$/);
});

test('two sentences of one rule are remembered side by side', () => {
  const list = remember(remember([], alike()), alike({ likeness: 'beefB' }));
  assert.equal(list.length, 2);
  assert.deepEqual(forget(list, alike()), [alike({ likeness: 'beefB' })]);
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
