/** @file Settings and ignored items as one JSON file, without the token. */

import { addIgnored, isIgnored, readIgnored } from './ignored.js';
import { readSettings, saveSettings, sound } from './settings.js';

const FORMAT = 1;

/** @returns {Promise<string>} */
export async function exportChosen() {
  const [{ token: _secret, ...settings }, ignored] = await Promise.all([readSettings(), readIgnored()]);
  return JSON.stringify({ coolhead: FORMAT, settings, ignored }, null, 2);
}

/**
 * @param {string} json
 * @returns {Promise<boolean>} false, and nothing changed, when it is not such a file
 */
export async function importChosen(json) {
  const file = parse(json);
  if (file?.coolhead !== FORMAT || typeof file.settings !== 'object' || file.settings === null) return false;
  await saveSettings(sound(file.settings));
  if (Array.isArray(file.ignored)) for (const item of file.ignored.filter(isIgnored)) await addIgnored(item);
  return true;
}

/** @param {string} json @returns {any} */
function parse(json) {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
