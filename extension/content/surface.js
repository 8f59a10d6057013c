/** @file One face for both kinds of field: what is written, where it stands, where the caret is, how to select. */

import { edgesOf, toOffset, toRange } from './ranges.js';
import { read } from './text.js';

/** @typedef {import('./text.js').Reading} Reading */
/** @typedef {HTMLTextAreaElement | HTMLInputElement} PlainField */
/** @typedef {{ start: number, end: number }} Selected */

/**
 * @typedef {object} Surface
 * @property {HTMLElement} field
 * @property {boolean} plain a textarea or an input
 * @property {() => Reading} read reads the field anew
 * @property {(start: number, end: number) => AbstractRange | null} range in the last reading; null where there is none
 * @property {(start: number, end: number, range: AbstractRange) => boolean} isAt whether a range stands there already
 * @property {() => Selected | null} selected what is selected, as offsets of the last reading
 * @property {(start: number, end: number) => void} select
 */

/**
 * @param {HTMLElement} field
 * @param {string} excluded
 * @returns {Surface}
 */
export function surfaceOf(field, excluded) {
  return field.matches('textarea, input')
    ? plainSurface(/** @type {PlainField} */ (field))
    : richSurface(field, excluded);
}

/**
 * @param {PlainField} field
 * @returns {Surface}
 */
function plainSurface(field) {
  const ranged = /** @type {{ createValueRange?: (start: number, end: number) => AbstractRange }} */ (
    /** @type {unknown} */ (field)
  );
  return {
    field,
    plain: true,
    read: () => ({ text: field.value, runs: [] }),
    range: (start, end) =>
      start < end && end <= field.value.length ? (ranged.createValueRange?.(start, end) ?? null) : null,
    isAt: (start, end, range) => range.startOffset === start && range.endOffset === end,
    selected: () => ({ start: field.selectionStart ?? 0, end: field.selectionEnd ?? 0 }),
    select: (start, end) => field.setSelectionRange(start, end),
  };
}

/**
 * @param {HTMLElement} field
 * @param {string} excluded
 * @returns {Surface}
 */
function richSurface(field, excluded) {
  /** @type {Reading} */
  let reading = { text: '', runs: [] };
  return {
    field,
    plain: false,
    read() {
      reading = read(field, excluded);
      return reading;
    },
    range: (start, end) => toRange(reading, start, end),
    isAt: (start, end, range) => sameEdges(edgesOf(reading, start, end), range),
    selected() {
      const selection = selectionOf(field);
      if (!selection?.rangeCount || !selection.anchorNode || !field.contains(selection.anchorNode))
        return null;
      const range = selection.getRangeAt(0);
      const start = toOffset(reading, range.startContainer, range.startOffset);
      return { start, end: range.collapsed ? start : toOffset(reading, range.endContainer, range.endOffset) };
    },
    select(start, end) {
      const range = start === end ? caretRange(reading, start) : toRange(reading, start, end);
      if (range) setSelection(field, range);
    },
  };
}

/**
 * @param {StaticRangeInit | null} edges
 * @param {AbstractRange} range
 */
function sameEdges(edges, range) {
  return (
    edges !== null &&
    edges.startOffset === range.startOffset &&
    edges.endOffset === range.endOffset &&
    edges.startContainer === range.startContainer &&
    edges.endContainer === range.endContainer
  );
}

/**
 * @param {Reading} reading
 * @param {number} offset
 */
function caretRange(reading, offset) {
  const before = toRange(reading, Math.max(0, offset - 1), Math.max(1, offset));
  before?.collapse(offset === 0);
  return before;
}

/**
 * @param {HTMLElement} field
 * @param {Range} range
 */
function setSelection(field, range) {
  const selection = selectionOf(field);
  selection?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
}

/**
 * Chromium keeps a selection for each shadow root; elsewhere the document's one reaches inside.
 *
 * @param {HTMLElement} field
 * @returns {Selection | null}
 */
export function selectionOf(field) {
  const root = /** @type {ShadowRoot & { getSelection?: () => Selection | null }} */ (field.getRootNode());
  return root.getSelection?.() ?? field.ownerDocument.getSelection();
}

/**
 * Where the caret is, in the viewport of the field's document; null when unknown.
 *
 * @param {{ surface: Surface, painter: import('./marks.js').Painter }} session
 * @returns {DOMRect | null}
 */
export function caretRect({ surface, painter }) {
  const selected = surface.selected();
  if (!selected || selected.start !== selected.end) return null;
  const rect = surface.plain
    ? painter.rects(Math.max(0, selected.start - 1), Math.max(1, selected.start))[0]
    : selectionOf(surface.field)?.getRangeAt(0).getBoundingClientRect();
  return rect && rect.height > 0 ? rect : null;
}
