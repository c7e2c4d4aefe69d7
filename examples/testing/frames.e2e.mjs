import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { FrameEncoder } from '@twinfloor/connectors/batched-frames';
import { socketServer } from '../../tools/internal/socket-server.mjs';
import { complaintsOf, examples } from './browser.mjs';

const server = await socketServer();
after(() => server.close());
const { open } = await examples({ connect: [server.url] });

const machines = Array.from({ length: 50 }, (_, n) => `machine-${n + 1}`);
const names = Array.from({ length: 10 }, (_, n) => `sensor${n + 1}`);
const addresses = machines.flatMap((machine) => names.map((name) => `${machine}/${name}`));
const workshop = {
  id: 'hall',
  name: 'Hall',
  timeZone: 'UTC',
  equipment: machines.map((id) => ({ id, name: id, level: 'workUnit' })),
  signals: names.map((name) => ({ name, kind: 'number' })),
  connectors: [{ type: 'websocket', id: 'gateway', url: server.url, bindings: [] }],
};

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** 50 observations a frame, 2,000 frames a second. */
const perFrame = 50;
const perMillisecond = 100;
const seconds = 5;
const total = seconds * 1000 * perMillisecond;

test(`100,000 observations a second in batched frames for ${seconds} seconds arrive without loss while the page shows them`, async (t) => {
  const at = await open('testing/blank.html');
  const { page } = at;
  await page.evaluate(
    async ([workshop, addresses]) => {
      const { Twin, parseWorkshop } = await import('/twinfloor.js');
      const twin = new Twin(parseWorkshop(workshop), {
        scheduler: (callback) => void requestAnimationFrame(callback),
      });
      window.twin = twin;
      for (const [tag, properties] of [
        ['twin-equipment', { equipment: 'machine-1' }],
        ['twin-value', { signal: addresses[0] }],
        ['twin-equipment-grid', {}],
        ['twin-connections', {}],
      ]) {
        document.body.append(Object.assign(document.createElement(tag), { twin, ...properties }));
      }
      twin.start();
      await window.until(() => twin.connections[0].status.state === 'live');
      const measured = (window.measured = { frames: 0, longestFrame: 0, late: 0, longest: 0, tasks: 0 });
      let last = performance.now();
      measured.begin = last;
      const frame = (now) => {
        measured.frames++;
        measured.longestFrame = Math.max(measured.longestFrame, now - last);
        if (now - last > 50) measured.late++;
        last = now;
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) {
          measured.tasks++;
          measured.longest = Math.max(measured.longest, duration);
        }
      }).observe({ type: 'longtask' });
    },
    [workshop, addresses],
  );

  const begin = Date.now();
  const encoder = new FrameEncoder();
  for (let sent = 0; sent < total; await pause(5)) {
    const due = Math.min(total, (Date.now() - begin) * perMillisecond);
    while (sent + perFrame <= due) {
      for (let n = 0; n < perFrame; n++, sent++) {
        encoder.add(addresses[sent % addresses.length], begin + Math.floor(sent / perMillisecond), sent);
      }
      server.send(encoder.take());
    }
  }
  const offered = Date.now() - begin;
  const each = total / addresses.length;
  const found = await page.evaluate(
    async ([addresses, each]) => {
      const all = addresses.map((address) => twin.series(address, 'number'));
      await window.until(() => all.every((series) => series?.length >= each));
      const sum = (series) => {
        let sum = 0;
        for (let index = 0; index < series.length; index++) sum += series.valueAt(index);
        return sum;
      };
      return all.map((series) => [series.length, sum(series)]);
    },
    [addresses, each],
  );
  const arrived = Date.now() - begin;
  const { frames, longestFrame, late, longest, tasks, elapsed } = await page.evaluate(() => ({
    ...window.measured,
    elapsed: performance.now() - window.measured.begin,
  }));
  t.diagnostic(`offered in ${offered} ms, all there after ${arrived} ms`);
  t.diagnostic(
    `${Math.round((frames / elapsed) * 1000)} frames a second, ${late} longer than 50 ms, the longest ` +
      `${Math.round(longestFrame)} ms; ${tasks} tasks above 50 ms, the longest ${Math.round(longest)} ms`,
  );
  const expected = addresses.map((_, signal) => [
    each,
    each * signal + (addresses.length * each * (each - 1)) / 2,
  ]);
  assert.deepEqual(found, expected);
  assert.equal(await page.evaluate(() => twin.connections[0].refusals.count), 0);
  assert.deepEqual(await complaintsOf(at), []);
  await page.close();
});
