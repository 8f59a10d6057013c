/** @file Bundles every editor of this folder for the fixture pages: `node tests/e2e/editors/bundle.mjs TARGET`. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const folder = import.meta.dirname;
const names = readdirSync(folder).filter((name) => name.endsWith('.js'));

await build({
  entryPoints: names.map((name) => join(folder, name)),
  outdir: process.argv[2],
  bundle: true,
  format: 'esm',
  define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
  loader: { '.woff': 'empty', '.woff2': 'empty', '.ttf': 'empty', '.eot': 'empty', '.svg': 'dataurl' },
  logLevel: 'error',
});
