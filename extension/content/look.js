/** @file How card, chip, panel, reminder and mirror look: calm, light or dark with the field, clear in forced colours. */

const BASE = `
:host { color-scheme: light dark; }
* { box-sizing: border-box; margin: 0; }
[hidden] { display: none !important; }
.card, .chip, .panel, .reminder, .docked {
  --ink: light-dark(#1c2733, #e8eef4); --soft: light-dark(#51606f, #a9b7c4); --line: light-dark(#dfe5ea, #36424e);
  --paper: light-dark(#ffffff, #1b232b); --wash: light-dark(#f3f7f8, #25303a); --calm: light-dark(#0b7a6b, #4fd1bd);
  --error: light-dark(#c62a31, #ff8b8f); --warning: light-dark(#a15c00, #f5b04c); --suggestion: light-dark(#1f66d1, #86b5ff);
  font: 400 14px/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  color: var(--ink); background: var(--paper); text-align: start; text-indent: 0; text-transform: none; text-shadow: none;
  letter-spacing: normal; word-spacing: normal; white-space: normal; cursor: default; pointer-events: auto; user-select: text;
}
[popover] { position: fixed; inset: auto; margin: 0; border: 1px solid var(--line); padding: 0; overflow: auto; }
.card, .panel, .reminder {
  border-radius: 12px; box-shadow: 0 1px 2px rgb(12 30 44 / 0.08), 0 8px 28px rgb(12 30 44 / 0.18);
  max-height: calc(100vh - 16px); overscroll-behavior: contain;
}
button { font: inherit; color: inherit; background: none; border: 0; border-radius: 8px; padding: 0; cursor: pointer; text-align: start; }
button:focus-visible, a:focus-visible, summary:focus-visible { outline: 2px solid var(--suggestion); outline-offset: 1px; }
h2, h3 { font-size: 14px; font-weight: 650; }
h3 { color: var(--soft); font-size: 12px; font-weight: 600; margin: 14px 0 6px; }
ul { list-style: none; padding: 0; }
a { color: var(--suggestion); }
summary { cursor: pointer; color: var(--soft); font-size: 13px; border-radius: 6px; }
kbd { font: 500 11px/1 ui-monospace, SFMono-Regular, Menlo, monospace; color: var(--soft); border: 1px solid var(--line);
  border-radius: 4px; padding: 2px 4px; white-space: nowrap; }
.live { position: fixed; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (prefers-reduced-motion: no-preference) {
  .card:popover-open, .panel:popover-open, .reminder:popover-open { animation: settle 120ms ease-out; }
  @keyframes settle { from { opacity: 0; transform: translateY(3px); } }
}
@media print { [popover], .mirror { display: none !important; } }
`;

const CARD = `
.card { width: min(388px, calc(100vw - 16px)); padding: 12px 16px 10px; }
.card .head { display: flex; align-items: center; gap: 8px; }
.card .head h2 { flex: 1; }
.dot { inline-size: 10px; block-size: 10px; border-radius: 50%; background: currentColor; flex: none; forced-color-adjust: none; }
.dot.error { color: var(--error); } .dot.warning { color: var(--warning); } .dot.suggestion { color: var(--suggestion); }
.position, .guideline { color: var(--soft); font-size: 12px; }
.close { inline-size: 26px; block-size: 26px; text-align: center; color: var(--soft); font-size: 17px; line-height: 1; }
.close:hover { background: var(--wash); }
.reason { margin: 6px 0 2px; }
.wordings { display: grid; gap: 6px; margin: 10px 0; }
.wordings h3 { margin: 0; }
.wording { display: flex; gap: 10px; align-items: baseline; inline-size: 100%; padding: 8px 10px; background: var(--wash);
  border: 1px solid transparent; color: var(--ink); }
.wording span { flex: 1; overflow-wrap: anywhere; }
.wording:hover, .wording:focus-visible { border-color: var(--calm); }
.wording:first-of-type { border-color: color-mix(in srgb, var(--calm) 45%, transparent); }
.card details p { margin: 6px 0 2px; color: var(--soft); font-size: 13px; }
.card .foot { border-top: 1px solid var(--line); margin-top: 10px; padding-top: 8px; display: grid; gap: 6px; }
.ignore { display: flex; flex-wrap: wrap; gap: 4px; align-items: center; font-size: 12px; color: var(--soft); }
.ignore span { margin-inline-end: 4px; }
.ignore button, .quiet { font-size: 12px; padding: 3px 8px; border: 1px solid var(--line); border-radius: 999px; color: var(--soft); }
.ignore button:hover, .quiet:hover { background: var(--wash); color: var(--ink); }
.keys { font-size: 12px; color: var(--soft); display: flex; flex-wrap: wrap; gap: 4px 10px; }
.notice { background: var(--wash); border-radius: 8px; padding: 8px 10px; font-size: 13px; margin: 10px 0; }
`;

const CHIP = `
.chip { inline-size: 30px; block-size: 30px; border-radius: 50%; padding: 0; overflow: visible; touch-action: none; user-select: none;
  box-shadow: 0 1px 4px rgb(12 30 44 / 0.22); text-align: center; font-size: 12px; font-weight: 650; cursor: pointer;
  --ring: var(--calm); --share: 100%;
  background: radial-gradient(closest-side, var(--paper) 74%, transparent 76%), conic-gradient(var(--ring) var(--share), var(--line) 0); }
.chip[popover] { border: 0; }
.chip[data-level='low'] { --ring: var(--error); } .chip[data-level='middle'] { --ring: var(--warning); }
.chip[data-state]:not([data-state='ok']) { --ring: var(--soft); --share: 25%; color: var(--soft); }
.chip:focus-visible { outline: 2px solid var(--suggestion); outline-offset: 2px; }
@media (forced-colors: active) { .chip[popover] { border: 2px solid ButtonText; } }
`;

const PANEL = `
.panel { width: min(340px, calc(100vw - 16px)); padding: 14px 16px; }
.docked { padding: 18px 20px; border-radius: 12px; border: 1px solid var(--line); }
.top { display: flex; align-items: baseline; gap: 10px; }
.top h2 { flex: 1; }
.value { font-size: 22px; font-weight: 680; font-variant-numeric: tabular-nums; }
.value small { font-size: 12px; font-weight: 400; color: var(--soft); }
.meter { block-size: 6px; border-radius: 3px; background: var(--line); overflow: hidden; margin: 8px 0 2px; }
.meter i { display: block; block-size: 100%; border-radius: 3px; background: var(--calm); transition: inline-size 160ms; forced-color-adjust: none; }
.meter[data-level='low'] i { background: var(--error); } .meter[data-level='middle'] i { background: var(--warning); }
.counts { color: var(--soft); font-size: 13px; display: flex; justify-content: space-between; gap: 8px; margin-top: 6px; }
.counts button { color: var(--suggestion); }
.row { display: grid; grid-template-columns: 20px 1fr; gap: 2px 8px; padding: 5px 6px; margin-inline: -6px; border-radius: 8px; }
.row[tabindex]:hover, .row[tabindex]:focus-visible { background: var(--wash); outline: none; }
.row[tabindex]:focus-visible { box-shadow: inset 0 0 0 2px var(--suggestion); }
.mark { font-weight: 700; text-align: center; color: var(--soft); }
.met .mark { color: var(--calm); } .weak .mark { color: var(--warning); }
.row p { grid-column: 2; font-size: 13px; color: var(--soft); }
.missing > :nth-child(2), .weak > :nth-child(2) { font-weight: 600; }
.hint { font-style: italic; }
.facts { display: grid; grid-template-columns: auto 1fr; gap: 6px 12px; font-size: 13px; margin-top: 14px; align-items: center; }
.facts dt { color: var(--soft); } .facts dd { margin: 0; }
.gauge { position: relative; block-size: 6px; border-radius: 3px;
  background: linear-gradient(90deg, light-dark(#b9c7dd, #51617c), var(--line), light-dark(#9fdccf, #2f7d70)); }
.gauge i { position: absolute; inset-block-start: -3px; inline-size: 12px; block-size: 12px; margin-inline-start: -6px;
  border-radius: 50%; background: var(--ink); border: 2px solid var(--paper); }
.docked > details, .panel > details { margin-top: 10px; }
.points { font-size: 13px; margin-top: 4px; } .points li { display: flex; justify-content: space-between; gap: 12px; color: var(--soft); }
.boundary { background: var(--wash); border-radius: 8px; padding: 10px 12px; margin-top: 12px; font-size: 13px; display: grid; gap: 6px; }
.boundary button { border: 1px solid var(--line); padding: 6px 8px; background: var(--paper); }
.bar { display: flex; flex-wrap: wrap; gap: 6px; margin: 14px -16px -14px; padding: 10px 16px; border-top: 1px solid var(--line);
  position: sticky; inset-block-end: -14px; background: var(--paper); }
.panel .row p:not(.hint) { display: none; }
.empty { color: var(--soft); margin-top: 8px; }
.reminder { width: min(320px, calc(100vw - 16px)); padding: 12px 16px; display: grid; gap: 4px; }
.reminder:not(:popover-open) { display: none; }
.reminder p { font-size: 13px; color: var(--soft); }
`;

const MIRROR = `
.mirror { position: fixed; overflow: hidden; contain: strict; pointer-events: none; color: transparent; z-index: 2147483000; transform-origin: 0 0; }
.mirror div { color: transparent; background: none; border: 0; min-block-size: 100%; }
.mirror p:not(:first-child) { text-indent: 0; }
`;

export const PANEL_LOOK = `${BASE}${PANEL}`;
export const LOOK = `${BASE}${CARD}${CHIP}${PANEL}${MIRROR}`;
