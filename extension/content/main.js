/** @file Wires fields, service, marks and card together for one page. */

import { watch } from './fields.js';
import { Guide } from './guide.js';
import { listen } from './listening.js';
import { oncePerFrame } from './moves.js';
import { Session } from './session.js';
import { Ui } from './ui.js';

/** @typedef {import('./parts.js').Parts} Parts */

/**
 * @param {Parts} parts
 * @returns what the outside can ask of the running page
 */
export function start({ home, host, site, transport, preferences, words, observe, ...face }) {
  const controller = new AbortController();
  const { signal } = controller;
  /** @type {Set<Session>} */
  const sessions = new Set();
  const ui = new Ui(home, face);
  const choices = () => ({ view: preferences.current(), host });
  const services = { words, choices, preferences };
  const guide = new Guide(ui, services, signal);
  const changed = (/** @type {Session} */ session) => {
    guide.changed(session);
    observe?.(session);
    if (session.state === 'reload-tab') guide.side.sayFarewell(() => controller.abort());
  };
  const around = { site, transport, choices, overlay: ui.root, changed };

  /** @type {import('./fields.js').Attach} */
  const attach = (field, gone) => {
    const session = new Session(field, around, gone);
    sessions.add(session);
    listen(session, guide, ui, gone);
    gone.addEventListener('abort', () => sessions.delete(session), { once: true });
  };
  const reconsider = () => {
    for (const session of sessions) session.reconsider();
    guide.settle();
  };

  const settle = oncePerFrame(home, () => guide.settle(), signal);
  watch(home, (field) => site.checks(field), attach, settle, signal);
  preferences.onChange(reconsider, signal);
  home.defaultView?.addEventListener('online', reconsider, { signal });
  signal.addEventListener('abort', () => ui.remove(), { once: true });
  return {
    stop: () => controller.abort(),
    /** The field that has the focus. */
    get focused() {
      return guide.side.session;
    },
    /** The field that had the focus last, as long as it is there. */
    get latest() {
      return guide.side.latest;
    },
    run: (/** @type {import('../shared/protocol.js').Command} */ command) => {
      const session = guide.side.session;
      if (session) guide.run(command, session);
    },
  };
}
