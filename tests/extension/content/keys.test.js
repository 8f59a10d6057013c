/** @file Which key means what, and that all others stay with the page. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandOf } from '../../../extension/content/keys.js';

/** @param {Partial<KeyboardEvent>} event */
const press = (event, open = false) =>
  commandOf(
    {
      key: '',
      code: '',
      altKey: false,
      ctrlKey: false,
      metaKey: false,
      shiftKey: false,
      isComposing: false,
      ...event,
    },
    open,
  );

test('F8 walks the faults at any time', () => {
  assert.equal(press({ key: 'F8', code: 'F8' }), 'next-fault');
  assert.equal(press({ key: 'F8', code: 'F8', shiftKey: true }), 'previous-fault');
});

test('the other keys count only while a card is open', () => {
  const keys = [
    [{ key: 'Enter', code: 'Enter', altKey: true }, 'apply-first'],
    [{ key: '²', code: 'Digit2', altKey: true }, 'use-2'],
    [{ key: 'ArrowDown', code: 'ArrowDown', altKey: true }, 'choose'],
    [{ key: 'Escape', code: 'Escape' }, 'close-card'],
  ];
  for (const [event, command] of /** @type {[Partial<KeyboardEvent>, string][]} */ (keys)) {
    assert.equal(press(event), null);
    assert.equal(press(event, true), command);
  }
});

test('typing, sending and shortcuts of the page are left alone', () => {
  for (const event of [
    { key: 'a', code: 'KeyA' },
    { key: 'Enter', code: 'Enter' },
    { key: 'Enter', code: 'Enter', ctrlKey: true },
    { key: 'Enter', code: 'Enter', metaKey: true, altKey: true },
    { key: 'Tab', code: 'Tab' },
    { key: 'ArrowDown', code: 'ArrowDown' },
  ]) {
    assert.equal(press(event, true), null);
  }
});

test('nothing counts during IME composition', () => {
  assert.equal(press({ key: 'Escape', code: 'Escape', isComposing: true }, true), null);
});
