// `node tools/kpi-size.mjs`: what each function of `@twinfloor/core/kpi` costs a page that imports it alone, minified and
// gzipped, and the files of other families it carries along.
import { figuresAlone } from './internal/figures-alone.mjs';

const rows = (await figuresAlone()).sort((a, b) => a.family.localeCompare(b.family) || b.gzip - a.gzip);
console.log(`${'family'.padEnd(14)}${'function'.padEnd(36)}${'min B'.padStart(7)}${'gzip B'.padStart(8)}`);
for (const { family, name, minified, gzip, strangers } of rows) {
  const sizes = `${String(minified).padStart(7)}${String(gzip).padStart(8)}`;
  console.log(`${family.padEnd(14)}${name.padEnd(36)}${sizes}  ${strangers.join(' ')}`.trimEnd());
}
