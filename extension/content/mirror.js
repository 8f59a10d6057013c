/** @file Underlines in a textarea or input where the browser has no ranges in it: a see-through copy laid over it. */

import { INK_STYLES } from './marks.js';

/** @typedef {import('./marks.js').Mark} Mark */
/** @typedef {import('./surface.js').PlainField} PlainField */

const TYPOGRAPHY = /** @type {const} */ ([
  'direction',
  'fontFamily',
  'fontSize',
  'fontStyle',
  'fontVariant',
  'fontWeight',
  'fontStretch',
  'fontKerning',
  'fontFeatureSettings',
  'letterSpacing',
  'lineHeight',
  'paddingBottom',
  'paddingLeft',
  'paddingRight',
  'paddingTop',
  'tabSize',
  'textAlign',
  'textIndent',
  'textTransform',
  'wordSpacing',
  'wordBreak',
  'overflowWrap',
]);

/**
 * Only painted while the field has the focus: an unfocused one could move away unseen.
 *
 * @param {PlainField} field
 * @param {ShadowRoot} root where the copy lives
 * @param {AbortSignal} signal
 * @returns {import('./marks.js').Painter}
 */
export function mirrorPainter(field, root, signal) {
  const document = root.ownerDocument;
  const pane = document.createElement('div');
  const copy = pane.appendChild(document.createElement('div'));
  pane.className = 'mirror';
  pane.setAttribute('aria-hidden', 'true');
  /** @type {readonly Mark[]} */
  let marks = [];
  const draw = () => {
    const visible =
      marks.length > 0 && /** @type {Document | ShadowRoot} */ (field.getRootNode()).activeElement === field;
    if (!visible) return pane.remove();
    rewrite(copy, field.value, marks);
    if (!pane.isConnected) root.append(pane);
    lay(field, pane, copy);
  };
  for (const type of ['focus', 'blur']) field.addEventListener(type, draw, { signal });
  signal.addEventListener('abort', () => pane.remove(), { once: true });
  return {
    paint(next) {
      marks = next;
      draw();
    },
    rects: (start, end) => (pane.isConnected ? rectsIn(copy, start, end) : []),
    refresh() {
      if (!pane.isConnected) return;
      lay(field, pane, copy);
      uncover(field, pane);
    },
  };
}

/** What a line of the copy was made from. @type {WeakMap<ChildNode, string>} */
const sources = new WeakMap();

/**
 * One block a line; only lines that changed are made anew, so that a key costs the layout of its own line.
 *
 * @param {HTMLElement} copy
 * @param {string} text
 * @param {readonly Mark[]} marks
 */
function rewrite(copy, text, marks) {
  const ordered = [...marks].sort((one, other) => one.start - other.start);
  const lines = text.split('\n');
  let from = 0;
  for (const [index, line] of lines.entries()) {
    const inside = ordered
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
  let from = 0;
  for (const mark of marks) {
    if (mark.start < from) continue;
    const piece = document.createElement('span');
    piece.style.cssText = INK_STYLES[mark.ink];
    piece.textContent = line.slice(mark.start, mark.end);
    made.append(line.slice(from, mark.start), piece);
    from = mark.end;
  }
  // An empty line is as high as any other.
  made.append(`${line.slice(from)}\u200B`);
  return made;
}

/**
 * @param {PlainField} field
 * @param {HTMLElement} pane
 * @param {HTMLElement} copy
 */
function lay(field, pane, copy) {
  const style = /** @type {Window} */ (field.ownerDocument.defaultView).getComputedStyle(field);
  const box = field.getBoundingClientRect();
  // CSS zoom and transforms: the box is in viewport pixels, the typography in the field's own.
  const scale = field.offsetWidth ? box.width / field.offsetWidth : 1;
  Object.assign(pane.style, {
    left: `${box.left + field.clientLeft * scale}px`,
    top: `${box.top + field.clientTop * scale}px`,
    width: `${field.clientWidth}px`,
    height: `${field.clientHeight}px`,
    transform: scale === 1 ? '' : `scale(${scale})`,
  });
  for (const name of TYPOGRAPHY) if (copy.style[name] !== style[name]) copy.style[name] = style[name];
  const single = field.tagName === 'INPUT';
  copy.style.whiteSpace = single ? 'pre' : 'pre-wrap';
  if (single) {
    const padding = parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
    copy.style.lineHeight = `${field.clientHeight - padding}px`;
  }
  copy.style.translate = `${-field.scrollLeft}px ${-field.scrollTop}px`;
}

/**
 * Underlines lie above the page: one whose words are covered, by a menu say, must not show through.
 *
 * @param {PlainField} field
 * @param {HTMLElement} pane
 */
function uncover(field, pane) {
  const root = /** @type {Document | ShadowRoot} */ (field.getRootNode());
  for (const piece of pane.querySelectorAll('span')) {
    const { left, top, width, height } = piece.getBoundingClientRect();
    const covered = root.elementFromPoint(left + width / 2, top + height / 2) !== field;
    piece.style.visibility = covered ? 'hidden' : '';
  }
}

/**
 * @param {HTMLElement} copy
 * @param {number} start
 * @param {number} end
 * @returns {DOMRect[]}
 */
function rectsIn(copy, start, end) {
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
