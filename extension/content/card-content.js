/** @file What the card says about a fault. */

/** @typedef {import('../shared/messages.js').Words} Words */
/** @typedef {import('./card.js').CardActions} CardActions */
/** @typedef {import('./card.js').Position} Position */
/** @typedef {import('./element.js').Make} Make */
/** @typedef {import('./wordings.js').Fault} Fault */
/** @typedef {import('./wordings.js').Wording} Wording */

const SEVERITY_KEYS = /** @type {const} */ ({
  error: 'severityError',
  warning: 'severityWarning',
  suggestion: 'severitySuggestion',
});
const IGNORE = /** @type {const} */ ([
  ['here', 'cardIgnoreHere'],
  ['phrase', 'cardIgnorePhrase'],
  ['rule', 'cardIgnoreRule'],
  ['site', 'cardIgnoreSite'],
  ['alike', 'cardIgnoreAlike'],
]);

/**
 * @param {Make} make
 * @param {Words} words
 * @param {Fault} fault
 * @param {Position} position
 * @param {CardActions} actions
 * @returns {HTMLElement[]}
 */
export function cardContent(make, words, fault, position, actions) {
  const { match, wordings } = fault;
  return [
    head(make, words, match, position, actions),
    make('p', { className: 'reason', id: 'card-reason' }, match.message),
    make('p', { className: 'guideline' }, match.rule.category.name),
    wordingList(make, words, wordings, position.keys.use, actions),
    ...why(make, words, match.rule),
    foot(make, words, match, position.keys, actions),
  ];
}

/**
 * @param {Make} make
 * @param {Words} words
 * @param {import('../shared/review.js').Match} match
 * @param {Position} position
 * @param {CardActions} actions
 */
function head(make, words, match, { index, count }, actions) {
  const severity = words(SEVERITY_KEYS[match.severity]);
  const close = {
    type: 'button',
    className: 'close',
    'aria-label': words('cardClose'),
    onclick: actions.close,
  };
  return make(
    'div',
    { className: 'head' },
    make('span', {
      className: `dot ${match.severity}`,
      role: 'img',
      'aria-label': severity,
      title: severity,
    }),
    make('h2', { id: 'card-title' }, match.shortMessage),
    make('span', { className: 'position' }, words('cardPosition', index + 1, count)),
    make('button', close, '×'),
  );
}

/**
 * @param {Make} make
 * @param {Words} words
 * @param {readonly Wording[]} wordings
 * @param {string} key of the first
 * @param {CardActions} actions
 */
function wordingList(make, words, wordings, key, actions) {
  const list = make('div', { className: 'wordings', hidden: wordings.length === 0 });
  for (const [index, wording] of wordings.entries()) {
    if (wording.whole !== wordings[index - 1]?.whole) {
      list.append(make('h3', {}, words(wording.whole ? 'cardRewrite' : 'cardReplace')));
    }
    const text = make('span', {}, wording.removes ? words('cardRemove') : wording.value);
    const hint = index === 0 && make('kbd', { 'aria-hidden': 'true' }, key);
    const use = () => actions.use(wording);
    list.append(make('button', { type: 'button', className: 'wording', onclick: use }, text, hint));
  }
  return list;
}

/**
 * @param {Make} make
 * @param {Words} words
 * @param {import('../shared/review.js').Rule} rule
 * @returns {HTMLElement[]}
 */
function why(make, words, { description, urls }) {
  const [link] = urls;
  if (!description && !link) return [];
  const target = { href: link?.value, target: '_blank', rel: 'noopener noreferrer' };
  const reason = make('p', {}, description, ' ', link && make('a', target, words('cardMore')));
  return [make('details', {}, make('summary', {}, words('cardWhy')), reason)];
}

/**
 * @param {Make} make
 * @param {Words} words
 * @param {import('../shared/review.js').Match} match
 * @param {import('./card.js').Keys} keys
 * @param {CardActions} actions
 */
function foot(make, words, { likeness }, keys, actions) {
  const ignore = IGNORE.filter(([scope]) => scope !== 'alike' || likeness).map(([scope, key]) =>
    make('button', { type: 'button', onclick: () => actions.ignore(scope) }, words(key)),
  );
  const name = words('cardIgnore');
  return make(
    'div',
    { className: 'foot' },
    make(
      'div',
      { className: 'ignore', role: 'group', 'aria-label': name },
      make('span', {}, name),
      ...ignore,
    ),
    make('p', { className: 'keys' }, words('cardKeys', keys.next, keys.use, keys.choose, keys.close)),
  );
}
