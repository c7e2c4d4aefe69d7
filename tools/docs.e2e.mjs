import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after, it } from 'node:test';
import { chromium } from 'playwright-core';
import { codeBlocks } from './internal/markdown.mjs';
import { chromiumPath } from './internal/programs.mjs';
import { root } from './internal/root.mjs';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

const executablePath = chromiumPath();
if (executablePath === undefined)
  throw new Error('no browser found: install Chromium or name it in CHROMIUM');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
after(() => browser.close());

for (const [name, running] of [
  ['docs/embedding.md', /Running/],
  ['docs/embedding.zh-CN.md', /运行/],
]) {
  it(`the page in ${name} shows what its script observed, under the policy that stands there`, async (context) => {
    const server = await served(filesOf(name));
    context.after(() => {
      server.close();
      server.closeAllConnections();
    });
    const page = await browser.newPage();
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    await page.goto(`http://localhost:${server.address().port}/`);
    await shows(page, 'twin-equipment', running);
    // 225 pieces of 12 s in 50 of 60 minutes, 220 of them good.
    await shows(page, 'twin-oee', /73[.,]3/);
    const surface = await page.$eval('twin-oee', (element) =>
      getComputedStyle(element).getPropertyValue('--twin-color-surface'),
    );
    assert.equal(surface, '#10243a');
    await page.click('twin-equipment');
    assert.equal(await page.textContent('#chosen'), 'press-01');
    assert.deepEqual(complaints, []);
    await page.close();
  });
}

it('the page of twenty elements without a script shows one workshop, and what is chosen in one in all', async (context) => {
  const files = filesOf('docs/embedding.md');
  files.set('/workshop.json', readFileSync(join(root, 'examples/factory/workshop.json'), 'utf8'));
  const server = await served(files);
  context.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(`http://localhost:${server.address().port}/twenty.html`);
  const [count, unknown] = await page.evaluate(() =>
    ['twin-provider > *', ':not(:defined)'].map((selector) => document.querySelectorAll(selector).length),
  );
  assert.deepEqual([count, unknown], [20, 0]);
  await shows(page, 'twin-equipment', /Choose a machine/);
  await page.evaluate(async () => {
    const twin = await document.querySelector('twin-provider').ready();
    while (twin.connections[0].status.state !== 'live') await new Promise((done) => setTimeout(done, 50));
  });
  await page.click('twin-equipment-grid [role=option][aria-label^="Press 3"]');
  await shows(page, 'twin-equipment', /Press 3/);
  await page.$eval('twin-inspector', (element) => element.scrollIntoView());
  await shows(page, 'twin-inspector', /Press 3/);
  assert.deepEqual(complaints, []);
  await page.close();
});

/** The blocks of the page that is a test, by their address. */
function filesOf(page) {
  const blocks = codeBlocks(readFileSync(join(root, page), 'utf8'));
  const files = new Map(blocks.map(({ file, text }) => [file?.replace(/^page/, ''), text]));
  const bundle = readFileSync(join(root, 'packages/elements/dist/twinfloor.js'), 'utf8');
  return files.set('/twinfloor.js', bundle);
}

/** Waits until an element says something. */
async function shows(page, tag, pattern) {
  // A tile is one thing to a reader: it is told as a whole.
  const said = () =>
    page.$eval(tag, ({ shadowRoot }) => {
      const labels = [...(shadowRoot?.querySelectorAll('[aria-label]') ?? [])].map((one) => one.ariaLabel);
      return [shadowRoot?.textContent, ...labels].join(' ');
    });
  for (const end = Date.now() + 10_000; !pattern.test(await said()) && Date.now() < end;)
    await page.waitForTimeout(50);
  assert.match((await said()).replace(/\s+/g, ' '), pattern);
}

async function served(files) {
  const server = createServer(({ url }, response) => {
    const path = url === '/' ? '/index.html' : url;
    const text = files.get(path);
    response.setHeader('content-security-policy', files.get('/policy.txt'));
    response.setHeader('content-type', types[extname(path)] ?? 'text/plain');
    // A browser asks for an icon on its own.
    response.writeHead(text === undefined && path !== '/favicon.ico' ? 404 : 200).end(text);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
