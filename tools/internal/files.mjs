import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** Folders whose content nobody wrote by hand. */
const generated = new Set(['node_modules', 'dist', '.git', 'coverage', 'test-results', 'results']);

/**
 * Lists the files below a folder of the repository that somebody wrote, sorted, as paths relative to the
 * repository with `/` between the parts. A folder that does not exist has no files.
 *
 * @param {string} folder relative to the repository; '' for all of it
 * @param {(path: string) => boolean} wanted
 * @param {{ skip?: ReadonlySet<string> }} [options] names of folders not to enter, default: generated ones
 */
export function files(folder, wanted, { skip = generated } = {}) {
  const found = [];
  const visit = (path) => {
    const absolute = join(root, path);
    if (!existsSync(absolute)) return;
    for (const entry of readdirSync(absolute, { withFileTypes: true })) {
      const inner = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!skip.has(entry.name)) visit(inner);
      } else if (wanted(inner)) found.push(inner);
    }
  };
  visit(folder);
  return found.sort();
}

/** Names of the folders of our packages, sorted. */
export function packageFolders() {
  return readdirSync(join(root, 'packages')).filter((name) =>
    existsSync(join(root, 'packages', name, 'package.json')),
  );
}
