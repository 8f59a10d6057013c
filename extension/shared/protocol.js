/** @file Every message between page, popup, options and worker: named by direction, answered with a Reply. */

/** @typedef {import('./review.js').CheckRequest} CheckRequest */
/** @typedef {import('./review.js').Review} Review */
/** @typedef {import('./view.js').View} View */
/** @typedef {import('./view.js').Ignored} Ignored */

/**
 * Why there is no value. `superseded`: a newer text came · `offline`: the browser is · `down`: nothing listens ·
 * `slow`: no answer in time · `garbage`: not an answer we know · `wrong-token` · `upgraded`: the service speaks a newer
 * version or is restarting · `refused`: any other problem+json · `paused`: switched off here · `reload-tab`: this page
 * holds an old copy of the extension.
 *
 * @typedef {'superseded' | 'offline' | 'down' | 'slow' | 'garbage' | 'wrong-token' | 'upgraded' | 'refused' | 'paused' |
 *   'reload-tab'} Reason
 */

/** @template T @typedef {{ ok: true, value: T } | { ok: false, reason: Reason }} Reply */

/** @typedef {'next-fault' | 'previous-fault' | 'apply-first' | 'ignore-fault' | 'close-card'} Command */
/** @typedef {'starting' | 'ok' | Exclude<Reason, 'superseded'>} State */

/**
 * What every message carries and what comes back.
 *
 * @typedef {object} PageMessages
 * @property {{ sends: { field: string, request: CheckRequest }, returns: Review }} page-asks-check
 * @property {{ sends: {}, returns: View }} page-asks-view
 * @property {{ sends: { item: Ignored }, returns: View }} page-asks-ignore
 * @property {{ sends: { kind: string }, returns: null }} page-tells-fixed counted; never any text
 * @property {{ sends: { change: Partial<import('./view.js').ChipPlace> }, returns: null }} page-keeps-chip for the sender's host
 * @property {{ sends: {}, returns: null }} page-opens-options
 * @property {{ sends: {}, returns: null }} worker-tells-change ask for the view again and check again
 * @property {{ sends: { command: Command }, returns: null }} worker-tells-command
 */

/** @typedef {PageMessages & import('./panel.js').PanelMessages} Messages */
/** @typedef {keyof Messages} Kind */
/** @template {Kind} K @typedef {{ type: K } & Messages[K]['sends']} Message */
/** @template {Kind} K @typedef {Reply<Messages[K]['returns']>} Answer */

/**
 * Asks the worker; never throws. After an update of the extension an open page only ever gets `reload-tab`.
 *
 * @template {Kind} K
 * @param {K} type
 * @param {Messages[K]['sends']} content
 * @returns {Promise<Answer<K>>}
 */
export async function ask(type, content) {
  if (!chrome.runtime?.id) return { ok: false, reason: 'reload-tab' };
  try {
    const reply = await chrome.runtime.sendMessage({ type, ...content });
    return isReply(reply) ? reply : { ok: false, reason: 'garbage' };
  } catch {
    return { ok: false, reason: chrome.runtime?.id ? 'down' : 'reload-tab' };
  }
}

/**
 * @param {unknown} value
 * @returns {value is Reply<any>}
 */
function isReply(value) {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

/**
 * Answers messages of the given kinds; others are left for other listeners. A handler that throws answers `refused`,
 * one that returns null leaves the answer to another frame.
 *
 * @param {{ [K in Kind]?: (message: Message<K>, sender: chrome.runtime.MessageSender) => Promise<Answer<K>> | null }} handlers
 * @returns {() => void} stops answering
 */
export function answer(handlers) {
  /** @type {(message: any, sender: chrome.runtime.MessageSender, respond: (reply: Reply<any>) => void) => boolean} */
  const listener = (message, sender, respond) => {
    if (sender.id !== chrome.runtime.id) return false;
    const pending = handlers[/** @type {Kind} */ (message.type)]?.(/** @type {never} */ (message), sender);
    if (!pending) return false;
    pending.then(respond, () => respond({ ok: false, reason: 'refused' }));
    return true;
  };
  chrome.runtime.onMessage.addListener(listener);
  return () => chrome.runtime.onMessage.removeListener(listener);
}
