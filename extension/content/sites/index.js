/** @file Which site a host is. */

import { GENERIC } from '../site.js';
import { adapt } from './adapter.js';
import { freshdesk } from './freshdesk.js';
import { front } from './front.js';
import { gmail } from './gmail.js';
import { helpscout } from './helpscout.js';
import { hubspot } from './hubspot.js';
import { intercom } from './intercom.js';
import { outlook } from './outlook.js';
import { zendesk } from './zendesk.js';

/** @typedef {import('../site.js').Site} Site */

export const SITES = [gmail, outlook, zendesk, intercom, freshdesk, front, helpscout, hubspot];

/**
 * @param {string} hostname
 * @returns {Readonly<Site>} the generic one for a host nobody has described
 */
export function siteFor(hostname) {
  const data = SITES.find(({ hosts }) =>
    hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`)),
  );
  return data ? adapt(data) : GENERIC;
}
