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

/** As those helpdesks build a thread, an editor with a quote, a note editor, and Send. */
const OTHERS = {
  'app.frontapp.com': `
    <article data-testid="message" data-inbound="true"><div data-testid="message-body">I am furious.</div></article>
    <article data-testid="message" data-inbound="false"><div data-testid="message-body">Sorry.</div></article>
    <div class="composer"><div id="field" contenteditable="true">Mine.<div class="front-signature">Ada</div></div>
      <button data-testid="send-button">Send</button></div>
    <div data-testid="comment-composer"><div id="note" contenteditable="true"></div></div>`,
  'secure.helpscout.net': `
    <div class="c-thread is-customer"><div class="c-thread__body">I am furious.</div></div>
    <div class="c-thread"><div class="c-thread__body">Sorry.</div></div>
    <div class="c-thread is-note"><div class="c-thread__body">Careful.</div></div>
    <div class="c-editor-wrapper"><div id="field" contenteditable="true">Mine.<div class="hs-signature">Ada</div></div>
      <button data-cy="send-button">Send</button></div>
    <div class="is-note"><div id="note" contenteditable="true"></div></div>`,
  'app.hubspot.com': `
    <div data-test-id="thread-message"><div data-test-id="message-body">I am furious.</div></div>
    <div data-test-id="thread-message" data-direction="OUTGOING"><div data-test-id="message-body">Sorry.</div></div>
    <div data-test-id="reply-editor"><div id="field" contenteditable="true">Mine.<div class="hs_signature">Ada</div></div>
      <button data-test-id="send-button">Send</button></div>
    <div data-test-id="comment-editor"><div id="note" contenteditable="true"></div></div>`,
};

for (const [host, html] of Object.entries(OTHERS)) {
  test(`${host}: customer and agent are told apart, signature and notes left alone, Send known`, () => {
    const { document } = new JSDOM(html).window;
    const [field, note] = ['#field', '#note'].map((name) => document.querySelector(name));
    assert.ok(field && note);
    const site = siteFor(host);
    assert.deepEqual(site.conversation(field), [
      { role: 'customer', text: 'I am furious.' },
      { role: 'agent', text: 'Sorry.' },
    ]);
    assert.equal(read(field, site.excluded).text.trim(), 'Mine.');
    assert.equal(site.internal(field), false);
    assert.equal(site.internal(note), true);
    assert.deepEqual(
      site.sendButtons(field).map((button) => button.textContent),
      ['Send'],
    );
  });
}

test('what any mail program quotes or signs is left alone on every site', () => {
  const html = `<div id="field" contenteditable="true">Mine.
    <blockquote>Theirs.</blockquote><div class="zendesk-signature">Ada</div>
    <div id="appendonsend"></div><div id="divRplyFwdMsg">From: Kim</div><div>Forwarded.</div></div>`;
  const { document } = new JSDOM(html).window;
  const field = /** @type {Element} */ (document.querySelector('#field'));
  for (const host of ['acme.zendesk.com', 'outlook.office.com', 'acme.freshdesk.com', 'desk.example.com'])
    assert.equal(read(field, siteFor(host).excluded).text.trim(), 'Mine.', host);
});

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
