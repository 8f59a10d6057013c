/** @file Where a floating box goes: near its anchor, inside the viewport, off what must stay visible. Pure geometry. */

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */
/** @typedef {{ width: number, height: number }} Size */
/** @typedef {{ left: number, top: number }} Point */

const GAP = 8;

/**
 * Below the anchor if there is room, else above, else clear of what to avoid, else wherever the least is hidden.
 *
 * @param {Box} anchor
 * @param {Size} size of the box to place
 * @param {Size} viewport
 * @param {readonly Box[]} avoid the caret, Send, …
 * @returns {Point}
 */
export function place(anchor, size, viewport, avoid) {
  const under = (/** @type {Box} */ box) => ({ left: anchor.left, top: box.bottom + GAP });
  const over = (/** @type {Box} */ box) => ({ left: anchor.left, top: box.top - GAP - size.height });
  const behind = (/** @type {Box} */ box) => ({ left: box.right + GAP, top: anchor.bottom + GAP });
  const before = (/** @type {Box} */ box) => ({
    left: box.left - GAP - size.width,
    top: anchor.bottom + GAP,
  });
  const boxes = [anchor, ...avoid];
  const candidates = [
    ...boxes.flatMap((box) => [under(box), over(box)]),
    ...boxes.flatMap((box) => [behind(box), before(box)]),
  ].map((point) => clamp(point, size, viewport));
  const cost = (/** @type {Point} */ point) => {
    const box = { ...point, right: point.left + size.width, bottom: point.top + size.height };
    return 3 * overlap(box, anchor) + avoid.reduce((sum, other) => sum + 10 * overlap(box, other), 0);
  };
  return candidates.reduce((best, point) => (cost(point) < cost(best) ? point : best));
}

/**
 * @param {Point} point
 * @param {Size} size
 * @param {Size} viewport
 * @returns {Point}
 */
function clamp(point, size, viewport) {
  return {
    left: Math.max(GAP, Math.min(point.left, viewport.width - size.width - GAP)),
    top: Math.max(GAP, Math.min(point.top, viewport.height - size.height - GAP)),
  };
}

/**
 * @param {Box} one
 * @param {Box} other
 * @returns {number} shared area
 */
export function overlap(one, other) {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/**
 * @param {Box} one
 * @param {Box} other
 * @returns {Box} what they share
 */
export function meet(one, other) {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

/**
 * Where the viewport of an element's document begins in the viewport of `home`: frames lie inside one another.
 *
 * @param {Element} element
 * @param {Document} home
 * @returns {Point}
 */
export function frameOrigin(element, home) {
  const origin = { left: 0, top: 0 };
  for (let document = element.ownerDocument; document !== home; ) {
    const frame = /** @type {HTMLElement | null | undefined} */ (document.defaultView?.frameElement);
    if (!frame) break;
    const rect = frame.getBoundingClientRect();
    origin.left += rect.left + frame.clientLeft;
    origin.top += rect.top + frame.clientTop;
    document = frame.ownerDocument;
  }
  return origin;
}

/**
 * @param {Box} box
 * @param {Point} by
 * @returns {Box}
 */
export function shift(box, by) {
  return {
    left: box.left + by.left,
    top: box.top + by.top,
    right: box.right + by.left,
    bottom: box.bottom + by.top,
  };
}
