/** @file Puts better words into a field so that its editor knows of it, checks that they are there, or puts all back. */

/** @typedef {import('./surface.js').Surface} Surface */
/** @typedef {{ start: number, end: number, value: string }} Change */

// The ways differ per engine: Firefox hands scripts an empty DataTransfer, so editors would delete and insert nothing;
// Chromium's execCommand tells editors too late. Measured in twelve editors.
const WAYS = { chromium: [beforeInput, paste, insertText], gecko: [insertText] };

/** Editors that take a paste late or rebuild their DOM on one. */
const INSERT_ONLY = '.fr-element, .note-editable';

const FRAMES = 3;
const PASTE_FRAMES = 12;

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
    focus(surface, change);
    // Editors read the selection when the browser tells them of it, one task later.
    await frames(surface, 1);
    if (surface.read().text !== before) break;
    const patience = way(surface, change);
    if (await becomes(surface, expected, before, patience)) {
      keepCaret(surface, change, caret);
      freeCaretOnUndo(surface, before, caret, signal);
      return true;
    }
    if (surface.read().text !== before) break;
  }
  await restore(surface, before);
  return false;
}

/** @param {Surface} surface */
function waysFor(surface) {
  const gecko = CSS.supports('-moz-appearance', 'none');
  if (gecko || surface.plain || surface.field.matches(INSERT_ONLY)) return WAYS.gecko;
  return WAYS.chromium;
}

/**
 * @param {Surface} surface
 * @param {Change} change
 */
function focus(surface, change) {
  const root = /** @type {Document | ShadowRoot} */ (surface.field.getRootNode());
  if (root.activeElement !== surface.field) surface.field.focus({ preventScroll: true });
  surface.select(change.start, change.end);
}

/**
 * @param {Surface} surface
 * @param {Change} change
 * @returns {number} frames to wait for it to work
 */
function beforeInput(surface, change) {
  const target = surface.range(change.start, change.end);
  const targetRanges = target ? [new StaticRange(target)] : [];
  const event = new InputEvent('beforeinput', {
    inputType: 'insertReplacementText',
    data: change.value,
    dataTransfer: transferOf(change.value),
    targetRanges,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  surface.field.dispatchEvent(event);
  return event.defaultPrevented ? PASTE_FRAMES : FRAMES;
}

/**
 * @param {Surface} surface
 * @param {Change} change
 */
function paste(surface, change) {
  const clipboardData = transferOf(change.value);
  const event = new ClipboardEvent('paste', {
    clipboardData,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  innermost(surface).dispatchEvent(event);
  return event.defaultPrevented || surface.field.matches('.mce-content-body') ? PASTE_FRAMES : FRAMES;
}

/**
 * @param {Surface} surface
 * @param {Change} change
 */
function insertText(surface, change) {
  surface.field.ownerDocument.execCommand('insertText', false, change.value);
  return FRAMES;
}

/** @param {Surface} surface */
function innermost(surface) {
  const node = surface.field.ownerDocument.getSelection()?.anchorNode;
  const element = node?.nodeType === 1 ? /** @type {Element} */ (node) : node?.parentElement;
  return element && surface.field.contains(element) ? element : surface.field;
}

/** @param {string} value */
function transferOf(value) {
  const transfer = new DataTransfer();
  transfer.setData('text/plain', value);
  return transfer;
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
 * @param {string} before
 * @param {import('./surface.js').Selected | null} caret
 * @param {AbortSignal} signal
 */
function freeCaretOnUndo(surface, before, caret, signal) {
  const once = new AbortController();
  const free = (/** @type {Event} */ event) => {
    if (/** @type {InputEvent} */ (event).inputType !== 'historyUndo') return;
    once.abort();
    if (caret && surface.read().text === before) surface.select(caret.end, caret.end);
  };
  surface.field.addEventListener('input', free, { signal: AbortSignal.any([signal, once.signal]) });
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
