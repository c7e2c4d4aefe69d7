import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { complaintsOf, examples } from '../testing/browser.mjs';

const fixtures =
  process.env.TWINFLOOR_FIXTURES ?? fileURLToPath(new URL('../../../shared/fixtures', import.meta.url));
const path = 'recorded-workshop/';

const live = await examples();
const recorded = await examples({ original: true });

/** Waits until the page shows something that `read` finds true in it. */
const shows = (page, read, argument) => page.waitForFunction(read, argument, { timeout: 30_000 });

test('the page shows each machine with a state, from the first seconds', async () => {
  const opened = await live.open(path);
  const { page } = opened;
  await shows(page, () => {
    const grid = document.querySelector('twin-equipment-grid');
    const tiles = [...(grid?.shadowRoot?.querySelectorAll('[role=option]') ?? [])];
    return tiles.length === 3 && tiles.every((tile) => tile.ariaLabel?.includes('%'));
  });
  const states = await page.evaluate(async () => {
    const twin = await document.querySelector('twin-provider').ready();
    const tiles = document.querySelector('twin-equipment-grid').shadowRoot.querySelectorAll('[role=option]');
    const words = {
      running: /Running/,
      setup: /Set-up/,
      idle: /Idle/,
      fault: /Fault/,
      unknown: /Unknown|No data/,
    };
    const stateOf = (id) => twin.series(`${id}/state`, 'state')?.at(twin.clock.now())?.state;
    const machines = ['mill-1', 'mill-2', 'lathe'];
    // The past comes in pieces; then each tile says what the twin knows.
    await window.until(() => twin.connections.every(({ status }) => status.state === 'live'));
    await window.until(() => machines.every((id, index) => words[stateOf(id)]?.test(tiles[index].ariaLabel)));
    return machines.map(stateOf);
  });
  // It runs for six minutes from the moment of its recording that falls on the start.
  assert.equal(states[2], 'running');
  assert.deepEqual(await complaintsOf(opened), []);
  await page.close();
});

test('all connections are live and nothing is refused', async () => {
  const { page } = await live.open(path);
  const connections = await page.evaluate(async () => {
    const twin = await document.querySelector('twin-provider').ready();
    await window.until(() => twin.connections.every(({ status }) => status.state === 'live'));
    return twin.connections.map(({ id, refusals }) => [id, refusals.count]);
  });
  assert.deepEqual(connections, [
    ['mill-1', 0],
    ['mill-2', 0],
    ['lathe', 0],
    ['meters', 0],
  ]);
  await page.close();
});

for (const [width, height] of [
  [1920, 1080],
  [390, 844],
]) {
  test(`nothing is wider than the page at ${width} × ${height}, in English and Chinese`, async () => {
    const { page } = await live.open(path, { width, height });
    for (const language of ['en', 'zh-CN']) {
      if (language === 'zh-CN') await page.click('#language');
      await page.waitForTimeout(300);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${overflow} px too wide in ${language}`);
    }
    await page.close();
  });
}

test('language and theme switch while the page runs, without a violation of the policy', async () => {
  const opened = await live.open(path);
  const { page } = opened;
  await page.click('#language');
  await shows(page, () =>
    document.querySelector('twin-state-timeline').shadowRoot.textContent.includes('车床'),
  );
  const before = await page.evaluate(
    () => getComputedStyle(document.querySelector('twin-provider')).backgroundColor,
  );
  for (const theme of ['dark', 'control-room', 'big-screen']) {
    await page.selectOption('#theme', theme);
    await shows(
      page,
      (colour) => getComputedStyle(document.querySelector('twin-provider')).backgroundColor !== colour,
      before,
    );
  }
  assert.deepEqual(await complaintsOf(opened), []);
  await page.close();
});

if (!existsSync(fixtures)) console.log('figures of the recorded workshop: no data, set TWINFLOOR_FIXTURES');
else {
  const facts = (topic) => JSON.parse(readFileSync(`${fixtures}/${topic}/facts.json`, 'utf8'));

  for (const [machine, file] of [
    ['mill-1', 'nist-sms/GFAgie01-20161025-20161026.txt'],
    ['mill-2', 'nist-sms/GFAgie01-20161004-20161005.txt'],
  ]) {
    test(`the seconds per execution state of ${machine} are those of the recording, to the millisecond`, async () => {
      const day = facts('mtconnect')[file];
      const { page } = await recorded.open(path);
      const times = await page.evaluate(
        async ([machine, from, to]) => {
          const twin = await document.querySelector('twin-provider').ready();
          const interval = { from: Date.parse(from), to: Date.parse(to) };
          const series = () => twin.series(`${machine}/execution`, 'text');
          await window.until(() => series()?.lastTime >= interval.to - 600_000);
          return Object.fromEntries(series().timePerText(interval));
        },
        [machine, day.windowStart, day.windowEnd],
      );
      const expected = Object.fromEntries(
        Object.entries(day.secondsPerState).map(([state, seconds]) => [state, Math.round(seconds * 1000)]),
      );
      assert.deepEqual(times, expected);
      await page.close();
    });
  }

  test('the page says how a recorded day adds up: calendar time, missing data, availability', async () => {
    const day = facts('mtconnect')['nist-sms/GFAgie01-20161025-20161026.txt'];
    const { page } = await recorded.open(path);
    const text = await page.evaluate(
      async ([from, to]) => {
        const provider = document.querySelector('twin-provider');
        const twin = await provider.ready();
        await window.until(() => twin.connections.every(({ status }) => status.state === 'live'));
        twin.clock.at(Date.parse(to));
        provider.range = `${from}/${to}`;
        const oee = document.querySelector('twin-oee');
        oee.equipment = 'mill-1';
        await new Promise((resolve) => setTimeout(resolve, 1000));
        oee.shadowRoot.querySelector('button').click();
        await new Promise((resolve) => setTimeout(resolve, 1000));
        return oee.shadowRoot.textContent.replace(/\s+/g, ' ');
      },
      [day.windowStart, day.windowEnd],
    );
    const minutes = (label) => Number(text.match(new RegExp(`${label} −?(\\d+) `))?.[1]);
    assert.equal(minutes('Calendar time'), Math.round(day.windowSeconds / 60));
    // Rows are rounded so that they add up: one may be a minute off.
    const missing = day.secondsPerState.UNAVAILABLE / 60;
    assert.ok(Math.abs(minutes('No data') - missing) < 1, text);
    assert.equal(minutes('Planned time') - minutes('No data'), minutes('Known planned time'));
    const known = day.windowSeconds - day.secondsPerState.UNAVAILABLE;
    assert.match(text, new RegExp(`data for ${((100 * known) / day.windowSeconds).toFixed(1)} %`));
    await page.close();
  });

  test('energy and peak of the steel plant, as shown, are those of the meters', async () => {
    const meters = facts('energy')['steel-2018-h1.csv'];
    const { page } = await recorded.open(path);
    const text = await page.evaluate(async () => {
      const provider = document.querySelector('twin-provider');
      const { workshop } = await provider.ready();
      const { Clock, Twin } = await import('/twinfloor.js');
      const meters = workshop.connectors.find(({ id }) => id === 'meters');
      const settings = { recording: meters.settings.recording, original: true };
      const clock = new Clock();
      clock.at(Date.parse('2018-06-30T15:00:00Z'));
      const twin = new Twin({ ...workshop, connectors: [{ ...meters, settings }] }, { clock });
      twin.start();
      const end = Date.parse('2018-06-30T15:00:00Z');
      await window.until(() => twin.series('steel-meter/energy', 'counter')?.lastTime >= end);
      const power = document.querySelector('twin-power');
      power.twin = twin;
      power.range = '2017-12-31T15:00:00Z/2018-06-30T15:00:00Z';
      await new Promise((resolve) => setTimeout(resolve, 1500));
      return power.shadowRoot.textContent.replace(/\s+/g, ' ');
    });
    const grouped = Math.round(meters.totalKWh)
      .toString()
      .replace(/\B(?=(\d{3})+$)/g, '\\s');
    assert.match(text, new RegExp(`${grouped}\\skWh`));
    assert.match(text, new RegExp(`${Math.round(meters.peakDemandKW)}\\skW`));
    await page.close();
  });
}
