/** @file As much of the browser's extension interface as the worker needs, kept in memory. */

/** @typedef {{ [key: string]: unknown }} Values */

/** @param {Values} values @param {(changes: Values) => void} tell */
function area(values, tell) {
  return {
    values,
    /** @param {string | null} key */
    get: async (key) => structuredClone(key === null ? values : key in values ? { [key]: values[key] } : {}),
    /** @param {Values} changes */
    set: async (changes) => {
      Object.assign(values, structuredClone(changes));
      tell(changes);
    },
    /** @param {string} key */
    remove: async (key) => {
      delete values[key];
      tell({ [key]: undefined });
    },
  };
}

/**
 * Installs a fresh browser as `globalThis.chrome`.
 *
 * @param {{ sync?: Values, local?: Values, managed?: Values }} [stored]
 */
export function installBrowser({ sync = {}, local = {}, managed } = {}) {
  /** @type {string[][]} */
  const changed = [];
  const tell = (/** @type {Values} */ changes) => changed.push(Object.keys(changes));
  const browser = {
    changed,
    badge: '',
    told: /** @type {unknown[]} */ ([]),
    runtime: {
      id: 'coolhead',
      getURL: (/** @type {string} */ path) => `chrome-extension://coolhead/${path}`,
    },
    storage: {
      sync: area(sync, tell),
      local: area(local, tell),
      session: area({}, tell),
      managed: {
        get: async () => {
          if (!managed) throw new Error('no policy here');
          return managed;
        },
      },
    },
    action: {
      setBadgeText: async (/** @type {{ text: string }} */ { text }) => {
        browser.badge = text;
      },
      setBadgeBackgroundColor: async () => {},
    },
    commands: { getAll: async () => [{ name: 'next-fault', shortcut: 'Alt+Period' }] },
    tabs: {
      query: async () => [{ id: 1 }, { id: 2 }],
      sendMessage: async (/** @type {number} */ tab, /** @type {unknown} */ message) => {
        browser.told.push([tab, message]);
        if (tab === 2) throw new Error('no script there');
      },
    },
  };
  globalThis.chrome = /** @type {any} */ (browser);
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: true }, configurable: true });
  return browser;
}
