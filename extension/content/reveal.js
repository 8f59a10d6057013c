/** @file Scrolls words into view: the field itself, what it lies in, and the frames around. */

import { shift } from './place.js';

/** @typedef {import('./place.js').Box} Box */

/** Pixels of what comes before and after that are shown with them. */
const MARGIN = 24;

/**
 * @param {Element} field
 * @param {() => Box | undefined} locate where the words are now, in the viewport of the field's document
 */
export function reveal(field, locate) {
  for (let box = /** @type {Element | null} */ (field); box; box = outside(box)) {
    const rect = locate();
    if (!rect) return;
    const view = /** @type {Window} */ (box.ownerDocument.defaultView);
    const whole = box === box.ownerDocument.scrollingElement;
    if (!whole && !clips(view.getComputedStyle(box))) continue;
    const seen = whole ? new DOMRect(0, 0, box.clientWidth, box.clientHeight) : box.getBoundingClientRect();
    const left = beyond(rect.left, rect.right, seen.left, seen.right);
    const top = beyond(rect.top, rect.bottom, seen.top, seen.bottom);
    if (left || top) box.scrollBy({ left, top, behavior: 'instant' });
  }
  const frame = field.ownerDocument.defaultView?.frameElement;
  if (frame) reveal(frame, () => fromInside(frame, locate()));
}

/**
 * @param {Element} frame
 * @param {Box | undefined} box
 */
function fromInside(frame, box) {
  const { left, top } = frame.getBoundingClientRect();
  return box && shift(box, { left: left + frame.clientLeft, top: top + frame.clientTop });
}

/** @param {Element} element */
function outside(element) {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? /** @type {ShadowRoot} */ (root).host ?? null;
}

/** @param {CSSStyleDeclaration} style */
function clips({ overflowX, overflowY }) {
  return overflowX !== 'visible' || overflowY !== 'visible';
}

/**
 * @param {number} start of the words, along one axis
 * @param {number} end
 * @param {number} from the first that is seen
 * @param {number} to
 * @returns {number} pixels to scroll by; the start counts when not all of it fits
 */
export function beyond(start, end, from, to) {
  const margin = Math.max(0, Math.min(MARGIN, (to - from - (end - start)) / 2));
  if (start < from) return start - margin - from;
  return end > to ? Math.min(end + margin - to, start - from) : 0;
}
