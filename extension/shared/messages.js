/** @file The English words of the interface; `$1`, `$2` stand for what changes. `_locales` holds the same keys. */

/** @typedef {(key: keyof typeof ENGLISH, ...values: (string | number)[]) => string} Words */

export const ENGLISH = {
  cardPosition: '$1 of $2',
  cardClose: 'Close',
  cardReplace: 'Say instead',
  cardRewrite: 'Rewrite the sentence',
  cardRemove: 'Leave it out',
  cardWhy: 'Why it matters',
  cardMore: 'Read more',
  cardIgnore: 'Ignore',
  cardIgnoreHere: 'Here',
  cardIgnorePhrase: 'This phrase',
  cardIgnoreRule: 'This rule',
  cardIgnoreSite: 'On this site',
  cardIgnoreAlike: 'Sentences like this, on this site',
  cardCopy: 'Copy',
  cardCopied: 'Copied. Paste it where you want it.',
  cardUnapplied:
    'This editor would not take the change safely, so your text is as it was. You can copy the wording:',
  cardKeys: '$1 next · $2 use · $3 choose · $4 close',
  liveFault: 'Phrase $1 of $2: $3. “$4”. $5',
  liveWording: '$1 to say instead: “$2”.',
  liveApplied: 'Changed to “$1”.',
  liveNone: 'No phrases to look at.',
  severityError: 'Please change',
  severityWarning: 'Better changed',
  severitySuggestion: 'A nudge',
  chipName: 'coolhead: $1, score $2 of $3. Open the checklist',
  chipState: 'coolhead: $1',
  faultsNone: 'nothing to change',
  faultsOne: '1 phrase to look at',
  faultsMany: '$1 phrases to look at',
  panelName: 'Checklist for this reply',
  panelTitle: 'This reply',
  panelScore: '$1 of $2',
  panelFirst: 'Show the first',
  panelHas: 'What it has',
  panelLacks: 'What would help',
  panelEmpty: 'Start writing. The checklist fills as you go.',
  panelCustomer: 'Customer',
  panelTone: 'Tone',
  panelToneCold: 'cool',
  panelToneWarm: 'warm',
  panelPoints: 'How the score comes about',
  panelLine: 'Insert “$1”',
  panelLines: 'Lines you may use',
  panelExit: 'A line that ends the conversation',
  panelHide: 'Hide here',
  chipHidden: 'Hidden on this site',
  chipHiddenHelp: 'coolhead’s button in the toolbar brings the chip back. Phrases are still underlined.',
  panelPause: 'Pause this message',
  panelResume: 'Resume',
  panelOptions: 'Settings',
  statusMet: 'there',
  statusWeak: 'could be stronger',
  statusMissing: 'missing',
  virtueApology: 'A real apology',
  virtueEmpathy: 'Seeing how it is for them',
  virtueListening: 'Showing you listened',
  virtueOwnership: 'Owning the problem',
  virtueFix: 'A fix, done or under way',
  virtueNextStep: 'A clear next step',
  virtueTime: 'A time they can count on',
  virtueUpdate: 'An honest update',
  virtueChoice: 'A choice for them',
  virtueFlexibility: 'Room to bend',
  virtueAmends: 'Something to make up for it',
  virtueHandoff: 'A warm hand-over',
  virtueFollowUp: 'A check that it worked',
  virtueThanks: 'Thanks for telling you',
  virtuePrevention: 'What will be different',
  virtueCause: 'The cause, briefly',
  virtueBoundary: 'A calm boundary',
  moodCalm: 'calm',
  moodUpset: 'upset',
  moodAbusive: 'abusive',
  moodSatisfied: 'satisfied',
  moodUnknown: 'not known',
  stateStarting: 'getting ready',
  stateOk: 'ready',
  stateOffline: 'you are offline; marks come back with the connection',
  stateDown: 'the scoring service does not answer; start it and marks come back',
  stateSlow: 'the scoring service is slow to answer; keep typing',
  stateGarbage: 'the scoring service sent something unexpected; check the address in the settings',
  stateWrongToken: 'the token was not accepted; check it in the settings',
  stateUpgraded: 'the scoring service is being updated; one moment',
  stateRefused: 'the scoring service could not read this message',
  statePaused: 'paused',
  stateReloadTab: 'coolhead was updated; reload this tab to go on',
  reminderTitle: 'Before it goes',
  reminderMissing: 'Not said yet: $1',
};

/**
 * Looks words up in a map such as ENGLISH.
 *
 * @param {Record<string, string>} map
 * @returns {Words}
 */
export function wordsFrom(map) {
  return (key, ...values) => fill(map[key] || ENGLISH[key], values);
}

/**
 * @param {string} text
 * @param {(string | number)[]} values
 */
function fill(text, values) {
  return text.replace(/\$(\d)/g, (_, place) => String(values[Number(place) - 1] ?? ''));
}

/** @type {Record<string, keyof typeof ENGLISH>} */
const STATE_KEYS = {
  starting: 'stateStarting',
  ok: 'stateOk',
  offline: 'stateOffline',
  down: 'stateDown',
  slow: 'stateSlow',
  garbage: 'stateGarbage',
  'wrong-token': 'stateWrongToken',
  upgraded: 'stateUpgraded',
  refused: 'stateRefused',
  paused: 'statePaused',
  'reload-tab': 'stateReloadTab',
};

/**
 * @param {Words} words
 * @param {import('./protocol.js').State} state
 */
export function stateWords(words, state) {
  return words(STATE_KEYS[state] ?? 'stateStarting');
}

/**
 * A virtue's name; one that is not known here is shown by its id.
 *
 * @param {Words} words
 * @param {string} virtue
 */
export function virtueWords(words, virtue) {
  const camel = virtue.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
  const key = `virtue${camel}`;
  return key in ENGLISH ? words(/** @type {keyof typeof ENGLISH} */ (key)) : virtue;
}

/**
 * @param {Words} words
 * @param {number} count
 */
export function faultWords(words, count) {
  if (count === 0) return words('faultsNone');
  return count === 1 ? words('faultsOne') : words('faultsMany', count);
}
