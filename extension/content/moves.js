/** @file Tells when a field may stand elsewhere than before: scroll, resize, layout; at most once a frame. */

/**
 * @param {HTMLElement} field
 * @param {Document} home the document the overlays live in
 * @param {() => void} moved
 * @param {AbortSignal} signal
 */
export function onMoves(field, home, moved, signal) {
  const soon = oncePerFrame(home, moved, signal);
  const options = { capture: true, passive: true, signal };
  for (const document of new Set([home, field.ownerDocument])) {
    for (const type of ['scroll', 'transitionend', 'load']) document.addEventListener(type, soon, options);
    document.defaultView?.addEventListener('resize', soon, options);
  }
  home.fonts?.addEventListener('loadingdone', soon, { signal });
  const observer = new ResizeObserver(soon);
  for (const element of [field, home.body]) observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

/**
 * @param {Document} home
 * @param {() => void} task
 * @param {AbortSignal} signal
 * @returns {() => void}
 */
export function oncePerFrame(home, task, signal) {
  const view = /** @type {Window} */ (home.defaultView);
  let frame = 0;
  signal.addEventListener('abort', () => view.cancelAnimationFrame(frame), { once: true });
  return () => {
    if (frame || signal.aborted) return;
    frame = view.requestAnimationFrame(() => {
      frame = 0;
      task();
    });
  };
}
