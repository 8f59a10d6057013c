/** @file How far to scroll until words are seen. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beyond } from '../../../extension/content/reveal.js';

test('what is seen already is let be, even at the very edge', () => {
  assert.equal(beyond(100, 120, 100, 300), 0);
  assert.equal(beyond(280, 300, 100, 300), 0);
});

test('words above or below are shown with a margin', () => {
  assert.equal(beyond(60, 80, 100, 300), -64);
  assert.equal(beyond(310, 330, 100, 300), 54);
});

test('where there is little room the words stand in its middle', () => {
  assert.equal(beyond(310, 330, 100, 130), 205);
});

test('of words longer than the room their start is seen', () => {
  assert.equal(beyond(310, 400, 100, 130), 210);
});
