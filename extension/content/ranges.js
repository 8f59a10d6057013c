/** @file Offsets of the text ↔ places in the DOM. */

/** @typedef {import('./text.js').Run} Run */
/** @typedef {import('./text.js').Reading} Reading */

/**
 * Where text[start, end) begins and ends in the DOM, or null when none of it stands there.
 *
 * @param {Reading} reading
 * @param {number} start
 * @param {number} end
 * @returns {StaticRangeInit | null}
 */
export function edgesOf({ runs }, start, end) {
  if (start >= end) return null;
  const first = runs[firstEndingAfter(runs, start)];
  const after = firstEndingAfter(runs, end - 1);
  // A span that ends in a line break ends with the run before it.
  const last = (runs[after]?.start ?? end) < end ? runs[after] : runs[after - 1];
  if (!first || !last || first.start >= end) return null;
  const [startContainer, startOffset] = first.atom
    ? [parentOf(first.node), childIndex(first.node)]
    : [first.node, first.offset + Math.max(0, start - first.start)];
  const [endContainer, endOffset] = last.atom
    ? [parentOf(last.node), childIndex(last.node) + 1]
    : [last.node, last.offset + Math.min(last.length, end - last.start)];
  return { startContainer, startOffset, endContainer, endOffset };
}

/** @param {Node} node */
function parentOf(node) {
  return node.parentNode ?? node;
}

/**
 * The live range of text[start, end), or null when none of it stands in the DOM.
 *
 * @param {Reading} reading
 * @param {number} start
 * @param {number} end
 * @returns {Range | null}
 */
export function toRange(reading, start, end) {
  const edges = edgesOf(reading, start, end);
  const range = edges?.startContainer.ownerDocument?.createRange();
  if (!edges || !range) return null;
  range.setStart(edges.startContainer, edges.startOffset);
  range.setEnd(edges.endContainer, edges.endOffset);
  return range;
}

/**
 * The text offset of a DOM position; positions outside the agent's words give the nearest one after them.
 *
 * @param {Reading} reading
 * @param {Node} node
 * @param {number} offset
 * @returns {number}
 */
export function toOffset(reading, node, offset) {
  for (const run of reading.runs) {
    if (run.node === node && !run.atom && offset <= run.offset + run.length) {
      return run.start + Math.max(0, offset - run.offset);
    }
  }
  const probe = node.ownerDocument?.createRange();
  if (!probe) return reading.text.length;
  probe.setStart(node, offset);
  const next = reading.runs.find((run) => probe.comparePoint(parentOf(run.node), childIndex(run.node)) >= 0);
  return next ? next.start : reading.text.length;
}

/** @param {Node} node */
function childIndex(node) {
  let index = 0;
  for (let other = node.previousSibling; other; other = other.previousSibling) index += 1;
  return index;
}

/**
 * Index of the first run that ends after `offset` (binary search).
 *
 * @param {Run[]} runs
 * @param {number} offset
 */
function firstEndingAfter(runs, offset) {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = /** @type {Run} */ (runs[middle]);
    if (run.start + run.length > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
