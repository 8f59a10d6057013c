import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { SITES, siteFor } from '../../extension/content/sites/index.js';
import { read } from '../../extension/content/text.js';

const PAGES = join(import.meta.dirname, '../e2e/pages');

/** @param {string} name of a fixture page of the end-to-end tests */
function open(name) {
  const { document } = new JSDOM(readFileSync(join(PAGES, `${name}.html`), 'utf8')).window;
  const field = document.querySelector('#body, #place');
  assert.ok(field);
  return { document, field };
}

for (const [host, id] of [
  ['mail.google.com', 'gmail'],
  ['outlook.office.com', 'outlook'],
  ['acme.zendesk.com', 'zendesk'],
  ['app.eu.intercom.com', 'intercom'],
  ['acme.freshdesk.com', 'freshdesk'],
  ['app.frontapp.com', 'front'],
  ['secure.helpscout.net', 'helpscout'],
  ['app-eu1.hubspot.com', 'hubspot'],
  ['notzendesk.com', 'generic'],
  ['mail.google.com.example.org', 'generic'],
  ['127.0.0.1', 'generic'],
  ['', 'generic'],
]) {
  test(`${host || 'a page without a host'} is ${id}`, () => assert.equal(siteFor(host ?? '').id, id));
}

test('Gmail: the thread with its roles, without what was quoted in it', () => {
  const { field } = open('gmail');
  assert.deepEqual(siteFor('mail.google.com').conversation(field), [
    { role: 'agent', text: 'Your parcel is on its way.' },
    { role: 'customer', text: 'I am furious. The parcel came in pieces.' },
  ]);
});

test('Gmail: signature and quote in the compose box are not the agent’s words', () => {
  const { field } = open('gmail');
  assert.equal(read(field, siteFor('mail.google.com').excluded).text.trim(), '');
});

test('Gmail: search and subject are no messages, Send is known', () => {
  const { document, field } = open('gmail');
  const site = siteFor('mail.google.com');
  for (const other of document.querySelectorAll('input')) assert.equal(site.checks(other), false, other.name);
  assert.equal(site.checks(field), true);
  assert.deepEqual(
    site.sendButtons(field).map((button) => button.textContent),
    ['Send'],
  );
});

test('Zendesk: internal notes are neither read as conversation nor looked at', () => {
  const { document, field } = open('zendesk');
  const site = siteFor('acme.zendesk.com');
  assert.deepEqual(
    site.conversation(field).map(({ role }) => role),
    ['customer', 'agent'],
  );
  assert.equal(site.internal(field), false);
  document.querySelector('.composer')?.classList.add('is-internal');
  assert.equal(site.internal(field), true);
});

for (const [name, host] of [
  ['intercom', 'app.intercom.com'],
  ['freshdesk', 'acme.freshdesk.com'],
  ['outlook', 'outlook.live.com'],
]) {
  test(`${name}: the customer is heard, the Send button known`, () => {
    const { field } = open(name ?? '');
    const site = siteFor(host ?? '');
    assert.match(site.conversation(field).find(({ role }) => role === 'customer')?.text ?? '', /furious/);
    assert.equal(site.sendButtons(field).length, 1);
  });
}

test('a page that has changed beyond recognition only loses what its site knew', () => {
  const { document } = new JSDOM('<div contenteditable="true">Hello.</div>').window;
  const field = /** @type {Element} */ (document.querySelector('div'));
  for (const { hosts } of SITES) {
    const site = siteFor(hosts[0] ?? '');
    assert.equal(site.checks(field), true);
    assert.equal(site.internal(field), false);
    assert.deepEqual(site.conversation(field), []);
    assert.deepEqual(site.sendButtons(field), []);
  }
});

test('a long thread is cut to its last ten messages of bearable length', () => {
  const messages = Array.from(
    { length: 14 },
    (_, number) =>
      `<div class="ticket-conversation incoming"><div class="conversation-body">${number} ${'x'.repeat(5000)}</div></div>`,
  );
  const { document } = new JSDOM(`${messages.join('')}<div id="field" contenteditable="true"></div>`).window;
  const turns = siteFor('acme.freshdesk.com').conversation(
    /** @type {Element} */ (document.querySelector('#field')),
  );
  assert.equal(turns.length, 10);
  assert.ok(turns[0]?.text.startsWith('4 '));
  assert.ok(turns.every(({ text }) => text.length <= 4000));
});
