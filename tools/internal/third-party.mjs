import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFolders } from './files.mjs';
import { root } from './root.mjs';

/** Licences of libraries that others carry inside their own files, so that they are not installed: one text each. */
const notices = join(root, 'tools/internal/notices');

/**
 * The text of THIRD-PARTY.md: every library that our packages bring along, with what they bring in turn, be it as a
 * library of its own or inside of their files.
 *
 * @throws {Error} if a library is not installed or there is no licence text of it
 */
export function thirdParty() {
  const libraries = new Map();
  const visit = (folder, { peers = false } = {}) => {
    const { dependencies = {}, peerDependencies = {} } = read(folder);
    const brought = { ...dependencies, ...(peers && peerDependencies) };
    for (const name of Object.keys(brought).filter(
      (dependency) => !/^@(twinfloor|types)\//.test(dependency),
    )) {
      const found = locate(folder, name);
      const { version } = read(found);
      const key = `${name} ${version}`;
      if (libraries.has(key)) continue;
      libraries.set(key, found);
      visit(found);
    }
  };
  // A peer of ours is inside of the file that is made of the package.
  for (const name of packageFolders()) visit(join(root, 'packages', name), { peers: true });
  const entries = [...libraries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, folder]) => [
      section(key, folder, [...libraries.values()]),
      ...bundledIn(folder).map((name) => bundledSection(name, key)),
    ]);
  return [
    '# Third-party libraries',
    '',
    'The packages of Twinfloor bring these libraries along, and `twinfloor.js` and `twinfloor-scene.js` contain them. Types only are not listed.',
    'Made by `npm run third-party`.',
    '',
    ...entries,
  ].join('\n');
}

function section(key, folder, all) {
  const { license } = read(folder);
  const source = repositoryOf(folder) ?? read(folder).homepage ?? '';
  const address = source
    .replace(/^git\+/, '')
    .replace(/^ssh:\/\/git@/, 'https://')
    .replace(/\.git$/, '')
    .replace(/^(github:)?(?=[\w-]+\/[\w.-]+$)/, 'https://github.com/');
  return `## ${key}\n\nLicence: ${license}\n${address ? `Source: ${address}\n` : ''}\n\`\`\`\n${licenceText(folder, all)}\n\`\`\`\n`;
}

/** The names of the libraries inside of the files of another one, as its source maps tell them, sorted. */
export function bundledIn(folder) {
  const names = readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith('.map') && !/(^|[\\/])node_modules[\\/]/.test(path))
    .flatMap((path) => JSON.parse(readFileSync(join(folder, path), 'utf8')).sources ?? [])
    .flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []);
  return [...new Set(names)].sort();
}

function bundledSection(name, carrier) {
  const file = join(notices, `${name.replaceAll('/', '+')}.txt`);
  if (!existsSync(file))
    throw new Error(`no licence text of ${name} inside of ${carrier}: ${file} is missing`);
  const [head, ...text] = readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim().split('\n\n');
  return `## ${name}, inside of ${carrier}\n\n${head}\n\n\`\`\`\n${text.join('\n\n')}\n\`\`\`\n`;
}

function repositoryOf(folder) {
  const { repository } = read(folder);
  return typeof repository === 'string' ? repository : repository?.url;
}

/** The licence as the library states it: in a file, in its readme, or in a library from the same repository. */
function licenceText(folder, all) {
  const relatives = all.filter((other) => other !== folder && repositoryOf(other) === repositoryOf(folder));
  const text =
    inFile(folder) ?? inReadme(folder) ?? relatives.map(inFile).find((found) => found !== undefined);
  if (text === undefined) throw new Error(`no licence text in ${folder}`);
  return text;
}

function inFile(folder) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e(\.|$)/i.test(name));
  return file && readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
}

function inReadme(folder) {
  const file = readdirSync(folder).find((name) => /^readme/i.test(name));
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
  const found = /^#+ *licen[cs]e\s*$([\s\S]*?)(?=^#|(?![\s\S]))/im.exec(text)?.[1].trim();
  return found || undefined;
}

/** Where a library lies for the package in `folder`, looking upwards as Node does. */
function locate(folder, name) {
  for (let place = folder; ; place = dirname(place)) {
    const found = join(place, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return found;
    if (place === dirname(place)) throw new Error(`${name} is not installed`);
  }
}

function read(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
