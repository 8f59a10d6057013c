/** @file Paints spans of a field with CSS Custom Highlights; the field's own DOM is never touched. */

/** @typedef {import('./surface.js').Surface} Surface */
/** @typedef {'error' | 'warning' | 'suggestion' | 'evidence' | 'current'} Ink */
/** @typedef {{ start: number, end: number, ink: Ink }} Mark */
/** @typedef {{ ink: Ink, range: AbstractRange }} Painted */

/**
 * @typedef {object} Painter
 * @property {(marks: readonly Mark[]) => void} paint replaces everything painted before
 * @property {(start: number, end: number) => DOMRect[]} rects where a span stands, in the field's viewport
 * @property {() => void} refresh the field moved or scrolled
 */

/** Later inks lie over earlier ones where spans overlap. */
export const INKS = /** @type {const} */ (['evidence', 'current', 'suggestion', 'warning', 'error']);

// Mid tones: at least 3:1 on white and on near-black, since a page's theme cannot be known. Shape tells severities
// apart as well, for those who do not see the colours and where forced colours take them away.
export const INK_STYLES = {
  error: 'text-decoration: underline wavy #e5484d 2px; text-decoration-skip-ink: none;',
  warning: 'text-decoration: underline wavy #d97706 1.5px; text-decoration-skip-ink: none;',
  suggestion: 'text-decoration: underline dotted #3b82f6 2px; text-decoration-skip-ink: none;',
  evidence: 'background-color: rgb(16 163 127 / 0.28);',
  current: 'background-color: rgb(245 158 11 / 0.24);',
};

const SHEET = `${INKS.map((ink) => `::highlight(coolhead-${ink}) { ${INK_STYLES[ink]} }`).join('\n')}
@media (forced-colors: active) {
  ::highlight(coolhead-error), ::highlight(coolhead-warning), ::highlight(coolhead-suggestion) {
    text-decoration-color: currentColor;
  }
  ::highlight(coolhead-evidence), ::highlight(coolhead-current) { background-color: Highlight; color: HighlightText; }
}`;

/** Whether this field's text can be painted by the browser itself. */
export function paintsNatively(/** @type {Surface} */ surface) {
  const view = surface.field.ownerDocument.defaultView;
  return Boolean(view && 'Highlight' in view && (!surface.plain || 'createValueRange' in surface.field));
}

/**
 * @param {Surface} surface
 * @param {AbortSignal} signal
 * @returns {Painter}
 */
export function highlightPainter(surface, signal) {
  /** @type {Painted[]} */
  let painted = [];
  const document = surface.field.ownerDocument;
  const highlights = highlightsOf(document);
  const release = dress(/** @type {Document | ShadowRoot} */ (surface.field.getRootNode()), document);
  // Live ranges follow an edit by themselves; most stand where they should, and repainting them would cost.
  const find = (/** @type {Mark} */ { start, end, ink }) => {
    const at = painted.findIndex((old) => old.ink === ink && surface.isAt(start, end, old.range));
    return at < 0 ? undefined : painted.splice(at, 1)[0];
  };
  const add = (/** @type {Mark} */ { start, end, ink }) => {
    const range = surface.range(start, end);
    if (range) highlights[ink].add(range);
    return range && { ink, range };
  };
  const paint = (/** @type {readonly Mark[]} */ marks) => {
    const now = marks.map((mark) => find(mark) ?? add(mark)).filter((entry) => entry !== null);
    for (const { ink, range } of painted) {
      highlights[ink].delete(range);
      /** @type {{ disconnect?: () => void }} */ (range).disconnect?.();
    }
    painted = now;
    register(document, highlights);
  };
  signal.addEventListener('abort', () => [paint([]), release()], { once: true });
  return {
    paint,
    rects(start, end) {
      const range = /** @type {Range | null} */ (surface.range(start, end));
      return range ? [...range.getClientRects()] : [];
    },
    refresh: () => {},
  };
}

/** @type {WeakMap<Document, Record<Ink, Highlight>>} */
const known = new WeakMap();

/**
 * One set of highlights a document. Firefox cannot iterate them from a content script, so painters keep their ranges.
 *
 * @param {Document} document
 */
function highlightsOf(document) {
  let highlights = known.get(document);
  if (!highlights) {
    const view = /** @type {Window & typeof globalThis} */ (document.defaultView);
    highlights = /** @type {Record<Ink, Highlight>} */ (
      Object.fromEntries(
        INKS.map((ink, priority) => [ink, Object.assign(new view.Highlight(), { priority })]),
      )
    );
    known.set(document, highlights);
  }
  return highlights;
}

/**
 * The registry is the page's too: what it threw out is put back. An old copy of the extension may have left its own.
 *
 * @param {Document} document
 * @param {Record<Ink, Highlight>} highlights
 */
function register(document, highlights) {
  const registry = /** @type {Window & typeof globalThis} */ (document.defaultView).CSS.highlights;
  for (const ink of INKS) {
    const name = `coolhead-${ink}`;
    if (highlights[ink].size === 0) registry.delete(name);
    else if (registry.get(name) !== highlights[ink]) registry.set(name, highlights[ink]);
  }
}

/** @type {WeakMap<Document | ShadowRoot, { sheet: CSSStyleSheet, users: number }>} */
const dressed = new WeakMap();

/**
 * Gives a root the sheet for as long as anybody needs it; Firefox wants one in each shadow root.
 *
 * @param {Document | ShadowRoot} root
 * @param {Document} document
 * @returns {() => void} gives it up
 */
function dress(root, document) {
  const entry = dressed.get(root) ?? { sheet: sheetFor(document), users: 0 };
  dressed.set(root, entry);
  entry.users += 1;
  if (entry.users === 1) root.adoptedStyleSheets = [...root.adoptedStyleSheets, entry.sheet];
  return () => {
    entry.users -= 1;
    if (entry.users === 0)
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== entry.sheet);
  };
}

/** @param {Document} document */
function sheetFor(document) {
  const view = /** @type {Window & typeof globalThis} */ (document.defaultView);
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(SHEET);
  return sheet;
}
