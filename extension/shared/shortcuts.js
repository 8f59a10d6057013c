/** @file Keys as people read them: Firefox and Chromium write some signs out. */

/** @param {string} shortcut such as `Alt+Period` */
export function legible(shortcut) {
  return shortcut.replace('Period', '.').replace('Comma', ',');
}
