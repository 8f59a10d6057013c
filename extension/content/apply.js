/** @file Puts better words into a field so that its editor knows of it, checks that they are there, or puts all back. */

import { onEdits } from './edits.js';
import { waysFor } from './ways.js';

/** @typedef {import('./surface.js').Surface} Surface */
/** @typedef {{ start: number, end: number, value: string }} Change */

/** Frames after which a selection that the browser says nothing of was there already. */
const UNTOLD = 5;

/**
 * @param {Surface} surface
 * @param {Change} change
 * @param {AbortSignal} signal of the field
 * @returns {Promise<boolean>} whether the field now holds exactly the expected text
 */
export async function apply(surface, change, signal) {
  const before = surface.read().text;
  const caret = surface.selected();
  const expected = before.slice(0, change.start) + change.value + before.slice(change.end);
  for (const way of waysFor(surface)) {
    await take(surface, change);
    if (surface.read().text !== before) break;
    const patience = way(surface, change);
    if (await becomes(surface, expected, before, patience)) {
      keepCaret(surface, change, caret);
      freeCaretOnUndo(surface, { before, expected }, caret, signal);
      return true;
    }
    if (surface.read().text !== before) break;
  }
  await restore(surface, before);
  return false;
}

/**
 * @param {Surface} surface
 * @param {Change} change
 */
async function take(surface, { start, end }) {
  const root = /** @type {Document | ShadowRoot} */ (surface.field.getRootNode());
  if (root.activeElement !== surface.field) surface.field.focus({ preventScroll: true });
  await select(surface, start, end);
}

/**
 * Editors follow the selection when the browser tells them of it, one task later; one that was not told yet would
 * take the change for a part of what was typed before, and undo both at once.
 *
 * @param {Surface} surface
 * @param {number} start
 * @param {number} end
 */
async function select(surface, start, end) {
  const document = surface.field.ownerDocument;
  const told = new Promise((resolve) =>
    document.addEventListener('selectionchange', resolve, { once: true }),
  );
  surface.select(start, end);
  await Promise.race([told, frames(surface, UNTOLD)]);
  await frames(surface, 1);
}

/**
 * Waits until the text is as expected; gives up at once when something else came of it.
 *
 * @param {Surface} surface
 * @param {string} expected
 * @param {string} before
 * @param {number} patience frames
 */
async function becomes(surface, expected, before, patience) {
  for (let frame = 0; frame < patience; frame += 1) {
    await frames(surface, 1);
    const { text } = surface.read();
    // Some editors show the change first and take it back a frame later.
    if (text === expected) {
      await frames(surface, 1);
      return surface.read().text === expected;
    }
    if (text !== before && frame > 1) return false;
  }
  return false;
}

/**
 * @param {Surface} surface
 * @param {Change} change
 * @param {import('./surface.js').Selected | null} caret
 */
function keepCaret(surface, change, caret) {
  const end = change.start + change.value.length;
  const at = caret ? moved(caret.end, change, end) : end;
  surface.select(at, at);
}

/**
 * Undo also brings back what was selected: the next key would overwrite it.
 *
 * @param {Surface} surface
 * @param {{ before: string, expected: string }} texts
 * @param {import('./surface.js').Selected | null} caret
 * @param {AbortSignal} signal
 */
function freeCaretOnUndo(surface, { before, expected }, caret, signal) {
  const once = new AbortController();
  const free = async () => {
    const { text } = surface.read();
    if (text === expected) return;
    once.abort();
    if (!caret || text !== before) return;
    // An editor that did not show what it has selected hears of the caret only when that moves.
    const beside = caret.end ? caret.end - 1 : 1;
    if (surface.selected()?.start === caret.end) await select(surface, beside, beside);
    surface.select(caret.end, caret.end);
  };
  const over = AbortSignal.any([signal, once.signal]);
  // At the browser's own undo at once, at an editor's when it shows.
  surface.field.addEventListener('input', free, { signal: over });
  onEdits(surface, free, over);
}

/**
 * @param {number} offset
 * @param {Change} change
 * @param {number} end of what was inserted
 */
function moved(offset, change, end) {
  if (offset <= change.start) return offset;
  return offset < change.end ? end : offset + end - change.end;
}

/**
 * @param {Surface} surface
 * @param {string} before
 */
async function restore(surface, before) {
  if (surface.read().text === before) return;
  surface.field.ownerDocument.execCommand('undo');
  await frames(surface, 2);
  // That undid something else: better what the editor made of it than losing the agent's last words.
  if (surface.read().text !== before) surface.field.ownerDocument.execCommand('redo');
}

/**
 * @param {Surface} surface
 * @param {number} count
 * @returns {Promise<void>}
 */
function frames(surface, count) {
  const view = /** @type {Window} */ (surface.field.ownerDocument.defaultView);
  return new Promise((resolve) => {
    const next = () => (count-- > 0 ? view.requestAnimationFrame(next) : resolve());
    next();
  });
}
