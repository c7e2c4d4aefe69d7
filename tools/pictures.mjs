// `npm run pictures`: makes the reference pictures in docs/images/reference, at a fixed moment of the simulated factory.
// `npm run pictures -- NAME …` makes those only whose name has one of the words in it.
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from '../examples/serve.mjs';
import { pictures } from './internal/pictures.mjs';
import { chromiumFlags, chromiumPath, programPath } from './internal/programs.mjs';
import { root } from './internal/root.mjs';
import { run } from './internal/run.mjs';

const folder = join(root, 'docs/images/reference');
const most = 300 * 1024;
/** A Tuesday, 10:42 in Hangzhou: the early shift has run for hours. */
const now = Date.UTC(2026, 10, 24, 2, 42);

const wanted = process.argv.slice(2);
const chosen = pictures.filter(
  ({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)),
);

await mkdir(folder, { recursive: true });
const server = await serve({ port: 0 });
const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumFlags] });
let tooLarge = 0;
try {
  for (const picture of chosen) {
    const path = join(folder, `${picture.name}.png`);
    await take(picture, path);
    const { size } = await stat(path);
    const verdict = size > most ? `larger than ${most / 1024} kB` : '';
    if (verdict) tooLarge += 1;
    console.log(`${picture.name}.png ${Math.round(size / 1024)} kB ${verdict}`);
  }
  await writeFile(join(folder, 'README.md'), await index());
} finally {
  await browser.close();
  await server.close();
}
process.exitCode = tooLarge > 0 ? 1 : 0;

async function take({ page: address, part, theme, lang, size, media = {}, dir, selected, present }, path) {
  const [width, height] = size;
  const page = await browser.newPage({ viewport: { width, height }, ...media });
  try {
    if (!present) await page.clock.setSystemTime(now);
    const query = new URLSearchParams({ theme, lang });
    await page.goto(new URL(`${address}${address.includes('?') ? '&' : '?'}${query}`, server.url).href);
    await page.evaluate(standStill, { now: present ? undefined : now, dir, selected });
    const target = part ? page.locator(`${part}:visible`).first() : page;
    if (part) await target.scrollIntoViewIfNeeded();
    await page.evaluate(shown);
    await target.screenshot({
      path,
      animations: 'disabled',
      ...(part ? {} : { clip: { x: 0, y: 0, width, height } }),
    });
    await fewerColours(path);
  } finally {
    await page.close();
  }
}

/** In the page: waits for the past of all sources and lets the clock stand. */
async function standStill({ now, dir, selected }) {
  if (dir) document.documentElement.dir = dir;
  const twin = await document.querySelector('twin-provider').ready();
  const end = performance.now() + 30_000;
  while (twin.connections.some(({ status }) => status.state === 'connecting') && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (now !== undefined) twin.clock.at(now);
  if (selected) twin.selection.select(selected);
}

/** In the page: lets all that is in view load and draw. */
async function shown() {
  const words = () => document.body.innerText.length;
  for (let before = -1, same = 0; same < 3; before = words()) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    same = words() === before ? same + 1 : 0;
  }
}

/** Flat colours are told apart by 256 of them; where ImageMagick is missing the picture stays as it is. */
async function fewerColours(path) {
  const program = programPath('magick', 'convert');
  if (!program) return;
  const smaller = ['-strip', '-colors', '256', '-define', 'png:compression-level=9', `PNG8:${path}`];
  await run(program, [path, ...smaller], { quiet: true });
}

async function index() {
  const rows = [];
  for (const { name, says, theme, lang, size } of pictures) {
    const there = await stat(join(folder, `${name}.png`)).catch(() => undefined);
    if (there) rows.push(`## ${says}\n\n${theme}, ${lang}, ${size.join(' × ')}\n\n![${says}](${name}.png)`);
  }
  const head = await readFile(join(root, 'tools/internal/pictures-head.md'), 'utf8');
  return `${head.trimEnd()}\n\n${rows.join('\n\n')}\n`;
}
