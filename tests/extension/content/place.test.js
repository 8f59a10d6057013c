/** @file Where a floating box goes. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overlap, place } from '../../../extension/content/place.js';

const VIEWPORT = { width: 1000, height: 700 };
const CARD = { width: 380, height: 300 };

/** @param {number} left @param {number} top @param {number} [width] @param {number} [height] */
const box = (left, top, width = 80, height = 20) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** @param {ReturnType<typeof box>} anchor @param {ReturnType<typeof box>[]} [avoid] @param {typeof VIEWPORT} [viewport] */
function placed(anchor, avoid = [], viewport = VIEWPORT) {
  const { left, top } = place(anchor, CARD, viewport, avoid);
  return box(left, top, CARD.width, CARD.height);
}

test('below the words when there is room', () => {
  assert.deepEqual(placed(box(100, 100)), box(100, 128, 380, 300));
});

test('above the words near the bottom', () => {
  assert.equal(placed(box(100, 600)).bottom, 592);
});

test('inside the viewport at every anchor', () => {
  for (let left = -50; left < 1050; left += 50) {
    for (let top = -50; top < 750; top += 50) {
      const card = placed(box(left, top));
      assert.ok(
        card.left >= 0 && card.top >= 0 && card.right <= 1000 && card.bottom <= 700,
        JSON.stringify(card),
      );
    }
  }
});

test('never over the caret or Send while there is another place', () => {
  const send = box(60, 640, 90, 36);
  for (let left = 60; left < 900; left += 60) {
    for (let top = 200; top < 620; top += 30) {
      const caret = box(left + 120, top, 2, 20);
      const card = placed(box(left, top), [caret, send]);
      assert.deepEqual([overlap(card, caret), overlap(card, send)], [0, 0], `anchor ${left},${top}`);
    }
  }
});

test('in a viewport smaller than the card its top left corner is kept', () => {
  const { left, top } = place(box(10, 10), CARD, { width: 200, height: 150 }, []);
  assert.deepEqual([left, top], [8, 8]);
});
