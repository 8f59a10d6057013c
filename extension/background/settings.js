/** @file What the agent chose: defaults, then their own choice, then the policy of their browser. */

import { SEVERITIES } from '../shared/review.js';
import { inTurn, read, readManaged, write } from './storage.js';

/** @typedef {import('../shared/panel.js').Settings} Settings */
/** @typedef {{ [key: string]: unknown }} Stored */

/** @type {Readonly<Settings>} */
export const DEFAULTS = Object.freeze({
  address: 'http://127.0.0.1:8425',
  token: '',
  ruleset: 'default',
  severity: 'suggestion',
  chip: true,
  reminder: false,
  offHosts: [],
  sites: [],
});

/** Step n makes version n + 1 out of version n; a released step is never changed. @type {((old: Stored) => Stored)[]} */
const STEPS = [(unversioned) => unversioned];

/** @type {{ [K in keyof Settings]: (value: unknown) => boolean }} */
const CHECKS = {
  address: (value) => typeof value === 'string' && isAddress(value),
  token: (value) => typeof value === 'string' && /^[\x21-\x7e]*$/.test(value),
  ruleset: (value) => typeof value === 'string' && /^[\w.-]{1,64}$/.test(value),
  severity: (value) => SEVERITIES.includes(/** @type {never} */ (value)),
  chip: (value) => typeof value === 'boolean',
  reminder: (value) => typeof value === 'boolean',
  offHosts: isStrings,
  sites: (value) => isStrings(value) && value.every((pattern) => /^https?:\/\/[^/*]+\/\*$/.test(pattern)),
};

/**
 * @param {unknown} value
 * @returns {value is string[]}
 */
function isStrings(value) {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/**
 * Plain http only to this machine: a draft never crosses a network in the clear.
 *
 * @param {string} address
 */
export function isAddress(address) {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, search, hash } = new URL(address);
  if (username || search || hash) return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/** @param {string} hostname */
export function isLoopback(hostname) {
  return hostname === '127.0.0.1' || hostname === 'localhost';
}

/**
 * @param {Stored} stored
 * @param {((old: Stored) => Stored)[]} [steps]
 * @returns {Stored}
 */
export function migrate(stored, steps = STEPS) {
  const from = Number(stored.version ?? 0);
  return steps.slice(from).reduce((old, step) => step(old), stored);
}

/**
 * The known keys with a value of the right kind; anything else is left out.
 *
 * @param {Stored} values
 * @returns {Partial<Settings>}
 */
export function sound(values) {
  const known = Object.entries(CHECKS).filter(([key, holds]) => key in values && holds(values[key]));
  return Object.fromEntries(known.map(([key]) => [key, values[key]]));
}

/** @returns {Promise<Partial<Settings>>} what the policy of the browser fixes */
async function prescribed() {
  return sound(await readManaged());
}

/** @returns {Promise<Settings>} */
export async function readSettings() {
  const [stored, token, policy] = await Promise.all([
    read('sync', 'settings', /** @type {Stored} */ ({})),
    read('local', 'token', ''),
    prescribed(),
  ]);
  return { ...DEFAULTS, ...sound(migrate(stored)), ...sound({ token }), ...policy };
}

/** @returns {Promise<string[]>} names of the settings the policy prescribes */
export async function lockedSettings() {
  return Object.keys(await prescribed());
}

/**
 * Keeps what is sound and not prescribed.
 *
 * @param {Stored} changes
 */
export function saveSettings(changes) {
  return inTurn('settings', async () => {
    const locked = await lockedSettings();
    const allowed = Object.entries(sound(changes)).filter(([key]) => !locked.includes(key));
    const { token, ...rest } = /** @type {Partial<Settings>} */ (Object.fromEntries(allowed));
    if (token !== undefined) await write('local', 'token', token);
    const own = sound(migrate(await read('sync', 'settings', /** @type {Stored} */ ({}))));
    await write('sync', 'settings', { ...own, ...rest, version: STEPS.length });
  });
}
