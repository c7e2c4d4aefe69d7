import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { files, packageFolders } from './files.mjs';
import { root } from './root.mjs';

/** What the last build leaves behind when it has come to its end. */
export const buildStamp = join(root, 'packages/elements/dist/.built');

/** Whether dist is missing or older than a source. */
export function buildIsStale() {
  const modules = packageFolders().map((name) => join(root, 'packages', name, 'dist/index.js'));
  if (![buildStamp, ...modules].every((path) => existsSync(path))) return true;
  const built = statSync(buildStamp).mtimeMs;
  const sources = [
    ...files('packages', () => true),
    ...files('tools', (path) => /bundle\/|build\.mjs|workshop-schema\.mjs/.test(path)),
    'rollup.config.mjs',
    'tsconfig.base.json',
    'package-lock.json',
  ];
  return sources.some((path) => statSync(join(root, path)).mtimeMs > built);
}
