/** @file The better words a fault can be given, and how each is written. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeOf, faultOf, followFaults } from '../../../extension/content/wordings.js';
import { matchOf } from '../matches.js';

const TEXT = 'I am just checking. Bye.';
const match = matchOf({
  offset: 5,
  length: 4,
  replacements: [{ value: '' }, { value: 'only' }],
  rewrites: [
    { offset: 0, length: 19, value: 'One.' },
    { offset: 0, length: 19, value: 'Two.' },
  ],
});

/** @param {string} text @param {import('../../../extension/content/wordings.js').Wording} wording */
function written(text, wording) {
  const { start, end, value } = changeOf(wording, text);
  assert.notEqual(value, '');
  return text.slice(0, start) + value + text.slice(end);
}

test('replacements come first, and at most three are offered', () => {
  assert.deepEqual(
    faultOf(match).wordings.map(({ value, whole }) => [value, whole]),
    [
      ['', false],
      ['only', false],
      ['One.', true],
    ],
  );
});

test('leaving words out takes one space along and is never an empty replacement', () => {
  const [out] = faultOf(match).wordings;
  assert.ok(out);
  assert.equal(written(TEXT, out), 'I am checking. Bye.');
  assert.equal(written('Just 😀', { ...out, start: 0, end: 4 }), '😀');
  assert.equal(written('We checked, just', { ...out, start: 12, end: 16 }), 'We checked, ');
});

test('a rewrite is dropped when its sentence was touched, the fault stays', () => {
  const [fault] = followFaults([faultOf(match)], { start: 18, removed: 0, inserted: ' in' });
  assert.deepEqual(
    fault?.wordings.map(({ value }) => value),
    ['', 'only'],
  );
});
