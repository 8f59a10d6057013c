/** @file The ways to have an editor replace what is selected, and which to try in which browser, in which order. */

/** @typedef {import('./surface.js').Surface} Surface */
/** @typedef {import('./apply.js').Change} Change */

// The ways differ per engine: Firefox hands scripts an empty DataTransfer, so editors would delete and insert nothing;
// Chromium's execCommand tells editors too late. Measured in twelve editors.
const WAYS = { chromium: [beforeInput, paste, insertText], gecko: [insertText] };

/** Editors that take a paste late or rebuild their DOM on one. */
const INSERT_ONLY = '.fr-element, .note-editable';

const FRAMES = 3;
const PASTE_FRAMES = 12;

/**
 * Each way returns the frames it may take to show.
 *
 * @param {Surface} surface
 */
export function waysFor(surface) {
  const gecko = CSS.supports('-moz-appearance', 'none');
  if (gecko || surface.plain || surface.field.matches(INSERT_ONLY)) return WAYS.gecko;
  return WAYS.chromium;
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
