// Makes the style sheets and types of the themes from packages/elements/tokens.json, the one source of all looks.
// Run: node tools/tokens.mjs; with --check it changes nothing and fails when a generated file is out of date.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';

const elements = new URL('../packages/elements/', import.meta.url);
const themes = ['light', 'dark', 'control-room', 'big-screen'];

/** The leaves below a group, as [path joined by '-', token with its inherited type]. */
function leaves(group, path = '', type = undefined) {
  const inherited = group.$type ?? type;
  if ('$value' in group) return [[path, { type: inherited, value: group.$value }]];
  return Object.entries(group)
    .filter(([key]) => !key.startsWith('$'))
    .flatMap(([key, below]) => leaves(below, path ? `${path}-${key}` : key, inherited));
}

const pixels = ({ value, unit }) => (value === 0 ? '0' : `${value}${unit}`);
const generic = /^(sans-serif|serif|monospace|ui-monospace)$/;
const family = (name) => (generic.test(name) || !/[^\w-]/.test(name) ? name : `'${name}'`);
const reference = (value) =>
  value.replace(/^\{common\.(.+)\}$/, (_, path) => `var(--twin-${path.replaceAll('.', '-')})`);

/** One CSS value per token type that we use. */
const css = {
  color: (value) => value.hex,
  dimension: pixels,
  duration: pixels,
  number: String,
  fontFamily: (names) => names.map(family).join(', '),
  cubicBezier: (points) => `cubic-bezier(${points.join(', ')})`,
  typography: ({ fontFamily, fontSize, fontWeight, lineHeight }) =>
    `${fontWeight} ${pixels(fontSize)}/${Math.round(fontSize.value * lineHeight)}px ${reference(fontFamily)}`,
};

const declarations = (group) =>
  leaves(group)
    .map(([path, { type, value }]) => `  --twin-${path}: ${css[type](value)};`)
    .join('\n');

const head = '// Made from tokens.json by tools/tokens.mjs; change that and run it again.\n';
const constant = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

// Not from 'lit', which would carry its templates along to elements that have none.
const tag = "import { css } from '@lit/reactive-element/css-tag.js';";

function styleSheet(name, doc, group) {
  return `${head}${tag}\n\n/** ${doc} */\nexport const ${constant(name)}Tokens = css\`\n${declarations(group)}\n\`;\n`;
}

/** Colours of charts and figures. Those of the default theme come after the page has been seen. */
const laterColours = ['alarm', 'factor', 'loss', 'carrier', 'tariff', 'sequential', 'diverging', 'chart'];

/** One part of the default theme: the colours that every page needs at once, or those that come later. */
function partOf({ color }, later) {
  const isLater = (name) => laterColours.some((word) => name === word || name.startsWith(`${word}-`));
  const names = Object.keys(color).filter((name) => !name.startsWith('$') && isLater(name) === later);
  return { color: only(color, ...names) };
}

function tokenTypes(tokens) {
  const roles = leaves(tokens.light.color);
  return `${head}
/** The roles that a colour can have. Each is the custom property \`--twin-color-…\`. */
export type ColorRole =\n${roles.map(([path]) => `  | '${path}'`).join('\n')};

/** The built-in themes. */
export const themeNames = [${themes.map((name) => `'${name}'`).join(', ')}] as const;

/** The name of a built-in theme. */
export type ThemeName = (typeof themeNames)[number];
`;
}

/**
 * What every page needs of the common tokens, so that no page pays for the rest: those of walls, of touch and of
 * other densities come with the elements for them.
 */
function pageTokens({ font, space, radius, 'text-page': text, motion, easing }) {
  return {
    font: only(font, 'sans', 'mono'),
    space: only(space, '1', '2', '3', '4', '5', '6'),
    radius: only(radius, 'small', 'medium'),
    'text-page': only(
      text,
      'caption',
      'label',
      'body',
      'title',
      'page',
      'value-small',
      'value-medium',
      'value-large',
    ),
    motion: only(motion, 'quick', 'settle', 'glide', 'flash'),
    easing: only(easing, 'settle'),
  };
}

function only(group, ...names) {
  return Object.fromEntries(
    ['$type', ...names].filter((name) => name in group).map((name) => [name, group[name]]),
  );
}

/** The generated files: path below packages/elements → content. */
export async function generate() {
  const tokens = JSON.parse(await readFile(new URL('tokens.json', elements), 'utf8'));
  const files = {
    'src/themes/tokens.ts': tokenTypes(tokens),
    'src/themes/common.styles.ts': styleSheet(
      'common',
      'What all themes share: type, space, lines, motion.',
      pageTokens(tokens.common),
    ),
  };
  for (const name of themes) {
    const isDefault = name === 'light';
    const group = isDefault ? partOf(tokens[name], false) : tokens[name];
    files[`src/themes/${name}.styles.ts`] = styleSheet(name, tokens[name].$description, group);
  }
  files['src/themes/light-figures.styles.ts'] = styleSheet(
    'light-figures',
    'Day theme: colours of charts and figures.',
    partOf(tokens.light, true),
  );
  const options = await prettier.resolveConfig(fileURLToPath(new URL('src/index.ts', elements)));
  for (const path in files)
    files[path] = await prettier.format(files[path], { ...options, parser: 'typescript' });
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check');
  for (const [path, content] of Object.entries(await generate())) {
    const file = new URL(path, elements);
    const found = await readFile(file, 'utf8').catch(() => '');
    if (found === content) continue;
    if (check) {
      console.error(`${path} is out of date: run node tools/tokens.mjs`);
      process.exitCode = 1;
    } else {
      await writeFile(file, content);
      console.log(`wrote ${path}`);
    }
  }
}
