import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countFixed, readProgress, weekOf } from '../../extension/background/progress.js';
import { installBrowser } from './background-browser.js';

for (const [day, week] of [
  ['2026-11-21', '2026-W47'],
  ['2027-01-01', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2024-12-30', '2025-W01'],
  ['2023-01-01', '2022-W52'],
]) {
  test(`${day} lies in ${week}`, () => assert.equal(weekOf(new Date(`${day}T12:00`)), week));
}

test('half a year is kept, the oldest week goes first', async () => {
  installBrowser();
  for (let week = 0; week < 30; week += 1) await countFixed('blame', new Date(2026, 0, 5 + 7 * week));
  const weeks = Object.keys(await readProgress());
  assert.equal(weeks.length, 26);
  assert.equal(weeks[0], '2026-W06');
});
