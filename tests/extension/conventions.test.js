import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { SITES } from '../../extension/content/sites/index.js';
import { ENGLISH } from '../../extension/shared/messages.js';

const ROOT = join(import.meta.dirname, '../../extension');
const LOOPBACK = ['http://127.0.0.1/*', 'http://localhost/*'];

/** @param {string} path */
const text = (path) => readFileSync(join(ROOT, path), 'utf8');

/** Comments say nothing to a browser. @param {string} path */
const code = (path) => text(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

const files = readdirSync(ROOT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(ROOT.length + 1)
      .replaceAll('\\', '/'),
  )
  .sort();
const scripts = files.filter((path) => path.endsWith('.js'));
const manifest = JSON.parse(text('manifest.json'));

/** @param {RegExp} pattern @returns {string[]} the scripts in whose code it stands */
const holding = (pattern) => scripts.filter((path) => pattern.test(code(path)));

test('one file alone speaks to the network', () => {
  const speaking = holding(
    /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|importScripts/,
  );
  assert.deepEqual(speaking, ['background/service.js']);
});

test('no address of another machine stands anywhere in code, pages or manifest', () => {
  const fixed = new Set(
    manifest.content_scripts[0].matches.map(
      (/** @type {string} */ match) => new URL(match.replace('*.', '')).host,
    ),
  );
  for (const path of files.filter(
    (each) => /\.(js|html|css|json)$/.test(each) && !each.startsWith('_locales'),
  )) {
    const found =
      (path.endsWith('.js') ? code(path) : text(path)).match(/\b(?:https?|wss?):\/\/[a-z0-9*.-]+\.[a-z]+/g) ??
      [];
    const strange = found.filter((address) => !fixed.has(address.replace(/^https:\/\/(\*\.)?/, '')));
    assert.deepEqual(path === 'options/managed.schema.json' ? [] : strange, [], path);
  }
});

test('the manifest asks for this machine, the named sites, and nothing more', () => {
  assert.deepEqual(manifest.host_permissions, LOOPBACK);
  assert.deepEqual(manifest.permissions, ['activeTab', 'scripting', 'storage']);
  assert.deepEqual(manifest.optional_host_permissions, ['https://*/*']);
  assert.equal(manifest.optional_permissions, undefined);
  assert.equal(manifest.web_accessible_resources, undefined);
  assert.equal(manifest.externally_connectable, undefined);
  for (const match of manifest.content_scripts[0].matches)
    assert.match(match, /^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/);
});

test('the content policy lets our pages connect to this machine or over https, and load nothing from outside', () => {
  const policy = manifest.content_security_policy.extension_pages;
  assert.match(policy, /default-src 'none'; script-src 'self';/);
  assert.match(policy, /connect-src http:\/\/127\.0\.0\.1:\* http:\/\/localhost:\* https:;/);
  assert.doesNotMatch(policy, /unsafe/);
});

test('every site with an adapter is in the manifest, and every site of the manifest has one', () => {
  const hosts = SITES.flatMap((site) => site.hosts);
  for (const match of manifest.content_scripts[0].matches) {
    const { hostname } = new URL(match.replace('*.', ''));
    assert.ok(
      hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`)),
      `${match} has no adapter`,
    );
  }
  for (const host of hosts) {
    assert.ok(
      manifest.content_scripts[0].matches.some((/** @type {string} */ match) => match.includes(host)),
      `${host} is not in the manifest`,
    );
  }
});

test('one file alone touches the storage', () => {
  assert.deepEqual(holding(/chrome\.storage(?!\.onChanged)/), ['background/storage.js']);
});

test('the parts only message each other', () => {
  for (const path of scripts) {
    const [part = ''] = path.split('/');
    for (const [, target = ''] of code(path).matchAll(/from '(\.[^']+)'/g)) {
      const aim = join(path, '..', target).split('/')[0];
      assert.ok(aim === part || aim === 'shared', `${path} imports ${target}`);
    }
  }
});

test('the content modules know no browser extension, but for the one that boots them', () => {
  assert.deepEqual(
    holding(/\bchrome\./).filter((path) => path.startsWith('content/')),
    ['content/boot.js'],
  );
});

test('no markup is made from strings and no string is run', () => {
  assert.deepEqual(
    holding(/\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function/),
    [],
  );
});

test('styles name no left and no right: the interface may be read from either side', () => {
  const sides = /(?:margin|padding|border|inset)-(?:left|right)|text-align:\s*(?:left|right)|float:/;
  const styled = [...files.filter((path) => path.endsWith('.css')), 'content/look.js'];
  assert.deepEqual(
    styled.filter((path) => sides.test(text(path))),
    [],
  );
});

test('nothing polls', () => assert.deepEqual(holding(/setInterval/), []));

test('files stay short; those that wire stay shorter', () => {
  for (const path of scripts) {
    const limit = ['background/index.js', 'content/main.js', 'content/boot.js'].includes(path) ? 130 : 300;
    const lines = text(path).split('\n').length;
    assert.ok(lines <= limit, `${path} has ${lines} lines, more than ${limit}`);
  }
});

test('every file says in its first line what it is for', () => {
  for (const path of scripts) assert.match(text(path), /^\/\*\* @file .+\n/, path);
});

test('every file the manifest names is there', () => {
  const named = JSON.stringify(manifest).match(/[\w-]+\/[\w.-]+\.(html|json|js|png)\b/g) ?? [];
  assert.ok(named.length >= 8);
  for (const path of new Set(named)) assert.ok(files.includes(path), `${path} is missing`);
});

test('every proof named in the README is there', () => {
  const named = [...text('README.md').matchAll(/`(tests\/[^`]+)`/g)].map(([, path = '']) => path);
  assert.ok(named.length > 40);
  for (const path of named) assert.ok(existsSync(join(ROOT, '..', path)), `${path} is missing`);
});

const LANGUAGES = readdirSync(join(ROOT, '_locales'));
/** @type {{ [language: string]: { [key: string]: { message: string } } }} */
const words = Object.fromEntries(
  LANGUAGES.map((language) => [language, JSON.parse(text(`_locales/${language}/messages.json`))]),
);

test('four languages have the same words, with the same values in them', () => {
  assert.deepEqual(LANGUAGES.sort(), ['de', 'en', 'es', 'fr']);
  for (const language of LANGUAGES) {
    assert.deepEqual(Object.keys(words[language] ?? {}).sort(), Object.keys(words.en ?? {}).sort(), language);
    for (const [key, { message }] of Object.entries(words[language] ?? {})) {
      const values = (/** @type {string} */ from) => [...new Set(from.match(/\$\d/g))].sort();
      assert.deepEqual(values(message), values(words.en?.[key]?.message ?? ''), `${language}: ${key}`);
    }
  }
});

test('the words of the content modules are those of the English locale', () => {
  const english = Object.fromEntries(Object.keys(ENGLISH).map((key) => [key, words.en?.[key]?.message]));
  assert.deepEqual(english, ENGLISH);
});

test('every word that popup, options and manifest use is in the locales', () => {
  const used = [...scripts, 'manifest.json', 'popup/popup.html', 'options/options.html'].flatMap((path) =>
    [...text(path).matchAll(/\bword\('([\w]+)'|data-(?:word|label)="(\w+)"|__MSG_(\w+)__/g)].map(
      (found) => found[1] ?? found[2] ?? found[3],
    ),
  );
  assert.ok(used.length > 60);
  for (const key of used) assert.ok(words.en?.[key ?? ''], `${key} is in no locale`);
});

test('pages show the English words before any script runs', () => {
  for (const path of ['popup/popup.html', 'options/options.html']) {
    for (const [, key = '', shown] of text(path).matchAll(/data-word="(\w+)"[^>]*>([^<]*)</g)) {
      assert.equal(shown, words.en?.[key]?.message, `${path}: ${key}`);
    }
  }
});

test('every state of the service has its own words and says what to do', () => {
  for (const state of [
    'starting',
    'ok',
    'slow',
    'down',
    'garbage',
    'wrong_token',
    'upgraded',
    'offline',
    'ungranted',
  ]) {
    for (const language of LANGUAGES) {
      assert.ok(words[language]?.[`state_${state}`]?.message, state);
      assert.ok(words[language]?.[`state_${state}_help`]?.message, state);
    }
  }
});

test('name and description fit the stores', () => {
  for (const language of LANGUAGES) {
    assert.ok((words[language]?.name?.message.length ?? 99) <= 75);
    assert.ok((words[language]?.description?.message.length ?? 999) <= 132);
  }
});
