/** @file What a page needs to run coolhead; the extension and the playground each bring their own. */

/** @typedef {import('../shared/view.js').View} View */
/** @typedef {import('../shared/view.js').Ignored} Ignored */

/**
 * The agent's settings as this page knows them.
 *
 * @typedef {object} Preferences
 * @property {() => View} current
 * @property {(listener: () => void, signal: AbortSignal) => void} onChange
 * @property {(item: Ignored) => void} ignore remembers an item; the change comes back through onChange
 * @property {(change: Partial<import('../shared/view.js').ChipPlace>) => void} keepChip for this site
 * @property {(kind: string) => void} fixed counts a fault that was fixed
 * @property {() => void} [open] opens the page of all settings
 */

/**
 * @typedef {object} Parts
 * @property {Document} home
 * @property {string} host name of the page's host, for what is ignored on it
 * @property {import('./site.js').Site} site
 * @property {import('./session.js').Transport} transport
 * @property {Preferences} preferences
 * @property {import('../shared/messages.js').Words} words
 * @property {string} [language] of the words, as in `lang`
 * @property {string} [direction] of the words, as in `dir`
 * @property {ShadowRootMode} [mode]
 * @property {(session: import('./session.js').Session) => void} [observe] told of every change of a field
 */
