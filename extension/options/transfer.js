/** @file Settings to a file and back. */

import { element } from '../shared/elements.js';
import { ask } from '../shared/protocol.js';
import { word } from '../shared/words.js';

/** @typedef {import('../shared/panel.js').Chosen} Chosen */
/** @typedef {import('../shared/protocol.js').Reply<Chosen>} ChosenReply */

/** @param {string} name @param {string} json */
export function download(name, json) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/**
 * @param {(reply: ChosenReply) => boolean} follow
 * @param {(text: string) => void} say
 */
export function wireTransfer(follow, say) {
  element('export-settings', HTMLElement).addEventListener('click', async () => {
    const reply = await ask('options-exports', {});
    if (reply.ok) download('coolhead-settings.json', reply.value);
  });
  const field = element('import-settings', HTMLInputElement);
  field.addEventListener('change', async () => {
    const json = await field.files?.[0]?.text();
    field.value = '';
    if (json === undefined) return;
    if (!follow(await ask('options-imports', { json }))) say(word('import_bad'));
  });
}
