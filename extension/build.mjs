/** @file Writes coolhead-chrome and coolhead-firefox, each as a folder and as a zip with the same bytes every time: `node build.mjs [FOLDER]`. */

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { zipSync } from 'fflate';

const SOURCE = dirname(fileURLToPath(import.meta.url));
const TARGET = process.argv[2] ?? join(dirname(SOURCE), 'dist');
const COPIED = ['background', 'shared', 'popup', 'options', '_locales', 'icons'];
/** Any fixed moment will do: a zip must not tell when it was made. */
const MOMENT = new Date(2026, 0, 1);

/** @typedef {{ [key: string]: any }} Manifest */

/** One manifest serves both; each store only loses what its browser does not know. @type {{ [browser: string]: (manifest: Manifest) => Manifest }} */
const BROWSERS = {
  chrome: ({ browser_specific_settings, background, ...rest }) => ({
    ...rest,
    background: { service_worker: background.service_worker, type: background.type },
  }),
  firefox: ({ minimum_chrome_version, storage, background, ...rest }) => ({
    ...rest,
    background: { scripts: background.scripts, type: background.type },
  }),
};

/** @param {string} folder @returns {string[]} paths below the folder, sorted, with forward slashes */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** @param {string} browser @param {Manifest} manifest @param {string} target */
async function writeFolder(browser, manifest, target) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const part of COPIED) {
    cpSync(join(SOURCE, part), join(target, part), {
      recursive: true,
      filter: (path) => !/\.(svg|py)$/.test(path),
    });
  }
  await build({
    entryPoints: [join(SOURCE, 'content', 'boot.js')],
    outfile: join(target, 'content', 'boot.js'),
    bundle: true,
    format: 'iife',
    target: ['chrome128', 'firefox150'],
    charset: 'utf8',
    legalComments: 'inline',
    logLevel: 'warning',
  });
  writeFileSync(join(target, 'manifest.json'), `${JSON.stringify(BROWSERS[browser]?.(manifest), null, 2)}\n`);
}

/** @param {string} target */
function writeZip(target) {
  const files = filesBelow(target).map((path) => [path, new Uint8Array(readFileSync(join(target, path)))]);
  writeFileSync(`${target}.zip`, zipSync(Object.fromEntries(files), { mtime: MOMENT, os: 3, level: 9 }));
}

const manifest = JSON.parse(readFileSync(join(SOURCE, 'manifest.json'), 'utf8'));
for (const browser of Object.keys(BROWSERS)) {
  const target = join(TARGET, `coolhead-${browser}`);
  await writeFolder(browser, manifest, target);
  writeZip(target);
  process.stdout.write(`${relative(process.cwd(), target)}  and  .zip\n`);
}
