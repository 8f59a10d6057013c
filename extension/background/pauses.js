/** @file Pauses: fifteen minutes everywhere, or one tab until it is closed; forgotten when the browser closes. */

import { PAUSE_MINUTES } from '../shared/panel.js';
import { inTurn, read, write } from './storage.js';

/** @typedef {import('../shared/panel.js').Pauses} Pauses */
/** @typedef {import('../shared/panel.js').PauseSpan} PauseSpan */

/** @type {Pauses} */
const NONE = { until: 0, tabs: [] };

/** @returns {Promise<Pauses>} */
export function readPauses() {
  return read('session', 'pauses', NONE);
}

/**
 * When a tab goes on: 0 is now, `Number.MAX_SAFE_INTEGER` is never by itself.
 *
 * @param {Pauses} pauses
 * @param {number | undefined} tab
 */
export function pausedUntil({ until, tabs }, tab) {
  if (tab !== undefined && tabs.includes(tab)) return Number.MAX_SAFE_INTEGER;
  return until > Date.now() ? until : 0;
}

/**
 * @param {number} tab
 * @param {PauseSpan} span `none` ends both kinds
 */
export function pause(tab, span) {
  return inTurn('pauses', async () => {
    const { until, tabs } = await readPauses();
    const others = tabs.filter((other) => other !== tab);
    const next = {
      quarter: { until: Date.now() + PAUSE_MINUTES * 60_000, tabs },
      tab: { until, tabs: [...others, tab] },
      none: { until: 0, tabs: others },
    };
    await write('session', 'pauses', next[span]);
  });
}

/** @param {number} tab that was closed */
export function forgetTab(tab) {
  return inTurn('pauses', async () => {
    const { until, tabs } = await readPauses();
    if (tabs.includes(tab)) {
      await write('session', 'pauses', { until, tabs: tabs.filter((other) => other !== tab) });
    }
  });
}
