/** @file The tab in front, and whether our content script answers there. */

/**
 * @typedef {object} Tab
 * @property {number} id
 * @property {boolean} here our script answers
 * @property {string} host
 * @property {string} origin '' where the browser does not tell
 * @property {boolean} paused for the message being written
 * @property {number} faults in it
 */

/** `popup.html?tab=7` speaks of tab 7: for the popup opened as a page of its own. @returns {Promise<Tab>} */
export async function findTab() {
  const asked = Number(new URLSearchParams(location.search).get('tab'));
  const tab = asked
    ? await chrome.tabs.get(asked)
    : (await chrome.tabs.query({ active: true, currentWindow: true }))[0];
  const id = tab?.id ?? chrome.tabs.TAB_ID_NONE;
  const address = tab?.url && URL.canParse(tab.url) ? new URL(tab.url) : null;
  const field = await tell(id, 'popup-asks-field');
  return {
    id,
    here: field !== null,
    host: field?.host ?? address?.hostname ?? '',
    origin: address?.origin ?? '',
    paused: field?.paused ?? false,
    faults: field?.faults ?? 0,
  };
}

/**
 * @param {number} id
 * @param {'popup-asks-field' | 'popup-pauses-message'} type
 * @returns {Promise<{ host: string, paused: boolean, faults: number } | null>} null when no script answers
 */
export async function tell(id, type) {
  try {
    const reply = await chrome.tabs.sendMessage(id, { type });
    return reply?.ok ? reply.value : null;
  } catch {
    return null;
  }
}
