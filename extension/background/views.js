/** @file What one page is told of the settings, and the call to every page that they changed. */

import { legible } from '../shared/shortcuts.js';
import { readChip } from './chips.js';
import { readIgnored } from './ignored.js';
import { pausedUntil, readPauses } from './pauses.js';
import { readSettings } from './settings.js';

/** @typedef {import('../shared/view.js').View} View */

/**
 * @param {string} host
 * @param {number | undefined} tab
 * @returns {Promise<View>}
 */
export async function viewFor(host, tab) {
  const [settings, ignored, pauses, chipAt, keys] = await Promise.all([
    readSettings(),
    readIgnored(),
    readPauses(),
    readChip(host),
    readKeys(),
  ]);
  const until = pausedUntil(pauses, tab);
  return {
    on: !settings.offHosts.includes(host) && until === 0,
    pausedUntil: until,
    severity: settings.severity,
    ignored,
    chip: settings.chip,
    chipAt,
    reminder: settings.reminder,
    keys,
  };
}

/** @returns {Promise<Record<string, string>>} */
async function readKeys() {
  const commands = await chrome.commands.getAll();
  return Object.fromEntries(commands.map(({ name = '', shortcut = '' }) => [name, legible(shortcut)]));
}

/** Every page asks anew; a tab without our script does not answer, which is fine. */
export async function tellEveryPage() {
  const tabs = await chrome.tabs.query({});
  const told = tabs.map(({ id }) => id && chrome.tabs.sendMessage(id, { type: 'worker-tells-change' }));
  await Promise.allSettled(told);
}
