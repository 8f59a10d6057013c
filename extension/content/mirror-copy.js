/** @file The words of a field written out again with their underlines: one block a line. */

import { INK_STYLES, INKS } from './marks.js';

/** @typedef {import('./marks.js').Mark} Mark */

/** What a line of the copy was made from. @type {WeakMap<ChildNode, string>} */
const sources = new WeakMap();

/**
 * One block a line; only lines that changed are made anew, so that a key costs the layout of its own line.
 *
 * @param {HTMLElement} copy
 * @param {string} text
 * @param {readonly Mark[]} marks
 */
export function rewrite(copy, text, marks) {
  const lines = text.split('\n');
  let from = 0;
  for (const [index, line] of lines.entries()) {
    const inside = marks
      .filter(({ start, end }) => start < from + line.length && end > from)
      .map(({ start, end, ink }) => ({
        start: Math.max(0, start - from),
        end: Math.min(line.length, end - from),
        ink,
      }));
    const source = JSON.stringify([line, inside]);
    const old = copy.childNodes[index];
    if (!old || sources.get(old) !== source) {
      const made = lineOf(copy.ownerDocument, line, inside);
      sources.set(made, source);
      if (old) old.replaceWith(made);
      else copy.append(made);
    }
    from += line.length + 1;
  }
  while (copy.childNodes.length > lines.length) copy.lastChild?.remove();
}

/**
 * @param {Document} document
 * @param {string} line
 * @param {readonly Mark[]} marks
 */
function lineOf(document, line, marks) {
  const made = document.createElement('p');
  const edges = marks.flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set([...edges, line.length])].filter(Boolean).sort((one, other) => one - other);
  let from = 0;
  for (const to of cuts) {
    const over = marks.filter((mark) => mark.start <= from && mark.end >= to);
    made.append(over.length > 0 ? pieceOf(document, line.slice(from, to), over) : line.slice(from, to));
    from = to;
  }
  // An empty line is as high as any other.
  made.append('\u200B');
  return made;
}

/**
 * @param {Document} document
 * @param {string} words
 * @param {readonly Mark[]} marks
 */
function pieceOf(document, words, marks) {
  const piece = document.createElement('span');
  const inks = INKS.filter((ink) => marks.some((mark) => mark.ink === ink));
  piece.style.cssText = inks.map((ink) => INK_STYLES[ink]).join(' ');
  piece.textContent = words;
  return piece;
}

/**
 * @param {HTMLElement} copy
 * @param {number} start
 * @param {number} end
 * @returns {DOMRect[]}
 */
export function rectsIn(copy, start, end) {
  const range = copy.ownerDocument.createRange();
  const walker = copy.ownerDocument.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = /** @type {Text} */ (node);
    // The zero-width space at the end of a line stands for its line break.
    if (start >= at && start < at + length) range.setStart(node, start - at);
    if (end > at && end <= at + length) {
      range.setEnd(node, end - at);
      break;
    }
    at += length;
  }
  return range.collapsed ? [] : [...range.getClientRects()];
}
