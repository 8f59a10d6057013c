/** @file How the service is doing: remembered for the popup, shown on the icon, and how long to wait before asking again. */

import { read, write } from './storage.js';

/** @typedef {import('../shared/panel.js').Health} Health */
/** @typedef {import('../shared/panel.js').ServiceState} ServiceState */

/** Milliseconds to leave a silent service alone, longer each time. */
const WAITS = [1_000, 2_000, 5_000, 10_000];

/** @type {Readonly<Health>} */
const UNKNOWN = Object.freeze({ state: 'starting', latency: 0, version: '', complete: true });

/** Lost when the worker sleeps, which only means that the next check asks at once. */
let failures = 0;
let quietUntil = 0;

/** @returns {Promise<Health>} */
export function readHealth() {
  return read('session', 'health', UNKNOWN);
}

/** Milliseconds until the service may be asked again; 0: now. */
export function waitLeft() {
  return Math.max(0, quietUntil - Date.now());
}

export function endWait() {
  failures = 0;
  quietUntil = 0;
}

/**
 * @param {Health} health
 * @returns {Promise<boolean>} whether the service has just come back
 */
export async function remember(health) {
  const before = await readHealth();
  if (health.state === 'ok') {
    endWait();
  } else {
    quietUntil = Date.now() + /** @type {number} */ (WAITS[Math.min(failures, WAITS.length - 1)]);
    failures += 1;
  }
  await write('session', 'health', { ...health, version: health.version || before.version });
  if (before.state !== health.state) await showOnIcon(health.state);
  return health.state === 'ok' && before.state !== 'ok' && before.state !== 'starting';
}

/** @param {ServiceState} state */
async function showOnIcon(state) {
  const well = state === 'ok' || state === 'starting';
  await chrome.action.setBadgeText({ text: well ? '' : '!' });
  await chrome.action.setBadgeBackgroundColor({ color: '#8a4b00' });
}
