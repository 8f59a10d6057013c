/** @file The pages beyond the fixed list: registered as content scripts once the browser has granted them. */

import { readSettings, saveSettings } from './settings.js';
import { inTurn, read, write } from './storage.js';

const ID = 'further-sites';

/**
 * A site the agent is asking the browser for: the popup that asks may be closed by the browser's own question.
 *
 * @param {string} pattern
 */
export async function wantSite(pattern) {
  await write('session', 'wanted', pattern);
  if (await chrome.permissions.contains({ origins: [pattern] })) await takeGranted({ origins: [pattern] });
}

/**
 * What the browser has granted: the site that was asked for is on the list from now on.
 *
 * @param {chrome.permissions.Permissions} granted
 */
export async function takeGranted({ origins = [] }) {
  const wanted = await read('session', 'wanted', '');
  if (origins.includes(wanted)) {
    await write('session', 'wanted', undefined);
    const { sites } = await readSettings();
    await saveSettings({ sites: [...new Set([...sites, wanted])] });
  }
  await registerSites();
}

/** Registers exactly the sites that are both wished for and granted. */
export function registerSites() {
  return inTurn('sites', async () => {
    const { sites } = await readSettings();
    const granted = await Promise.all(
      sites.map((origin) => chrome.permissions.contains({ origins: [origin] })),
    );
    const matches = sites.filter((_, index) => granted[index]);
    const [registered] = await chrome.scripting.getRegisteredContentScripts({ ids: [ID] });
    if (registered) await chrome.scripting.unregisterContentScripts({ ids: [ID] });
    if (matches.length > 0) await chrome.scripting.registerContentScripts([script(matches)]);
  });
}

/**
 * The script of the manifest, for other pages.
 *
 * @param {string[]} matches
 * @returns {chrome.scripting.RegisteredContentScript}
 */
function script(matches) {
  const [fixed] = chrome.runtime.getManifest().content_scripts ?? [];
  // Firefox lists them with their full address, and takes them without it only.
  const relative = (/** @type {string} */ path) => new URL(path, chrome.runtime.getURL('')).pathname.slice(1);
  return {
    id: ID,
    matches,
    js: (fixed?.js ?? []).map(relative),
    runAt: 'document_idle',
    allFrames: true,
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
  };
}
