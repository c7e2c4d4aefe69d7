// Part of `npm run build`: takes comments and spare white space out of the style sheets of the elements and the scene
// and out of its shaders in dist, which no bundler does inside a template. Running it twice changes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { files } from './internal/files.mjs';
import { root } from './internal/root.mjs';

/** A style sheet without comments and without white space that means nothing; strings stay as they are. */
export function tight(css) {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(/('[^']*'|"[^"]*")/)
    .map((part, index) => (index % 2 === 1 ? part : withoutSpace(part)))
    .join('')
    .trim();
}

function withoutSpace(part) {
  return (
    part
      .replace(/\s+/g, ' ')
      // A space before a colon, a plus or a bracket can be a combinator or part of a sum; after these it means nothing.
      .replace(/ ?([{};,]) ?/g, '$1')
      .replace(/: /g, ':')
      .replace(/;}/g, '}')
  );
}

/** The same for each css`…` of a module. */
export function tightModule(text) {
  return text.replace(/\bcss\s*`([^`]*)`/g, (_, css) => `css\`${tight(css)}\``);
}

/** A shader without comments and without white space that means nothing; a line with # stays a line of its own. */
export function tightShader(glsl) {
  return glsl
    .replace(/\/\/.*$/gm, '')
    .split(/^([ \t]*#.*)$/m)
    .map((part, index) => (index % 2 === 1 ? `\n${part.trim()}\n` : tightGlsl(part)))
    .join('');
}

function tightGlsl(part) {
  // Not around a minus: two of them would become another operator.
  return part
    .replace(/\s+/g, ' ')
    .replace(/ ?([{}();,=+*/<>?:&|[\]]) ?/g, '$1')
    .trim();
}

/** The same for each glsl`…` of a module. */
export function tightShaderModule(text) {
  return text.replace(/\bglsl\s*`([^`]*)`/g, (_, glsl) => `glsl\`${tightShader(glsl)}\``);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  tighten('packages/elements', '.styles.js', tightModule);
  tighten('packages/scene', '.styles.js', tightModule);
  tighten('packages/scene', '.glsl.js', tightShaderModule);
}

function tighten(folder, ending, change) {
  const inDist = new Set(['node_modules', 'src']);
  for (const path of files(folder, (name) => name.endsWith(ending), { skip: inDist })) {
    const before = readFileSync(join(root, path), 'utf8');
    const after = change(before);
    if (after !== before) writeFileSync(join(root, path), after);
  }
}
