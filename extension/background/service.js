/** @file The only fetch of the extension: the address the agent set, and nothing else, is ever contacted. */

import { isReview } from '../shared/review.js';
import { endWait, readHealth, remember, waitLeft } from './health.js';
import { isLoopback, readSettings } from './settings.js';

/** @typedef {import('../shared/panel.js').Settings} Settings */
/** @typedef {import('../shared/panel.js').Health} Health */
/** @typedef {import('../shared/panel.js').ServiceState} ServiceState */
/** @typedef {import('../shared/protocol.js').Reason} Reason */
/** @typedef {import('../shared/review.js').CheckRequest} CheckRequest */
/** @typedef {import('../shared/review.js').Review} Review */
/** @template T @typedef {import('../shared/protocol.js').Reply<T>} Reply */

const PATIENCE = 4_000;
const API_VERSION = 1;

/** @type {{ [status: number]: Reason }} */
const REASONS = {
  401: 'wrong-token',
  403: 'garbage',
  404: 'garbage',
  405: 'garbage',
  502: 'upgraded',
  503: 'upgraded',
};

/** One request a field; a newer text ends the older one. @type {Map<string, AbortController>} */
const inFlight = new Map();

/** @type {(() => void)[]} */
const recoveryListeners = [];

/** @type {ReturnType<typeof setTimeout> | undefined} */
let nextProbe;

/** @param {() => void} listener called when the service answers again after a failure */
export function onRecovery(listener) {
  recoveryListeners.push(listener);
}

/**
 * @param {string} field names the field across tabs and frames
 * @param {CheckRequest} request
 * @returns {Promise<Reply<Review>>}
 */
export async function check(field, request) {
  inFlight.get(field)?.abort();
  const controller = new AbortController();
  inFlight.set(field, controller);
  try {
    if (waitLeft() > 0) return { ok: false, reason: await standingReason() };
    const settings = await readSettings();
    /** @type {CheckRequest} */
    const body = { ...request, ruleset: settings.ruleset, offsets: 'utf-16' };
    return await post(settings, body, controller.signal);
  } finally {
    if (inFlight.get(field) === controller) inFlight.delete(field);
  }
}

/** Asks at once whether the service is there, takes our token and answers as it should. @returns {Promise<Health>} */
export async function probe() {
  endWait();
  await checkNothing();
  return readHealth();
}

/** A check of no text: the health route would answer even without the token. */
async function checkNothing() {
  const settings = await readSettings();
  await post(settings, { text: '', ruleset: settings.ruleset, offsets: 'utf-16' });
}

/** @returns {Promise<Reason>} */
async function standingReason() {
  const { state } = await readHealth();
  return state === 'ok' || state === 'starting' ? 'down' : state;
}

/**
 * @param {Settings} settings
 * @param {CheckRequest} body
 * @param {AbortSignal} [signal]
 * @returns {Promise<Reply<Review>>}
 */
async function post(settings, body, signal) {
  const reply = await exchange(settings, body, signal);
  if (signal?.aborted) return { ok: false, reason: 'superseded' };
  await report(reply.ok ? 'ok' : reply.reason, reply);
  return reply.ok ? { ok: true, value: reply.value } : { ok: false, reason: reply.reason };
}

/**
 * @param {Settings} settings
 * @param {CheckRequest} body
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<(Reply<Review>) & { latency: number }>}
 */
async function exchange({ address, token }, body, signal) {
  const started = performance.now();
  try {
    const response = await fetch(`${address.replace(/\/+$/, '')}/v1/check`, {
      method: 'POST',
      body: JSON.stringify(body),
      signal: AbortSignal.any([AbortSignal.timeout(PATIENCE), ...(signal ? [signal] : [])]),
      headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
    return { ...(await understand(response, body.text.length)), latency: performance.now() - started };
  } catch (error) {
    return { ok: false, reason: reasonOf(error, address), latency: 0 };
  }
}

/**
 * @param {Response} response
 * @param {number} length of the text that was sent
 * @returns {Promise<Reply<Review>>}
 */
async function understand(response, length) {
  const json = response.headers.get('Content-Type')?.includes('json') ?? false;
  if (!response.ok) {
    return {
      ok: false,
      reason: REASONS[response.status] ?? (json && response.status < 500 ? 'refused' : 'garbage'),
    };
  }
  if (!json) return { ok: false, reason: 'garbage' };
  const value = await response.json();
  if ((value?.software?.apiVersion ?? API_VERSION) > API_VERSION) return { ok: false, reason: 'upgraded' };
  return isReview(value, length) ? { ok: true, value } : { ok: false, reason: 'garbage' };
}

/**
 * @param {unknown} error
 * @param {string} address
 * @returns {Reason}
 */
function reasonOf(error, address) {
  const { name } = /** @type {Error} */ (error);
  if (name === 'AbortError') return 'superseded';
  if (name === 'TimeoutError') return 'slow';
  if (name === 'SyntaxError') return 'garbage';
  return navigator.onLine || isLoopback(new URL(address).hostname) ? 'down' : 'offline';
}

/**
 * @param {Reason | 'ok'} outcome
 * @param {{ latency: number, value?: Review }} reply
 */
async function report(outcome, { latency, value }) {
  if (outcome === 'superseded') return;
  const state = /** @type {ServiceState} */ (outcome === 'refused' ? 'ok' : outcome);
  const recovered = await remember({
    state,
    latency: Math.round(latency),
    version: value?.software?.version ?? '',
    complete: value?.warnings?.rulesOnly !== true,
  });
  clearTimeout(nextProbe);
  if (state !== 'ok') nextProbe = setTimeout(checkNothing, waitLeft());
  if (recovered) for (const listener of recoveryListeners) listener();
}
