/** @file The private counts of hints taken: seen, saved and erased by the agent alone. */

import { element } from '../shared/elements.js';
import { ask } from '../shared/protocol.js';
import { download } from './transfer.js';

export async function showProgress() {
  const reply = await ask('options-asks-progress', {});
  const weeks = reply.ok ? Object.entries(reply.value).reverse() : [];
  const rows = weeks.flatMap(([week, counts]) =>
    Object.entries(counts).map(([kind, count]) => row([week, kind, String(count)])),
  );
  const table = element('progress', HTMLTableElement);
  table.tBodies[0]?.replaceChildren(...rows);
  table.hidden = rows.length === 0;
  element('progress-none', HTMLElement).hidden = rows.length > 0;
}

/** @param {string[]} texts */
function row(texts) {
  const made = document.createElement('tr');
  for (const text of texts) made.insertCell().textContent = text;
  return made;
}

export function wireProgress() {
  element('export-progress', HTMLElement).addEventListener('click', async () => {
    const reply = await ask('options-asks-progress', {});
    if (reply.ok) download('coolhead-progress.json', JSON.stringify(reply.value, null, 2));
  });
  element('erase-progress', HTMLElement).addEventListener('click', async () => {
    await ask('options-erases-progress', {});
    await showProgress();
  });
}
