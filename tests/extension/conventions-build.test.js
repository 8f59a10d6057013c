import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';

const ROOT = join(import.meta.dirname, '../..');

/** @returns {string} the folder it was built into */
function build() {
  const folder = mkdtempSync(join(tmpdir(), 'coolhead-'));
  execFileSync('node', [join(ROOT, 'extension/build.mjs'), folder], { stdio: 'pipe' });
  return folder;
}

/** @type {string} */
let first;
/** @type {string} */
let second;

before(() => {
  first = build();
  second = build();
});

for (const browser of ['chrome', 'firefox']) {
  test(`the package for ${browser} has the same bytes every time`, () => {
    const [one, other] = [first, second].map((folder) =>
      readFileSync(join(folder, `coolhead-${browser}.zip`)),
    );
    assert.ok(one && other && one.equals(other));
  });

  test(`${browser} gets one readable content script and no sources of drawings or tools`, () => {
    const folder = join(first, `coolhead-${browser}`);
    const script = readFileSync(join(folder, 'content/boot.js'), 'utf8');
    assert.doesNotMatch(script, /^\s*(import|export)\s/m);
    assert.ok(Math.max(...script.split('\n').map((line) => line.length)) < 600, 'it is minified');
    assert.ok(!existsSync(join(folder, 'icons/icon.svg')));
    assert.ok(!existsSync(join(folder, 'icons/render.py')));
    assert.ok(!existsSync(join(folder, 'content/main.js')));
  });
}

test('each browser gets the background it knows', () => {
  const background = (/** @type {string} */ browser) =>
    JSON.parse(readFileSync(join(first, `coolhead-${browser}/manifest.json`), 'utf8')).background;
  assert.deepEqual(background('chrome'), { service_worker: 'background/index.js', type: 'module' });
  assert.deepEqual(background('firefox'), { scripts: ['background/index.js'], type: 'module' });
});

test("Mozilla's linter finds nothing", () => {
  const found = execFileSync(
    'node',
    [
      join(ROOT, 'node_modules/web-ext/bin/web-ext.js'),
      'lint',
      '--output=json',
      '-s',
      join(first, 'coolhead-firefox'),
    ],
    { encoding: 'utf8' },
  );
  const { errors, warnings, notices } = JSON.parse(found);
  assert.deepEqual({ errors, warnings, notices }, { errors: [], warnings: [], notices: [] });
});
