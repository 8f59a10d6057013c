/** @file DOM ↔ plain text: what the agent wrote, and where each UTF-16 unit of it stands in the DOM. */

/**
 * A run of text that stands unbroken in one node. `atom`: an element, such as an emoji picture, that is one piece.
 *
 * @typedef {object} Run
 * @property {number} start offset in the text
 * @property {number} length UTF-16 units
 * @property {Text | Element} node
 * @property {number} offset of the run's first unit inside `node`; 0 for an atom
 * @property {boolean} atom
 */

/** @typedef {{ text: string, runs: Run[] }} Reading */

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TH THEAD TR UL'.split(
    ' ',
  ),
);
const SILENT = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT BUTTON SELECT TEXTAREA INPUT IFRAME OBJECT VIDEO AUDIO CANVAS svg'.split(
    ' ',
  ),
);
const NOT_WORDS = 'pre, code, [hidden], [data-slate-placeholder], [data-coolhead-ui]';

// Editors put these where the caret needs something to stand on; the joiners inside emoji are not among them.
const FILLER = /[\u200B\u2060\uFEFF]+/g;

/**
 * Reads an editable element. Blocks and <br> become line breaks; excluded parts leave a line break (blocks) or a space.
 *
 * @param {Element} root
 * @param {string} [excluded] selector of parts that are not the agent's words
 * @returns {Reading}
 */
export function read(root, excluded = '') {
  const selector = excluded ? `${NOT_WORDS}, ${excluded}` : NOT_WORDS;
  const reader = new Reader(new Set(root.querySelectorAll(selector)), keepsBreaks(root));
  reader.children(root);
  return { text: reader.text, runs: reader.runs };
}

/** @param {Element} root */
function keepsBreaks(root) {
  const style = root.ownerDocument.defaultView?.getComputedStyle(root);
  return /^(pre|break-spaces)/.test(style?.whiteSpace ?? '');
}

class Reader {
  text = '';
  /** @type {Run[]} */
  runs = [];
  #started = false;
  #breaks = false;

  /**
   * @param {Set<Element>} excluded
   * @param {boolean} keepsBreaks line breaks inside text nodes are seen by the agent
   */
  constructor(excluded, keepsBreaks) {
    this.excluded = excluded;
    this.keepsBreaks = keepsBreaks;
  }

  /** @param {Node} parent */
  children(parent) {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) this.#words(/** @type {Text} */ (child));
      else if (child.nodeType === 1) this.#element(/** @type {Element} */ (child));
    }
  }

  /** @param {Element} element */
  #element(element) {
    const block = BLOCKS.has(element.tagName);
    if (block) this.#boundary();
    if (element.tagName === 'BR') this.#lineBreak();
    else if (element.tagName === 'IMG') this.#picture(element);
    else if (this.excluded.has(element)) this.#gap(element, block);
    else if (!SILENT.has(element.tagName)) this.children(element);
    if (block) this.#boundary();
  }

  #boundary() {
    this.#breaks ||= this.#started;
  }

  #lineBreak() {
    this.#flush();
    this.#breaks = true;
  }

  /**
   * @param {Element} element
   * @param {boolean} block
   */
  #gap(element, block) {
    if (!block && element.textContent) this.#push(' ', element, 0, true);
  }

  /** @param {Element} image */
  #picture(image) {
    const alt = image.getAttribute('alt') ?? '';
    if (alt && /\p{Extended_Pictographic}/u.test(alt)) this.#push(alt, image, 0, true);
  }

  /** @param {Text} node */
  #words(node) {
    const data = node.data;
    if (!this.keepsBreaks && /^\s*\n\s*$/.test(data)) return;
    let from = 0;
    for (const filler of data.matchAll(FILLER)) {
      this.#push(this.#plain(data.slice(from, filler.index)), node, from, false);
      from = filler.index + filler[0].length;
    }
    this.#push(this.#plain(from ? data.slice(from) : data), node, from, false);
  }

  /** @param {string} data same length out as in */
  #plain(data) {
    const spaced = data.replaceAll('\u00A0', ' ');
    return this.keepsBreaks ? spaced : spaced.replace(/[\n\r\t]/g, ' ');
  }

  #flush() {
    if (this.#breaks) this.text += '\n';
    this.#breaks = false;
    this.#started = true;
  }

  /**
   * @param {string} piece
   * @param {Text | Element} node
   * @param {number} offset
   * @param {boolean} atom
   */
  #push(piece, node, offset, atom) {
    if (!piece) return;
    this.#flush();
    this.runs.push({ start: this.text.length, length: piece.length, node, offset, atom });
    this.text += piece;
  }
}

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
