/** @file Elements of our own pages by id, typed; a missing one is a mistake in the page and stops at once. */

/**
 * @template {typeof HTMLElement} T
 * @param {string} id
 * @param {T} type such as `HTMLInputElement`
 * @returns {InstanceType<T>}
 */
export function element(id, type) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new TypeError(`#${id} is no ${type.name}`);
  return /** @type {InstanceType<T>} */ (found);
}

/**
 * @param {string} text
 * @param {string} label for those who cannot see the row the button stands in
 * @param {() => void} act
 */
export function button(text, label, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.setAttribute('aria-label', label);
  made.addEventListener('click', act);
  return made;
}
