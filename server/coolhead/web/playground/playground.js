/** @file The playground: the extension's own content modules, with a fetch to this page's service as their transport. */

import { PANEL_LOOK } from '/extension/content/look.js';
import { start } from '/extension/content/main.js';
import { panelContent, sameSnapshot } from '/extension/content/panel.js';
import { GENERIC } from '/extension/content/site.js';
import { remember } from '/extension/shared/ignoring.js';
import { ENGLISH, wordsFrom } from '/extension/shared/messages.js';
import { DEFAULT_VIEW } from '/extension/shared/view.js';
import { EXAMPLES } from './examples.js';
import { transportTo } from './transport.js';

const words = wordsFrom({
  ...ENGLISH,
  chipHidden: 'Hidden',
  chipHiddenHelp: 'Load the page anew to see it again.',
});
const changes = new EventTarget();
/** @type {import('/extension/content/panel.js').Snapshot | null} */
let shown = null;
let view = { ...DEFAULT_VIEW, reminder: true };

/** @template {HTMLElement} T @param {string} id @returns {T} */
const at = (id) => /** @type {T} */ (document.getElementById(id));
const customer = /** @type {HTMLTextAreaElement} */ (at('customer'));
const example = /** @type {HTMLSelectElement} */ (at('example'));
const wire = /** @type {HTMLDetailsElement} */ (at('wire'));
const fields = { rich: at('rich'), plain: /** @type {HTMLTextAreaElement} */ (at('plain')) };
const checklist = at('checklist').attachShadow({ mode: 'open' });

/** @type {import('/extension/content/parts.js').Preferences} */
const preferences = {
  current: () => view,
  onChange: (listener, signal) => changes.addEventListener('change', listener, { signal }),
  ignore: (item) => {
    view = { ...view, ignored: remember(view.ignored, item) };
    changes.dispatchEvent(new Event('change'));
  },
  keepChip: (change) => {
    view = { ...view, chipAt: { ...view.chipAt, ...change } };
  },
  fixed: () => {},
};

/** @type {import('/extension/content/site.js').Site} */
const site = {
  ...GENERIC,
  id: 'playground',
  channel: 'email',
  conversation: () => (customer.value.trim() ? [{ role: 'customer', text: customer.value }] : []),
  sendButtons: () => [at('send')],
};

const transport = transportTo('/v1/check', (request, review) => {
  at('curl').textContent =
    `curl ${location.origin}/v1/check -H 'Content-Type: application/json' -d '${JSON.stringify(request).replaceAll("'", "'\\''")}'`;
  if (wire.open) at('answer').textContent = JSON.stringify(review, null, 2);
});

const page = start({
  home: document,
  host: location.hostname,
  site,
  transport,
  preferences,
  words,
  mode: 'open',
  observe: (session) => {
    const { snapshot } = session;
    if (sameSnapshot(snapshot, shown)) return;
    shown = snapshot;
    at('checklist').dataset.state = session.state;
    const content = panelContent(document, words, snapshot, {
      showEvidence: (row) => session.showEvidence(row?.evidence ?? []),
      goToFirst: () => {
        session.field.focus();
        page.run('next-fault');
      },
      insert: (line) => session.insert(line),
    });
    docked.replaceChildren(...content);
  },
});

const docked = document.createElement('div');
docked.className = 'docked';
const sheet = new CSSStyleSheet();
sheet.replaceSync(PANEL_LOOK);
checklist.adoptedStyleSheets = [sheet];
checklist.append(docked);

function showExample() {
  customer.value = EXAMPLES[example.value] ?? '';
  changes.dispatchEvent(new Event('change'));
}

/** @param {Event} event */
function swap({ target }) {
  const plain = /** @type {HTMLInputElement} */ (target).value === 'plain';
  if (plain) fields.plain.value = fields.rich.innerText;
  else fields.rich.innerText = fields.plain.value;
  fields.rich.hidden = plain;
  fields.plain.hidden = !plain;
  (plain ? fields.plain : fields.rich).focus();
}

customer.addEventListener('input', () => changes.dispatchEvent(new Event('change')));
example.addEventListener('change', showExample);
at('send').addEventListener('click', () => {
  at('sent').textContent = 'This is a playground: nothing is sent.';
});
for (const radio of document.querySelectorAll('input[name="kind"]')) radio.addEventListener('change', swap);
showExample();
fields.rich.focus();
