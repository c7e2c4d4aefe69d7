// `npm run make:element NAME`: starts a new element, so that all begin alike: `npm run make:element loss-pareto`.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { elementFiles } from './internal/element-files.mjs';
import { root } from './internal/root.mjs';

const [name = ''] = process.argv.slice(2);
if (existsSync(join(root, 'packages/elements/src', name || '-')))
  fail(`packages/elements/src/${name} is there already`);

let made;
try {
  made = elementFiles(name, (path) => readFileSync(join(root, path), 'utf8'));
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  fail(`${error.message}\nUse: npm run make:element NAME`);
}
for (const [path, text] of made) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
  console.log(path);
}
console.log(`\n<twin-${name}> is begun. Next: what it shows, its words in src/locales/, and "renders" in`);
console.log('tools/internal/boundaries.mjs if it renders another element.');

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
