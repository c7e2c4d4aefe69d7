import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * What a new element begins with, and what has to know of it.
 *
 * @param {string} name e.g. `loss-pareto`, which becomes `<twin-loss-pareto>`
 * @param {(path: string) => string} read gives the present text of a file, by its path in the repository
 * @returns {Map<string, string>} new text of each file, by its path in the repository
 * @throws {RangeError} if the name is not lower-case words joined by hyphens
 */
export function elementFiles(name, read) {
  if (!/^[a-z]+(-[a-z0-9]+)*$/.test(name) || name.startsWith('twin-')) {
    throw new RangeError(`invalid name: ${name}, allowed: lower-case words joined by hyphens, without twin-`);
  }
  const source = 'packages/elements/src';
  const fill = (file) => named(name, readFileSync(join(root, 'tools/element-template', file), 'utf8'));
  const { camel, pascal } = forms(name);
  return new Map([
    [`${source}/${name}/${name}.ts`, fill('element.ts.txt')],
    [`${source}/${name}/${name}.styles.ts`, fill('styles.ts.txt')],
    [`${source}/${name}/${name}.test.ts`, fill('test.ts.txt')],
    [`${source}/index.ts`, withExport(read(`${source}/index.ts`), `Twin${pascal}`, `./${name}/${name}.js`)],
    [`${source}/locales/en/${name}.ts`, fill('words.ts.txt')],
    [
      `${source}/locales/en.ts`,
      withWords(read(`${source}/locales/en.ts`), `${camel}Terms`, `./en/${name}.js`),
    ],
    [
      `${source}/locales/terms.ts`,
      withTerms(read(`${source}/locales/terms.ts`), `${pascal}Terms`, `./en/${name}.js`),
    ],
    // The words of the other language are the translator's; until then the English ones say at least what is meant.
    [`${source}/locales/zh-CN/${name}.ts`, fill('words.zh-CN.ts.txt')],
    [
      `${source}/locales/zh-CN.ts`,
      withWords(read(`${source}/locales/zh-CN.ts`), `${camel}Terms`, `./zh-CN/${name}.js`),
    ],
    ['packages/elements/package.json', withSideEffect(read('packages/elements/package.json'), name)],
    ['tools/size-budgets.json', withBudget(read('tools/size-budgets.json'), name)],
  ]);
}

function forms(name) {
  const pascal = name.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());
  const words = name.replaceAll('-', ' ');
  return {
    pascal,
    camel: pascal[0].toLowerCase() + pascal.slice(1),
    words: words[0].toUpperCase() + words.slice(1),
  };
}

function named(name, text) {
  const { camel, pascal, words } = forms(name);
  return text
    .replaceAll('sample-name', name)
    .replaceAll('SampleName', pascal)
    .replaceAll('sampleName', camel)
    .replaceAll('Sample name', words);
}

/** Exports stand in the order of their modules. */
function withExport(text, className, module) {
  const statement = `export { ${className} } from '${module}';`;
  const lines = text.trimEnd().split('\n');
  const later = lines.findIndex((line) => (/^export .* from '(.+)';$/.exec(line)?.[1] ?? '') > module);
  lines.splice(later < 0 ? lines.length : later, 0, statement);
  return `${lines.join('\n')}\n`;
}

/** A language is put together from the words of each element. */
function withWords(text, terms, module) {
  const folder = module.slice(0, module.indexOf('/', 2) + 1);
  return beforeEnd(
    withImport(text, `import { ${terms} } from '${module}';`, `from '${folder}`),
    '\n};',
    `\n  ...${terms},`,
  );
}

/** The words of an element among all words. */
function withTerms(text, type, module) {
  return beforeEnd(
    withImport(text, `import type { ${type} } from '${module}';`, "from './en/"),
    ' {}',
    `, ${type}`,
  );
}

/** Imports stand together; a new one comes after the last. */
function withImport(text, statement, mark) {
  const lineEnd = text.indexOf('\n', text.lastIndexOf(mark)) + 1;
  return `${text.slice(0, lineEnd)}${statement}\n${text.slice(lineEnd)}`;
}

/** Puts a piece of text before the last place where another one stands. */
function beforeEnd(text, end, piece) {
  const place = text.lastIndexOf(end);
  return text.slice(0, place) + piece + text.slice(place);
}

function withSideEffect(text, name) {
  const description = JSON.parse(text);
  const module = `./dist/${name}/${name}.js`;
  description.sideEffects = [...new Set([...description.sideEffects, module])].sort();
  return `${JSON.stringify(description, undefined, 2)}\n`;
}

function withBudget(text, name) {
  const budgets = JSON.parse(text);
  const imports = [`@twinfloor/elements/${name}`];
  if (!budgets.some((budget) => budget.name === name)) budgets.push({ name, imports, limit: 16_384 });
  return `${JSON.stringify(budgets, undefined, 2)}\n`;
}
