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
    copy.replaceChildren(...pieces(document, field.value, marks));
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
    refresh: () => pane.isConnected && lay(field, pane, copy),
  };
}

/**
 * @param {Document} document
 * @param {string} text
 * @param {readonly Mark[]} marks
 */
function pieces(document, text, marks) {
  /** @type {(Node | string)[]} */
  const out = [];
  let from = 0;
  for (const mark of [...marks].sort((one, other) => one.start - other.start)) {
    if (mark.start < from) continue;
    const piece = document.createElement('span');
    piece.style.cssText = INK_STYLES[mark.ink];
    piece.textContent = text.slice(mark.start, mark.end);
    out.push(text.slice(from, mark.start), piece);
    from = mark.end;
  }
  // A line break at the very end needs something after it to be as high as in the field.
  return [...out, `${text.slice(from)}\u200B`];
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
  for (const name of TYPOGRAPHY) copy.style[name] = style[name];
  const single = field.tagName === 'INPUT';
  copy.style.whiteSpace = single ? 'pre' : 'pre-wrap';
  if (single)
    copy.style.lineHeight = `${field.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom)}px`;
  copy.style.translate = `${-field.scrollLeft}px ${-field.scrollTop}px`;
}

/**
 * @param {HTMLElement} copy
 * @param {number} start
 * @param {number} end
 * @returns {DOMRect[]}
 */
function rectsIn(copy, start, end) {
  const range = copy.ownerDocument.createRange();
  let at = 0;
  for (const child of copy.childNodes) {
    const node = child.firstChild ?? child;
    const length = child.textContent?.length ?? 0;
    if (start >= at && start < at + length) range.setStart(node, start - at);
    if (end > at && end <= at + length) range.setEnd(node, end - at);
    at += length;
  }
  return [...range.getClientRects()];
}
