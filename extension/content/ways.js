/** @file The ways to have an editor replace what is selected, in the order in which they are tried. */

/** @typedef {import('./surface.js').Surface} Surface */
/** @typedef {import('./apply.js').Change} Change */

// An editor that is not asked first puts the change into one undo step with what was typed before, or, in Chromium,
// does not learn of it. Measured in fourteen editors and two browsers.
const WAYS = [beforeInput, paste, insertText];

/** Editors that take a paste late or rebuild their DOM on one. */
const INSERT_ONLY = '.fr-element, .note-editable';

const FRAMES = 3;
const PASTE_FRAMES = 12;

/**
 * Each way returns the frames it may take to show.
 *
 * @param {Surface} surface
 */
export function waysFor({ plain, field }) {
  return plain || field.matches(INSERT_ONLY) ? [insertText] : WAYS;
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
    dataTransfer: pasteOf(change.value).clipboardData,
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
  const event = pasteOf(change.value);
  innermost(surface).dispatchEvent(event);
  return event.defaultPrevented || surface.field.matches('.mce-content-body') ? PASTE_FRAMES : FRAMES;
}

/**
 * @param {Surface} surface
 * @param {Change} change
 */
function insertText(surface, change) {
  // Summernote begins an undo step at the mouse's word only.
  surface.field.dispatchEvent(new MouseEvent('mouseup'));
  surface.field.ownerDocument.execCommand('insertText', false, change.value);
  return FRAMES;
}

/** @param {Surface} surface */
function innermost(surface) {
  const node = surface.field.ownerDocument.getSelection()?.anchorNode;
  const element = node?.nodeType === 1 ? /** @type {Element} */ (node) : node?.parentElement;
  return element && surface.field.contains(element) ? element : surface.field;
}

/**
 * Chromium takes the words from `clipboardData`. Firefox knows only `data`, which is as well: pages cannot read a
 * DataTransfer that an extension has filled.
 *
 * @param {string} value
 */
function pasteOf(value) {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', value);
  /** @type {ClipboardEventInit & { dataType: string, data: string }} */
  const options = {
    clipboardData,
    dataType: 'text/plain',
    data: value,
    bubbles: true,
    cancelable: true,
    composed: true,
  };
  return new ClipboardEvent('paste', options);
}
