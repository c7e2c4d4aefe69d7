import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { Mosquitto } from '../packages/connectors/dist/testing/mosquitto.js';
import { chromiumPath } from './internal/programs.mjs';
import { root } from './internal/root.mjs';

const program = join(root, 'packages/cli/bin/twinfloor.js');
const recording = 'okuma-lathe-2022-08-08.twinrec.jsonl';
const strict =
  "require-trusted-types-for 'script'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

describe('the page that twinfloor serves', () => {
  let folder;
  let browser;
  const ends = [];
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'twinfloor-start-'));
    browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });
  after(async () => {
    await browser.close();
    for (const end of ends) await end();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs `twinfloor` until it has printed the address of its page. */
  async function served(...parameters) {
    const child = spawn(process.execPath, [program, ...parameters, '--port', '0'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    ends.push(() => child.kill('SIGKILL'));
    let printed = '';
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      printed += chunk;
      const url = /http:\/\/localhost\S+\//.exec(printed)?.[0];
      if (url) return { url, child };
    }
    throw new Error(`no address in: ${printed}`);
  }

  /** Opens the page; `complaints` collects what a page must not have. */
  async function opened(url, locale = 'en-GB') {
    const page = await browser.newPage({ locale, viewport: { width: 1440, height: 900 } });
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(`error: ${error}`));
    page.on('console', (message) => {
      if (/GL Driver Message \(OpenGL, Performance/.test(message.text())) return;
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && !/^(blob|data|wss?):/.test(request.url()))
        complaints.push(`request to ${request.url()}`);
    });
    await page.addInitScript(() => {
      window.violations = [];
      // Waits until something holds, and gives up after 20 seconds.
      window.until = async (holds) => {
        const end = Date.now() + 20_000;
        while (!holds()) {
          if (Date.now() > end) throw new Error(`waited in vain until ${holds}`);
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      };
      document.addEventListener('securitypolicyviolation', (event) => {
        window.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
      });
    });
    const response = await page.goto(url);
    const complaintsOf = async () => [...complaints, ...(await page.evaluate(() => window.violations))];
    return { page, response, complaintsOf };
  }

  it('shows the machine of a recording with its data, in the language of the browser, and breaks no policy', async () => {
    copyFileSync(join(root, 'recordings', recording), join(folder, recording));
    const { url, child } = await served('init', recording, '--start', '--name', 'Turning <1>');
    const { page, response, complaintsOf } = await opened(url);
    assert.equal(response.headers()['content-security-policy'], `default-src 'self'; ${strict}`);
    assert.equal(await page.textContent('h1'), 'Turning <1>');
    await page.evaluate(async () => {
      const twin = await document.querySelector('twin-provider').ready();
      await window.until(() => twin.connections[0].status.state === 'live');
      await window.until(() => twin.series('okuma-lathe/state', 'state')?.length > 0);
      const grid = document.querySelector('twin-equipment-grid');
      const tiles = () => [...(grid.shadowRoot?.querySelectorAll('*') ?? [])];
      const wordsOf = (one) =>
        `${one.textContent} ${one.ariaLabel ?? ''} ${one.shadowRoot?.textContent ?? ''}`;
      await window.until(() => tiles().some((one) => /Okuma lathe/.test(wordsOf(one))));
    });
    for (const tag of ['twin-floor-plan', 'twin-scene', 'twin-state-timeline', 'twin-connections']) {
      const { height } = await page.locator(tag).boundingBox();
      assert.ok(height > 40, `${tag} is ${height} high`);
    }
    assert.equal(await page.evaluate(() => document.body.scrollWidth <= window.innerWidth), true);
    assert.deepEqual(await complaintsOf(), []);
    await page.close();

    const chinese = await opened(url, 'zh-CN');
    assert.equal(await chinese.page.getAttribute('html', 'lang'), 'zh-CN');
    assert.deepEqual(await chinese.page.locator('h2').allTextContents(), ['设备', '选中的设备', '数据源']);
    assert.deepEqual(await chinese.complaintsOf(), []);
    await chinese.page.close();

    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    if (process.platform !== 'win32') assert.deepEqual(await ended, [0, null]);
  });

  it('connects to the broker of its workshop file, and to no other host', async () => {
    const broker = await Mosquitto.start();
    const publisher = await broker.publisher();
    const timer = setInterval(() => publisher.send([['hall/press-01/state', '"running"']]), 200);
    ends.push(async () => {
      clearInterval(timer);
      publisher.end();
      await broker.stop();
    });
    const { url } = await served('init', broker.url, '--patience', '1.5', '--out', 'broker.json', '--start');
    const { page, response, complaintsOf } = await opened(url);
    assert.equal(
      response.headers()['content-security-policy'],
      `default-src 'self'; connect-src 'self' ${broker.url}; ${strict}`,
    );
    await page.evaluate(async () => {
      const twin = await document.querySelector('twin-provider').ready();
      await window.until(() => twin.series('press-01/state', 'state')?.length > 0);
    });
    assert.deepEqual(await complaintsOf(), []);
    const refused = await page.evaluate(() => fetch('http://127.0.0.1:9/').then(String, String));
    assert.match(refused, /TypeError/);
    assert.equal(
      (await complaintsOf()).some((line) => /connect-src/.test(line)),
      true,
    );
    await page.close();
  });

  it('asks for the credentials of a source with --login, and connects when it has them', async () => {
    const broker = await Mosquitto.start({ user: { username: 'reader', password: 'correct-horse' } });
    const publisher = await broker.publisher();
    const timer = setInterval(() => publisher.send([['hall/press-01/state', '"running"']]), 200);
    ends.push(async () => {
      clearInterval(timer);
      publisher.end();
      await broker.stop();
    });
    const file = {
      id: 'hall',
      equipment: [{ id: 'press-01', level: 'workUnit' }],
      connectors: [
        {
          type: 'mqtt',
          url: broker.url,
          bindings: [{ signal: 'press-01/state', from: 'hall/press-01/state' }],
        },
      ],
    };
    writeFileSync(join(folder, 'login.json'), JSON.stringify(file));
    const { url } = await served('start', 'login.json', '--login');
    const { page, complaintsOf } = await opened(url);
    await page.getByLabel('User name').fill('reader');
    await page.getByLabel('Password').fill('correct-horse');
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.evaluate(async () => {
      const twin = await document.querySelector('twin-provider').ready();
      await window.until(() => twin.series('press-01/state', 'state')?.length > 0);
    });
    assert.equal(await page.locator('form').count(), 0);
    assert.deepEqual(await complaintsOf(), []);
    await page.close();
  });

  it('serves what the workshop file names and nothing else of the folder', async () => {
    writeFileSync(join(folder, 'private.txt'), 'private');
    const [first, ...rest] = JSON.parse(readFileSync(join(folder, 'workshop.json'), 'utf8')).connectors;
    const { url } = await served('start');
    const status = async (path) => (await fetch(new URL(path, url))).status;
    assert.equal(rest.length, 0);
    assert.equal(await status(first.recording), 200);
    for (const path of [
      'private.txt',
      'package.json',
      '..%2f..%2fetc/passwd',
      'broker.json',
      'page-html.js',
    ]) {
      assert.equal(await status(path), 404, path);
    }
  });
});
