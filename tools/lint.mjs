// `npm run lint`: ESLint over everything somebody wrote; `npm run lint -- --fix` mends what it can.
import { ESLint } from 'eslint';
import { root } from './internal/root.mjs';
import { finish } from './internal/tally.mjs';

const fix = process.argv.includes('--fix');
const eslint = new ESLint({ cwd: root, fix });
const results = await eslint.lintFiles(['.']);
if (fix) await ESLint.outputFixes(results);
const text = await (await eslint.loadFormatter('stylish')).format(results);
if (text) console.log(text);
const failed = results.filter((result) => result.errorCount + result.warningCount > 0).length;
finish({ passed: results.length - failed, failed });
