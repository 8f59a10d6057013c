/** @file Messages of the popup and the options page to the background, and what they show. */

/** @typedef {import('./review.js').Severity} Severity */
/** @typedef {import('./protocol.js').State} State */
/** @typedef {import('./view.js').Ignored} Ignored */

/** How the scoring service last answered; `starting`: not asked yet. @typedef {Exclude<State, 'paused' | 'reload-tab' | 'refused'>} ServiceState */

/**
 * @typedef {object} Health
 * @property {ServiceState} state
 * @property {number} latency milliseconds of the last answer; 0 when there was none
 * @property {string} version of the service; '' while unknown
 * @property {boolean} complete false: the service runs on rules alone
 */

/**
 * What an agent (or the policy of their browser) has chosen. The token stays on this machine; the rest is synced.
 *
 * @typedef {object} Settings
 * @property {string} address of the scoring service
 * @property {string} token
 * @property {string} ruleset
 * @property {Severity} severity the lightest that is shown
 * @property {boolean} chip
 * @property {boolean} reminder
 * @property {string[]} offHosts hosts the agent switched off
 * @property {string[]} sites match patterns beyond the fixed list
 */

/** @typedef {{ until: number, tabs: number[] }} Pauses */
/** @typedef {{ [week: string]: { [kind: string]: number } }} Progress */
/** @typedef {'quarter' | 'tab' | 'none'} PauseSpan */
/** @typedef {{ health: Health, address: string, siteOn: boolean, chipHidden: boolean, pause: PauseSpan }} Status */
/** @typedef {{ settings: Settings, locked: string[], ignored: Ignored[] }} Chosen */

/**
 * @typedef {object} PanelMessages
 * @property {{ sends: { tab: number, host: string }, returns: Status }} popup-asks-status
 * @property {{ sends: { host: string, on: boolean }, returns: null }} popup-sets-site
 * @property {{ sends: { pattern: string }, returns: null }} popup-wants-site added as soon as the browser has granted it
 * @property {{ sends: { host: string }, returns: null }} popup-shows-chip where it was hidden
 * @property {{ sends: { tab: number, until: PauseSpan }, returns: null }} popup-pauses
 * @property {{ sends: {}, returns: { paused: boolean } }} popup-pauses-message to the tab, not to the worker
 * @property {{ sends: {}, returns: { host: string, paused: boolean, faults: number } }} popup-asks-field to the tab
 * @property {{ sends: {}, returns: Health }} panel-asks-probe
 * @property {{ sends: {}, returns: Chosen }} options-asks-settings
 * @property {{ sends: { changes: Partial<Settings> }, returns: Chosen }} options-saves-settings
 * @property {{ sends: { item: Ignored }, returns: Chosen }} options-removes-ignored
 * @property {{ sends: {}, returns: string }} options-exports JSON without the token
 * @property {{ sends: { json: string }, returns: Chosen }} options-imports
 * @property {{ sends: {}, returns: Progress }} options-asks-progress
 * @property {{ sends: {}, returns: null }} options-erases-progress
 */

/** How long the pause `quarter` lasts. */
export const PAUSE_MINUTES = 15;
