/** @file Which editable elements hold prose, and which is the outermost one of a nested editor. */

const EDITABLE = '[contenteditable=""], [contenteditable="true" i], [contenteditable="plaintext-only" i]';
const NEVER =
  '.CodeMirror, .cm-editor, .monaco-editor, .ace_editor, [role="search"], [role="searchbox"], [role="combobox"], [aria-multiline="false"], [aria-readonly="true"], [data-coolhead="off"]';
const PROSE_NAME =
  /message|reply|comment|response|answer|feedback|nachricht|antwort|kommentar|mensaje|respuesta|comentario|réponse|commentaire/i;
const FORM_NAME = /e-?mail|phone|search|subject|user|name|title|url|code|otp|zip|street|city|tag|filter/i;

/**
 * The prose field an event's target belongs to, or null.
 *
 * @param {Element} target
 * @returns {HTMLElement | null}
 */
export function proseField(target) {
  const field = target.matches('textarea, input')
    ? /** @type {HTMLElement} */ (target)
    : editableHost(target);
  if (!field || field.closest(NEVER)) return null;
  if (field.matches('input')) return isProseInput(/** @type {HTMLInputElement} */ (field)) ? field : null;
  if (field.matches('textarea')) return isWritable(/** @type {HTMLTextAreaElement} */ (field)) ? field : null;
  return field;
}

/** @param {HTMLTextAreaElement | HTMLInputElement} field */
function isWritable(field) {
  return !field.disabled && !field.readOnly;
}

/** @param {HTMLInputElement} field */
function isProseInput(field) {
  if (field.type !== 'text' || !isWritable(field) || field.list) return false;
  if (field.autocomplete && !['on', 'off'].includes(field.autocomplete)) return false;
  const names = [field.name, field.id, field.placeholder, field.getAttribute('aria-label') ?? ''].join(' ');
  return PROSE_NAME.test(names) && !FORM_NAME.test(names);
}

/**
 * @param {Element} target
 * @returns {HTMLElement | null}
 */
function editableHost(target) {
  const document = target.ownerDocument;
  if (document.designMode === 'on') return document.body;
  let host = target.closest(EDITABLE);
  if (!host || target.closest('[contenteditable]') !== host) return null;
  for (let outer = host.parentElement?.closest('[contenteditable]'); outer; ) {
    if (outer.matches(EDITABLE)) host = outer;
    outer = outer.parentElement?.closest('[contenteditable]');
  }
  return /** @type {HTMLElement} */ (host);
}
