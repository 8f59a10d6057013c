/** @file Spans follow an edit, and fail closed. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { difference, follow } from '../../../extension/content/spans.js';

const TEXT = 'Well, you should have read it.';
const SPAN = { start: 6, end: 21 };

/** @param {string} after */
const moved = (after) =>
  follow([SPAN], difference(TEXT, after)).map(({ start, end }) => after.slice(start, end));

test('an edit is found by what stayed', () => {
  assert.deepEqual(difference('abcdef', 'abXef'), { start: 2, removed: 2, inserted: 'X' });
  assert.deepEqual(difference('aa', 'aaa'), { start: 2, removed: 0, inserted: 'a' });
  assert.deepEqual(difference('same', 'same'), { start: 4, removed: 0, inserted: '' });
});

test('typing before a span moves it', () => assert.deepEqual(moved(`Hi! ${TEXT}`), ['you should have']));
test('typing after it leaves it', () => assert.deepEqual(moved(`${TEXT} Bye.`), ['you should have']));
test('deleting before it moves it back', () => assert.deepEqual(moved(TEXT.slice(6)), ['you should have']));
test('typing inside it drops it', () => assert.deepEqual(moved('Well, you shXould have read it.'), []));
test('deleting some of it drops it', () => assert.deepEqual(moved('Well, you should read it.'), []));
test('a letter typed right behind it drops it', () =>
  assert.deepEqual(moved('Well, you should haveN read it.'), []));
test('a letter typed right before it drops it', () =>
  assert.deepEqual(moved('Well, Xyou should have read it.'), []));
test('a comma typed right behind it keeps it', () => {
  assert.deepEqual(moved('Well, you should have, read it.'), ['you should have']);
});
test('a combining accent typed right behind it drops it', () => {
  assert.deepEqual(moved('Well, you should have\u0301 read it.'), []);
});
test('replacing everything drops it', () => assert.deepEqual(moved('Thanks!'), []));
test('the other properties travel along', () => {
  assert.deepEqual(follow([{ ...SPAN, name: 'x' }], { start: 0, removed: 0, inserted: '> ' }), [
    { start: 8, end: 23, name: 'x' },
  ]);
});
