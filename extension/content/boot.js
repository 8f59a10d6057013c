/** @file The content script: starts coolhead on a page, with the background as its only way out. */

import { ENGLISH, wordsFrom } from '../shared/messages.js';
import { answer, ask } from '../shared/protocol.js';
import { DEFAULT_VIEW } from '../shared/view.js';
import { start } from './main.js';
import { INK_STYLES } from './marks.js';
import { siteFor } from './sites/index.js';

/** @typedef {import('../shared/view.js').View} View */

/** Milliseconds. */
const AGAIN = 1000;

const host = new URL(self.origin === 'null' ? location.href : self.origin).hostname;
const changes = new EventTarget();
/** @type {View} */
let view = { ...DEFAULT_VIEW, on: false };
/** @type {ReturnType<typeof setTimeout> | undefined} */
let resuming;

/** @param {import('../shared/protocol.js').Reply<View>} reply */
function take(reply) {
  if (!reply.ok) return;
  view = reply.value;
  clearTimeout(resuming);
  const pause = view.pausedUntil - Date.now();
  // Longer pauses than a timer can hold end with a message from the background.
  if (view.pausedUntil && pause < 2 ** 31) resuming = setTimeout(renew, Math.max(0, pause));
  changes.dispatchEvent(new Event('change'));
}

async function renew() {
  const reply = await ask('page-asks-view', {});
  take(reply);
  // A background that is just starting may miss the question.
  if (!reply.ok && reply.reason !== 'reload-tab') resuming = setTimeout(renew, AGAIN);
}

/** @type {import('./parts.js').Preferences} */
const preferences = {
  current: () => view,
  onChange: (listener, signal) => changes.addEventListener('change', listener, { signal }),
  ignore: async (item) => take(await ask('page-asks-ignore', { item })),
  keepChip: (change) => {
    view = { ...view, chipAt: { ...view.chipAt, ...change } };
    void ask('page-keeps-chip', { change });
  },
  fixed: (kind) => void ask('page-tells-fixed', { kind }),
  open: () => void ask('page-opens-options', {}),
};

/** @type {import('./session.js').Transport} */
const transport = {
  check: (request, _signal, field) => ask('page-asks-check', { field, request }),
};

/** Read once: after an update of the extension an open page can ask for no words any more, and one is still to be said. */
function readWords() {
  const places = ['$1', '$2', '$3', '$4', '$5'];
  const read = Object.keys(ENGLISH).map((key) => [key, chrome.i18n.getMessage(key, places)]);
  return wordsFrom(Object.fromEntries(read));
}

/** A same-origin frame is looked after by the page around it. */
function isLookedAfter() {
  try {
    return window !== window.parent && window.frameElement !== null;
  } catch {
    return false;
  }
}

/** After an update Firefox starts the new copy in open pages, among what the old one can no longer take away. */
function clearRemains() {
  for (const host of document.querySelectorAll('coolhead-ui')) host.remove();
  for (const ink of Object.keys(INK_STYLES)) CSS.highlights?.delete(`coolhead-${ink}`);
}

function boot() {
  clearRemains();
  const mode = typeof COOLHEAD_SHADOW === 'string' ? COOLHEAD_SHADOW : 'closed';
  const language = chrome.i18n.getMessage('language');
  const direction = chrome.i18n.getMessage('direction');
  const words = readWords();
  const page = start({
    home: document,
    host,
    site: siteFor(host),
    transport,
    preferences,
    words,
    mode,
    language,
    direction,
  });
  answer({
    'worker-tells-change': async () => {
      await renew();
      return { ok: true, value: null };
    },
    'worker-tells-command': ({ command }) => {
      if (!page.focused) return null;
      page.run(command);
      return Promise.resolve({ ok: true, value: null });
    },
    'popup-asks-field': () => {
      const session = page.focused ?? page.latest;
      if (!session && window !== window.top) return null;
      const value = { host, paused: session?.paused ?? false, faults: session?.faults.length ?? 0 };
      return Promise.resolve({ ok: true, value });
    },
    'popup-pauses-message': () => {
      const session = page.focused ?? page.latest;
      if (!session) return null;
      session.pause(!session.paused);
      return Promise.resolve({ ok: true, value: { paused: session.paused } });
    },
  });
  renew();
}

if (!isLookedAfter()) boot();
