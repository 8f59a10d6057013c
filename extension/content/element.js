/** @file Builds DOM without markup strings. */

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {{ [name: string]: unknown }} Properties */

/**
 * Properties that start with `on` are listeners, those with a dash are attributes, the rest are set on the element.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {Document} document
 * @param {T} tag
 * @param {Properties} [properties]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(document, tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (name.includes('-') || name === 'role' || name === 'popover')
      made.setAttribute(name, String(value));
    else Object.assign(made, { [name]: value });
  }
  made.append(.../** @type {(Node | string)[]} */ (children.filter(Boolean)));
  return made;
}

/** @typedef {ReturnType<typeof maker>} Make */

/**
 * `element` for one document.
 *
 * @param {Document} document
 */
export function maker(document) {
  /**
   * @template {keyof HTMLElementTagNameMap} T
   * @param {T} tag
   * @param {Properties} properties
   * @param {...Child} children
   */
  return (tag, properties, ...children) => element(document, tag, properties, ...children);
}
