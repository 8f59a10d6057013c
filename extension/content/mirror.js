/** @file Underlines in a textarea or input where the browser has no ranges in it: a see-through copy laid over it. */

import { rectsIn, rewrite } from './mirror-copy.js';
import { frameOrigin, shift } from './place.js';

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
  // Forced colours would make its words visible and take the underlines' own away.
  pane.style.forcedColorAdjust = 'none';
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
    rects(start, end) {
      if (!pane.isConnected) return [];
      const { left, top } = frameOrigin(field, document);
      return rectsIn(copy, start, end).map(
        (rect) => new DOMRect(rect.left - left, rect.top - top, rect.width, rect.height),
      );
    },
    refresh() {
      if (!pane.isConnected) return;
      lay(field, pane, copy);
      uncover(field, pane);
    },
  };
}

/**
 * @param {PlainField} field
 * @param {HTMLElement} pane
 * @param {HTMLElement} copy
 */
function lay(field, pane, copy) {
  const style = /** @type {Window} */ (field.ownerDocument.defaultView).getComputedStyle(field);
  const box = shift(field.getBoundingClientRect(), frameOrigin(field, pane.ownerDocument));
  // Zoom lays the text out anew, a transform does not: the copy has to follow each in its own way.
  const zoom = field.currentCSSZoom;
  const around = pane.currentCSSZoom / Number(pane.style.zoom || 1);
  const scale = field.offsetWidth ? (box.right - box.left) / (field.offsetWidth * zoom) : 1;
  Object.assign(pane.style, {
    zoom: String(zoom / around),
    left: `${box.left / zoom + field.clientLeft * scale}px`,
    top: `${box.top / zoom + field.clientTop * scale}px`,
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
  const origin = frameOrigin(field, pane.ownerDocument);
  for (const piece of pane.querySelectorAll('span')) {
    const { left, top, width, height } = piece.getBoundingClientRect();
    const [x, y] = [left - origin.left + width / 2, top - origin.top + height / 2];
    const covered = root.elementFromPoint(x, y) !== field;
    piece.style.visibility = covered ? 'hidden' : '';
  }
}
