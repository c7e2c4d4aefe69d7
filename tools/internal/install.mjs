import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { runNpm } from './run.mjs';

/**
 * Installs the libraries when they are missing or not those of package-lock.json.
 *
 * @throws {Error} if npm fails
 */
export async function installLibraries() {
  if (librariesInstalled()) return;
  console.log('installing the libraries');
  const quiet = ['--no-audit', '--no-fund'];
  if ((await runNpm(['ci', ...quiet])).code === 0) return;
  // `npm ci` refuses a lock file that differs from package.json in the least, as while somebody adds a library.
  if ((await runNpm(['install', ...quiet])).code !== 0)
    throw new Error('npm could not install the libraries');
}

function librariesInstalled() {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  const wanted = packagesOf(join(root, 'package-lock.json'));
  if (installed === undefined || wanted === undefined) return false;
  return Object.entries(wanted).every(([path, { version, link, optional, devOptional, peer }]) => {
    if (!path.startsWith('node_modules/') || optional || devOptional || peer) return true;
    return link ? path in installed : installed[path]?.version === version;
  });
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}
