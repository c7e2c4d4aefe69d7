// `node tools/element-reference.mjs`: writes docs/elements.md from the manifest that the build made.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './internal/root.mjs';

const target = 'docs/elements.md';
const source = 'packages/elements/dist/custom-elements.json';

/**
 * The elements of the manifest, sorted by tag.
 *
 * @throws {Error} if the manifest is not built
 */
export function manifestElements() {
  if (!existsSync(join(root, source))) throw new Error(`${source} is missing: run npm run build first.`);
  const { modules } = JSON.parse(readFileSync(join(root, source), 'utf8'));
  return modules
    .flatMap(({ path, declarations = [] }) => declarations.map((one) => ({ path, ...one })))
    .filter(({ tagName }) => tagName)
    .sort((a, b) => a.tagName.localeCompare(b.tagName));
}

/** The reference of the elements as it has to stand in docs/elements.md. */
export function elementReference(elements = manifestElements()) {
  const list = elements.map(({ tagName }) => `[${tagName}](#${tagName})`).join(' · ');
  const head = [
    '# Elements',
    '<!-- Made by tools/element-reference.mjs from the class headers: change those, build, and run it. -->',
    `${list}`,
    'Attributes are written in HTML, properties set by script. An attribute that is true or false is true when it is there. How the elements come into a page: [embedding](embedding.md).',
  ];
  return `${[...head, ...elements.map(section)].join('\n\n')}\n`;
}

function section(element) {
  const { tagName, path, summary = '', members = [], events = [], slots = [], cssParts = [] } = element;
  const { cssProperties = [], cssStates = [] } = element;
  const documented = members.filter(({ description }) => description);
  const fields = documented.filter(({ kind }) => kind === 'field');
  const methods = documented.filter(({ kind }) => kind === 'method');
  return [
    `## ${tagName}`,
    summary.split('\n\n').map(oneLine).join('\n\n'),
    `Alone: \`import '@twinfloor/elements/${path.split('/')[1]}';\``,
    ...table(['attribute', 'property', 'type', 'default', 'meaning'], fields, fieldCells),
    ...table(['method', 'meaning'], methods, (one) => [code(`${one.name}()`), one.description]),
    ...table(['event', 'class', 'when'], events, (one) => [
      code(one.name),
      code(one.type?.text),
      one.description,
    ]),
    ...table(['slot', 'content'], slots, ({ name, description }) => [
      name ? code(name) : '(default)',
      description,
    ]),
    ...table(['part', 'meaning'], cssParts, named),
    ...table(['CSS property', 'default', 'meaning'], cssProperties, (one) => [
      code(one.name),
      code(one.default),
      one.description,
    ]),
    ...table(['CSS state', 'meaning'], cssStates, named),
  ].join('\n\n');
}

function fieldCells({ name, attribute, reflects, type, default: standard, description }) {
  const note = reflects ? ' Reflected.' : '';
  const text = standard === "''" ? undefined : standard;
  return [code(attribute), code(name), code(type?.text), code(text), description + note];
}

function named({ name, description }) {
  return [code(name), description];
}

function table(columns, rows, cellsOf) {
  if (rows.length === 0) return [];
  const line = (cells) => `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |');
  const rule = `|${'---|'.repeat(columns.length)}`;
  return [[line(columns), rule, ...rows.map((row) => line(cellsOf(row).map(cell)))].join('\n')];
}

function cell(text = '') {
  return oneLine(text).replaceAll('|', '\\|');
}

function code(text) {
  return text ? `\`${text}\`` : '';
}

function oneLine(text) {
  return text.replace(/\s+/g, ' ').trim();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(join(root, target), elementReference());
}
