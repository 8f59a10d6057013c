/** @file The only access to the browser's storage; every value is checked by its owner, not here. */

/** @typedef {'sync' | 'local' | 'session'} Area */

/**
 * @template T
 * @param {Area} area
 * @param {string} key
 * @param {T} fallback
 * @returns {Promise<T>}
 */
export async function read(area, key, fallback) {
  const found = await chrome.storage[area].get(key);
  return /** @type {T} */ (found[key] ?? fallback);
}

/**
 * @param {Area} area
 * @param {string} prefix
 * @returns {Promise<{ [key: string]: unknown }>} every value whose key starts with the prefix
 */
export async function readAll(area, prefix) {
  const found = await chrome.storage[area].get(null);
  return Object.fromEntries(Object.entries(found).filter(([key]) => key.startsWith(prefix)));
}

/**
 * @param {Area} area
 * @param {string} key
 * @param {unknown} value undefined removes the key
 */
export async function write(area, key, value) {
  if (value === undefined) await chrome.storage[area].remove(key);
  else await chrome.storage[area].set({ [key]: value });
}

/** What the browser's policy prescribes; Firefox throws where there is none. */
export async function readManaged() {
  try {
    return /** @type {{ [key: string]: unknown }} */ (await chrome.storage.managed.get(null));
  } catch {
    return {};
  }
}

/** @type {{ [queue: string]: Promise<unknown> }} */
const queues = {};

/**
 * Runs read-change-write steps of one name one after the other, so that none overwrites another.
 *
 * @template T
 * @param {string} queue
 * @param {() => Promise<T>} step
 * @returns {Promise<T>}
 */
export function inTurn(queue, step) {
  const next = (queues[queue] ?? Promise.resolve()).then(step, step);
  queues[queue] = next;
  return next;
}
