/** @file The browser's leave to ask the service: this machine has it always, another one once the user has given it. */

/**
 * @param {string} address
 * @returns {string[]} match patterns that must be granted
 */
function needed(address) {
  if (!URL.canParse(address)) return [];
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' ? [`https://${hostname}/*`] : [];
}

/**
 * What to tell of the service: a browser that has not given leave makes it look as if it were down.
 *
 * @param {import('./panel.js').ServiceState} state
 * @param {string} address
 * @returns {Promise<import('./panel.js').ServiceState | 'ungranted'>}
 */
export async function toldState(state, address) {
  if (state === 'ok' || state === 'offline') return state;
  return (await chrome.permissions.contains({ origins: needed(address) })) ? state : 'ungranted';
}

/**
 * Must be called while a click is being answered.
 *
 * @param {string} address
 * @returns {Promise<boolean>}
 */
export function askLeave(address) {
  const origins = needed(address);
  return origins.length > 0 ? chrome.permissions.request({ origins }) : Promise.resolve(true);
}
