/** @file Times other tools on the texts of standard input (a JSON list); prints [wall, CPU] milliseconds for each, by tool. */

import { text as read } from 'node:stream/consumers';
import { TextlintKernel } from '@textlint/kernel';
import textPlugin from '@textlint/textlint-plugin-text';
import { text as alex } from 'alex';
import { LocalLinter } from 'harper.js';
import { binaryInlined } from 'harper.js/binaryInlined';
import alexRule from 'textlint-rule-alex';
import writeGoodRule from 'textlint-rule-write-good';
import writeGood from 'write-good';

const plain = (module) => module.default ?? module;
const harper = new LocalLinter({ binary: binaryInlined });
const kernel = new TextlintKernel();
const options = {
  ext: '.txt',
  plugins: [{ pluginId: 'text', plugin: plain(textPlugin) }],
  rules: [
    { ruleId: 'alex', rule: plain(alexRule) },
    { ruleId: 'write-good', rule: plain(writeGoodRule) },
  ],
};

const tools = {
  'write-good': (text) => writeGood(text),
  alex: (text) => alex(text),
  'textlint (write-good + alex)': (text) => kernel.lintText(text, options),
  'harper.js': (text) => harper.lint(text),
};

const [warm, timed] = JSON.parse(await read(process.stdin));
const result = {};
for (const [name, check] of Object.entries(tools)) {
  for (const text of warm) await check(text);
  result[name] = [];
  for (const text of timed) {
    const start = performance.now();
    const used = process.cpuUsage();
    await check(text);
    const { user, system } = process.cpuUsage(used);
    result[name].push([performance.now() - start, (user + system) / 1000]);
  }
}
console.log(JSON.stringify(result));
process.exit(0);
