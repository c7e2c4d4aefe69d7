// `npm run test:size`: what each entry costs a page, minified and gzipped, Lit included, against its budget in
// size-budgets.json (a goal that is not reached stands beside the budget that keeps the cost from growing); that no element
// carries another one along, and none but the scene a byte of three; that each can be loaded alone; and that a figure
// brings along no figure of another family (`node tools/kpi-size.mjs` lists them all).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { elementFolders, renders } from './internal/boundaries.mjs';
import { bundle } from './internal/bundle.mjs';
import { figuresAlone } from './internal/figures-alone.mjs';
import { chromiumFlags, chromiumPath } from './internal/programs.mjs';
import { root } from './internal/root.mjs';
import { finish } from './internal/tally.mjs';

const budgets = JSON.parse(readFileSync(join(root, 'tools/size-budgets.json'), 'utf8'));
const elements = elementFolders();
const tags = tagsOfElements();
/** What the elements load when they are first seen or used; other languages, themes and the file reader are not of it. */
const own = /^(?!.*(zh-CN|dark\.styles|control-room|big-screen|workshop-loader))\./;
let passed = 0;
let failed = 0;
const isThree = (path) => path.includes('node_modules/three/');
/** Bundles of single elements, by folder. */
const alone = new Map();

console.log(`${'entry'.padEnd(24)}${'min B'.padStart(9)}${'gzip B'.padStart(9)}${'budget B'.padStart(10)}`);
for (const { name, imports, limit, goal, everything, later, outside, without } of budgets) {
  const taken = everything ? own : later && new RegExp(later);
  const made = await attempt(name, () => bundle(imports, { later: taken, outside }));
  if (made === undefined) continue;
  if (!imports.includes('@twinfloor/scene'))
    verdict(![...made.inputs.keys()].some(isThree), `${name} carries three along`);
  if (without !== undefined) {
    const carried = [...made.inputs.keys()].filter((path) => new RegExp(without).test(path));
    verdict(carried.length === 0, `${name} carries ${carried.join(', ')} along`);
  }
  const { minified, gzip } = made;
  const over = gzip > limit;
  console.log(
    `${name.padEnd(24)}${String(minified).padStart(9)}${String(gzip).padStart(9)}${String(limit).padStart(10)}` +
      (over ? `  ✗ ${gzip - limit} over` : '') +
      (gzip > goal ? `  goal ${goal} missed by ${gzip - goal}` : ''),
  );
  if (over) console.log(heaviest(made.inputs));
  verdict(!over);
  if (elements.includes(name)) alone.set(name, made);
}

console.log();
for (const name of elements) {
  const made = alone.get(name);
  if (made === undefined) {
    verdict(false, `${name} has no budget in tools/size-budgets.json`);
    continue;
  }
  const strangers = elements.filter(
    (other) =>
      other !== name &&
      !renders[name]?.includes(other) &&
      made.inputs.has(`packages/elements/dist/${other}/${other}.js`),
  );
  verdict(strangers.length === 0, `${name} carries ${strangers.join(', ')} along`);
}

for (const { name, strangers } of await figuresAlone()) {
  verdict(strangers.length === 0, `${name}() carries ${strangers.join(', ')} along`);
}

await loadAlone();
finish({ passed, failed });

/** Loads each element into an empty page of its own and asks whether its tag is there. */
async function loadAlone() {
  const executablePath = chromiumPath();
  if (executablePath === undefined)
    return verdict(false, 'Install Chromium or Chrome, or name one in CHROMIUM.');
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  try {
    for (const [name, { text }] of alone) {
      const page = await browser.newPage();
      const errors = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.addScriptTag({ type: 'module', content: text });
      const tag = tags.get(name) ?? `twin-${name}`;
      const isThere = (wanted) => customElements.get(wanted) !== undefined;
      // A module written into the page runs when the page has time for it.
      const waiting = page.waitForFunction(isThere, tag, { timeout: 10_000 });
      const defined = await waiting.then(
        () => true,
        () => false,
      );
      verdict(
        defined && errors.length === 0,
        `${name} loaded alone: ${defined ? errors.join(', ') : `no <${tag}>`}`,
      );
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

/** The files that left most in a bundle, to see where the bytes are. */
function heaviest(inputs) {
  const lines = [...inputs].sort(([, a], [, b]) => b - a).slice(0, 12);
  return lines.map(([path, bytes]) => `${String(bytes).padStart(33)}  ${path}`).join('\n');
}

async function attempt(name, act) {
  try {
    return await act();
  } catch (error) {
    verdict(false, `${name}: ${error.errors?.map(({ text }) => text).join(', ') ?? error.message}`);
    return undefined;
  }
}

function verdict(good, complaint) {
  if (good) passed += 1;
  else {
    failed += 1;
    if (complaint) console.log(`✗ ${complaint}`);
  }
}

function tagsOfElements() {
  const { modules } = JSON.parse(
    readFileSync(join(root, 'packages/elements/dist/custom-elements.json'), 'utf8'),
  );
  return new Map(
    modules.map(({ path, declarations }) => [
      path.split('/').at(-2),
      declarations.find(({ tagName }) => tagName)?.tagName,
    ]),
  );
}
