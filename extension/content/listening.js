/** @file What the agent does in and around a field: focus, pointer, keys, sending. Aborts with the field. */

import { commandOf, walkButtons } from './keys.js';
import { oncePerFrame, onMoves } from './moves.js';

/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./guide.js').Guide} Guide */
/** @typedef {import('./ui.js').Ui} Ui */

/**
 * @param {Session} session
 * @param {Guide} guide
 * @param {Ui} ui
 * @param {AbortSignal} signal
 */
export function listen(session, guide, ui, signal) {
  onMoves(session.field, ui.home, () => guide.settle(), signal);
  const typed = oncePerFrame(ui.home, () => guide.typed(session), signal);
  session.field.addEventListener('input', typed, { signal });
  listenToFocus(session, guide, ui, signal);
  listenToPointer(session, guide, ui, signal);
  listenToKeys(session, guide, ui, signal);
  listenToSending(session, guide, ui, signal);
}

/**
 * @param {Session} session
 * @param {Guide} guide
 * @param {Ui} ui
 * @param {AbortSignal} signal
 */
function listenToFocus(session, guide, ui, signal) {
  const { field } = session;
  const hasFocus = () => /** @type {Document | ShadowRoot} */ (field.getRootNode()).activeElement === field;
  if (hasFocus() || field.matches(':focus-within')) guide.side.attend(session);
  field.addEventListener('focusin', () => guide.side.attend(session), { signal });
  field.addEventListener(
    'focusout',
    (event) => {
      if (event.relatedTarget !== ui.host) guide.side.leave(session);
    },
    { signal },
  );
  const drop = () => {
    guide.side.leave(session);
    if (guide.side.latest === session) guide.side.latest = null;
    guide.forget(session);
  };
  signal.addEventListener('abort', drop, { once: true });
}

/**
 * @param {Session} session
 * @param {Guide} guide
 * @param {Ui} ui
 * @param {AbortSignal} signal
 */
function listenToPointer(session, guide, ui, signal) {
  const { field } = session;
  const { hover } = guide;
  let last = { x: 0, y: 0, resting: false };
  const look = oncePerFrame(
    ui.home,
    () => hover.over(session, last.resting ? session.faultAt(last.x, last.y) : null),
    signal,
  );
  const options = { capture: true, passive: true, signal };
  for (const document of new Set([ui.home, field.ownerDocument])) {
    document.addEventListener(
      'pointerdown',
      (event) => {
        if (ui.owns(event)) return;
        hover.cancel();
        guide.close();
        guide.side.closePanel();
      },
      options,
    );
  }
  const move = (/** @type {PointerEvent} */ event) => {
    last = { x: event.clientX, y: event.clientY, resting: event.buttons === 0 };
    look();
  };
  field.addEventListener('pointermove', move, { passive: true, signal });
  field.addEventListener('pointerleave', (event) => ui.owns(event) || hover.over(session, null), {
    passive: true,
    signal,
  });
  guide.card.box.addEventListener('pointerenter', () => hover.rest(), { passive: true, signal });
}

/**
 * @param {Session} session
 * @param {Guide} guide
 * @param {Ui} ui
 * @param {AbortSignal} signal
 */
function listenToKeys(session, guide, ui, signal) {
  const press = (/** @type {KeyboardEvent} */ event) => {
    if (guide.side.session !== session) return;
    const inside = ui.owns(event);
    const command = commandOf(event, guide.isOpen || (inside && guide.side.isOpen));
    const walked = !command && inside && walkButtons(event, guide.isOpen ? guide.card.box : guide.side.panel);
    if (!command && !walked) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (command) guide.run(command, session);
  };
  for (const document of new Set([ui.home, session.field.ownerDocument])) {
    document.defaultView?.addEventListener('keydown', press, { capture: true, signal });
  }
}

/**
 * @param {Session} session
 * @param {Guide} guide
 * @param {Ui} ui
 * @param {AbortSignal} signal
 */
function listenToSending(session, guide, ui, signal) {
  const { field } = session;
  const remind = (/** @type {Element} */ anchor) => {
    if (guide.services.choices().view.reminder)
      guide.side.reminder.remind(session.snapshot, ui.boxOf(anchor));
  };
  const options = { capture: true, passive: true, signal };
  field.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) remind(field);
    },
    options,
  );
  const click = (/** @type {Event} */ event) => {
    const path = event.composedPath();
    const button = session.around.site.sendButtons(field).find((candidate) => path.includes(candidate));
    if (button) remind(button);
  };
  for (const document of new Set([ui.home, field.ownerDocument]))
    document.addEventListener('click', click, options);
}
