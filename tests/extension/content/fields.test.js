/** @file Fields are found when the agent goes into them, and let go of when they are gone. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watch } from '../../../extension/content/fields.js';
import { find, pageOf } from './page.js';

/** @param {Document} page */
function watching(page) {
  /** @type {{ field: HTMLElement, signal: AbortSignal }[]} */
  const attached = [];
  const controller = new AbortController();
  watch(
    page,
    () => true,
    (field, signal) => attached.push({ field, signal }),
    () => {},
    controller.signal,
  );
  return { attached, controller, ids: () => attached.map(({ field }) => field.id) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a field that already has the focus', () => {
  const page = pageOf('<textarea id="a"></textarea><textarea id="b"></textarea>');
  find(page, '#a').focus();
  assert.deepEqual(watching(page).ids(), ['a']);
});

test('a field mounted later, once', () => {
  const page = pageOf('');
  const { ids } = watching(page);
  page.body.innerHTML = '<textarea id="late"></textarea>';
  find(page, '#late').focus();
  find(page, '#late').blur();
  find(page, '#late').focus();
  assert.deepEqual(ids(), ['late']);
});

test('a field in an open shadow root', () => {
  const page = pageOf('<div id="host"></div>');
  const { ids } = watching(page);
  const root = find(page, '#host').attachShadow({ mode: 'open' });
  root.innerHTML = '<textarea id="inner"></textarea>';
  find(root, '#inner').focus();
  assert.deepEqual(ids(), ['inner']);
});

test('a field in a frame of the same origin', () => {
  const page = pageOf('<iframe></iframe>');
  const { ids } = watching(page);
  const inner = /** @type {HTMLIFrameElement} */ (page.querySelector('iframe')).contentDocument;
  assert.ok(inner);
  inner.body.innerHTML = '<textarea id="framed"></textarea>';
  find(inner, '#framed').focus();
  assert.deepEqual(ids(), ['framed']);
});

test('a field in a frame added later', async () => {
  const page = pageOf('');
  const { ids } = watching(page);
  const frame = page.body.appendChild(page.createElement('iframe'));
  await settled();
  const inner = frame.contentDocument;
  assert.ok(inner);
  inner.body.innerHTML = '<textarea id="framed"></textarea>';
  find(inner, '#framed').focus();
  assert.deepEqual(ids(), ['framed']);
});

test('a field in a frame whose document an editor writes anew', async () => {
  const page = pageOf('<iframe></iframe>');
  const { ids } = watching(page);
  const frame = /** @type {HTMLIFrameElement} */ (page.querySelector('iframe'));
  const inner = frame.contentDocument;
  assert.ok(inner);
  inner.open();
  inner.write('<!doctype html><body><textarea id="written"></textarea>');
  inner.close();
  frame.dispatchEvent(new /** @type {any} */ (page.defaultView).Event('load'));
  find(inner, '#written').focus();
  assert.deepEqual(ids(), ['written']);
});

test('a field that leaves the page is let go of, and its successor attended to', async () => {
  const page = pageOf('<textarea id="one"></textarea>');
  const { attached, ids } = watching(page);
  find(page, '#one').focus();
  page.body.innerHTML = '<textarea id="two"></textarea>';
  await settled();
  assert.equal(attached[0]?.signal.aborted, true);
  find(page, '#two').focus();
  assert.deepEqual(ids(), ['one', 'two']);
});

test('a field that stops being editable is let go of', async () => {
  const page = pageOf('<div id="one" contenteditable="true" tabindex="0"></div>');
  const { attached } = watching(page);
  find(page, '#one').focus();
  find(page, '#one').setAttribute('contenteditable', 'false');
  await settled();
  assert.equal(attached[0]?.signal.aborted, true);
});

test('a field removed from inside a shadow root is let go of', async () => {
  const page = pageOf('<div id="host"></div>');
  const { attached } = watching(page);
  const root = find(page, '#host').attachShadow({ mode: 'open' });
  root.innerHTML = '<textarea id="inner"></textarea>';
  find(root, '#inner').focus();
  root.innerHTML = '';
  await settled();
  assert.equal(attached[0]?.signal.aborted, true);
});

test('after stopping, fields are let go of and new ones left alone', () => {
  const page = pageOf('<textarea id="one"></textarea><textarea id="two"></textarea>');
  const { attached, controller, ids } = watching(page);
  find(page, '#one').focus();
  controller.abort();
  assert.equal(attached[0]?.signal.aborted, true);
  find(page, '#two').focus();
  assert.deepEqual(ids(), ['one']);
});
