/** @file Private counts of faults fixed, week by week; they stay on this machine and never hold text. */

import { inTurn, read, write } from './storage.js';

/** @typedef {import('../shared/panel.js').Progress} Progress */

const WEEKS_KEPT = 26;
const DAY = 86_400_000;

/**
 * ISO week of a local day, such as `2026-W47`.
 *
 * @param {Date} date
 */
export function weekOf(date) {
  const day = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  const thursday = new Date(day + (3 - weekday) * DAY);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY));
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** @returns {Promise<Progress>} */
export function readProgress() {
  return read('local', 'progress', {});
}

/**
 * @param {string} kind of the fault, such as `blame`
 * @param {Date} [now]
 */
export function countFixed(kind, now = new Date()) {
  if (!/^[a-z-]{1,40}$/.test(kind)) return Promise.resolve();
  return inTurn('progress', async () => {
    const progress = await readProgress();
    const week = weekOf(now);
    const counts = { ...progress[week], [kind]: (progress[week]?.[kind] ?? 0) + 1 };
    const kept = Object.entries({ ...progress, [week]: counts })
      .sort(([first], [second]) => first.localeCompare(second))
      .slice(-WEEKS_KEPT);
    await write('local', 'progress', Object.fromEntries(kept));
  });
}

export function eraseProgress() {
  return inTurn('progress', () => write('local', 'progress', undefined));
}
