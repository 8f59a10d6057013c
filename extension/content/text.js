/** @file DOM → plain text: what the agent wrote, and which run of it stands in which node. */

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
