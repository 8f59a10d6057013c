/** @file Where the agent put the chip on each site, and where they hid it; kept on this machine. */

import { DEFAULT_VIEW } from '../shared/view.js';
import { inTurn, read, write } from './storage.js';

/** @typedef {import('../shared/view.js').ChipPlace} ChipPlace */
/** @typedef {{ [host: string]: Partial<ChipPlace> }} Chips */

const UNMOVED = DEFAULT_VIEW.chipAt;

/**
 * @param {string} host
 * @returns {Promise<ChipPlace>}
 */
export async function readChip(host) {
  const chips = await read('local', 'chips', /** @type {Chips} */ ({}));
  return { ...UNMOVED, ...chips[host] };
}

/**
 * @param {string} host
 * @param {Partial<ChipPlace>} change anything of the wrong kind is left out
 */
export function saveChip(host, change) {
  const { left, top, hidden } = change;
  return inTurn('chips', async () => {
    const chips = await read('local', 'chips', /** @type {Chips} */ ({}));
    const place = {
      ...chips[host],
      ...(Number.isFinite(left) && Number.isFinite(top) && { left, top }),
      ...(typeof hidden === 'boolean' && { hidden }),
    };
    await write('local', 'chips', { ...chips, [host]: place });
  });
}
