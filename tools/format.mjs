// `npm run format`: checks that every file has the form Prettier gives it; `npm run format -- --write` gives it.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { check, format, getFileInfo, resolveConfig } from 'prettier';
import { files } from './internal/files.mjs';
import { root } from './internal/root.mjs';
import { finish } from './internal/tally.mjs';

const write = process.argv.includes('--write');
let passed = 0;
let failed = 0;

for (const path of files('', (name) => /\.(ts|mjs|js|json|css)$/.test(name))) {
  const file = join(root, path);
  const { ignored } = await getFileInfo(file, { ignorePath: join(root, '.prettierignore') });
  if (ignored) continue;
  const text = await readFile(file, 'utf8');
  const options = { ...(await resolveConfig(file)), filepath: file };
  try {
    if (await check(text, options)) passed += 1;
    else if (write) {
      await writeFile(file, await format(text, options));
      console.log(`formatted ${path}`);
      passed += 1;
    } else {
      console.log(`not formatted: ${path}`);
      failed += 1;
    }
  } catch (error) {
    console.log(`${path}: ${error instanceof Error ? error.message : error}`);
    failed += 1;
  }
}
if (failed > 0) console.log('`npm run format -- --write` formats them.');
finish({ passed, failed });
