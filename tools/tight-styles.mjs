// Part of `npm run build`: takes comments and spare white space out of the style sheets of the elements in dist, which
// no bundler does inside a template. Running it twice changes nothing.
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const inDist = new Set(['node_modules', 'src']);
  for (const path of files('packages/elements', (name) => name.endsWith('.styles.js'), { skip: inDist })) {
    const before = readFileSync(join(root, path), 'utf8');
    const after = tightModule(before);
    if (after !== before) writeFileSync(join(root, path), after);
  }
}
