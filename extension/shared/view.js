/** @file What a page knows of the agent's settings: no address, no token; `on` already counts site switch and pauses. */

/** @typedef {import('./review.js').Severity} Severity */

/**
 * One thing the agent does not want to see again. `here` (this fault in this message) never leaves the page.
 *
 * @typedef {object} Ignored
 * @property {'phrase' | 'rule' | 'site' | 'alike'} scope
 * @property {string} [rule] full rule id
 * @property {string} [phrase] the marked words, folded by `ignoring.fold`
 * @property {string} [host] for the scopes `site` and `alike`
 * @property {string} [likeness] for the scope `alike`: the fingerprint of the sentence
 * @property {string} [title] of the rule, for the scope `alike`
 * @property {string} [date] of the choice, for the scope `alike`: 2026-11-22
 */

/** How many pixels the chip was moved from its corner, and whether it is hidden on this site. @typedef {{ left: number, top: number, hidden: boolean }} ChipPlace */

/**
 * @typedef {object} View
 * @property {boolean} on
 * @property {number} pausedUntil milliseconds since the epoch; 0: not paused
 * @property {Severity} severity the lightest severity that is shown
 * @property {Ignored[]} ignored
 * @property {boolean} chip
 * @property {ChipPlace} chipAt
 * @property {boolean} reminder remind before sending
 * @property {Record<string, string>} [keys] key of each command, as the browser shows it
 */

/** @type {Readonly<View>} */
export const DEFAULT_VIEW = Object.freeze({
  on: true,
  pausedUntil: 0,
  severity: 'suggestion',
  ignored: [],
  chip: true,
  chipAt: Object.freeze({ left: 0, top: 0, hidden: false }),
  reminder: false,
});
