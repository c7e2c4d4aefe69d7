import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Mosquitto } from '../../tools/internal/broker.mjs';
import { complaintsOf, examples } from './browser.mjs';

const broker = await Mosquitto.start();
after(() => broker.stop());
const { open } = await examples({
  connect: [broker.url],
  handle(_, response) {
    // A sandboxed frame has no origin, and modules are read across origins then.
    response.setHeader('access-control-allow-origin', '*');
    return false;
  },
});

const machines = Array.from({ length: 50 }, (_, n) => `machine-${n + 1}`);
const workshop = {
  id: 'hall',
  name: 'Hall',
  timeZone: 'UTC',
  equipment: machines.map((id) => ({ id, name: id, level: 'workUnit' })),
  connectors: [
    {
      type: 'mqtt',
      id: 'broker',
      url: broker.url,
      topics: ['hall/{equipment}/{signal}'],
      bindings: [],
    },
  ],
};

async function opened() {
  const opened = await open('testing/blank.html');
  await fill(opened.page);
  return opened;
}

/** Fills a page with elements for the first machine, for all and for the connection; live when it resolves. */
async function fill(frame) {
  await frame.evaluate(async (workshop) => {
    const { Twin, parseWorkshop } = await import('/twinfloor.js');
    const twin = new Twin(parseWorkshop(workshop), {
      scheduler: (callback) => void requestAnimationFrame(callback),
    });
    const show = (tag, properties = {}) => {
      const element = Object.assign(document.createElement(tag), { twin, ...properties });
      document.body.append(element);
      // A tile generates what it shows; its sentence for screen readers says the same.
      const spoken = () => element.shadowRoot.querySelector('[aria-label]')?.ariaLabel ?? '';
      return () => `${spoken()} ${element.shadowRoot.textContent}`.replace(/\s+/g, ' ');
    };
    window.twin = twin;
    window.tile = show('twin-equipment', { equipment: 'machine-1' });
    show('twin-equipment-grid');
    window.connections = show('twin-connections');
    window.states = [];
    const [connection] = twin.connections;
    connection.subscribe(() => {
      const { state } = connection.status;
      if (window.states.at(-1) !== state) window.states.push(state);
    });
    twin.start();
    await window.until(() => connection.status.state === 'live');
  }, workshop);
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const state = (value, time = Date.now()) => JSON.stringify({ time, value });

test('what a broker says is shown, and a broker that was away leaves a gap that is shown as unknown', async () => {
  const at = await opened();
  const { page } = at;
  const shows = (word) => page.evaluate((word) => window.until(() => window.tile().includes(word)), word);
  let publisher = await broker.publisher();
  const begin = Date.now();
  await publisher.publish('hall/machine-1/state', state('running', begin));
  await shows('Running');
  await pause(500);

  const cut = Date.now();
  await broker.kill();
  await shows('Unknown');
  await page.evaluate(() => window.until(() => /Lost.*Try \d+ in/.test(window.connections())));
  await pause(1_500);
  await broker.start();
  await page.evaluate(() => window.until(() => twin.connections[0].status.state === 'live'));
  // The broker does not know what it missed: it stays unknown until the machine speaks again.
  assert.match(await page.evaluate(() => window.tile()), /Unknown/);
  publisher = await broker.publisher();
  const again = Date.now();
  await publisher.publish('hall/machine-1/state', state('fault', again));
  await shows('Fault');
  await page.evaluate(() => window.until(() => /Live/.test(window.connections())));
  publisher.end();

  const { states, segments } = await page.evaluate(
    ([from, to]) => ({
      states: window.states,
      segments: twin
        .series('machine-1/state', 'state')
        .segments({ from, to })
        .map(({ from, to, state }) => [state, from, to]),
    }),
    [begin, again + 1_000],
  );
  assert.deepEqual(states.slice(0, 4), ['connecting', 'live', 'waiting', 'connecting']);
  assert.equal(states.at(-1), 'live');
  assert.deepEqual(
    segments.map(([state]) => state),
    ['running', 'unknown', 'fault'],
  );
  const [[, , lost], [, , found]] = segments;
  // Unknown from when the broker was last heard, known from when the machine spoke.
  assert.ok(lost >= begin && lost <= cut + 100, `lost at ${lost}, cut at ${cut}`);
  assert.equal(found, again);
  // The browser itself complains that nobody listens; nothing else may.
  const refusedByBroker = /WebSocket connection to 'ws:\/\/127\.0\.0\.1:\d+\/' failed/;
  assert.deepEqual(
    (await complaintsOf(at)).filter((text) => !refusedByBroker.test(text)),
    [],
  );
  await page.close();
});

test('5,000 messages a second for 5 seconds arrive without loss while the page shows them', async (t) => {
  const at = await opened();
  const { page } = at;
  await page.evaluate(() => {
    const measured = (window.measured = {
      frames: 0,
      longestFrame: 0,
      longest: 0,
      tasks: 0,
      begin: performance.now(),
    });
    let last = performance.now();
    const frame = (now) => {
      measured.frames++;
      measured.longestFrame = Math.max(measured.longestFrame, now - last);
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
  });
  const publisher = await broker.publisher();
  const total = 25_000;
  const begin = Date.now();
  for (let sent = 0; sent < total; await pause(5)) {
    const due = Math.min(total, (Date.now() - begin) * 5);
    const messages = [];
    for (; sent < due; sent++) {
      const machine = machines[sent % machines.length];
      messages.push([
        `hall/${machine}/producedCount`,
        JSON.stringify({ time: begin + sent / 5, value: sent }),
      ]);
    }
    if (messages.length > 0) publisher.send(messages);
  }
  const offered = Date.now() - begin;
  const each = total / machines.length;
  const found = await page.evaluate(
    async ([machines, each]) => {
      const all = machines.map((id) => twin.series(`${id}/producedCount`, 'counter'));
      await window.until(() => all.every((series) => series?.length >= each));
      return all.map((series) =>
        Array.from({ length: series.length }, (_, index) => series.readingAt(index)),
      );
    },
    [machines, each],
  );
  const arrived = Date.now() - begin;
  const { frames, longestFrame, longest, tasks, elapsed } = await page.evaluate(() => ({
    ...window.measured,
    elapsed: performance.now() - window.measured.begin,
  }));
  t.diagnostic(`offered in ${offered} ms, all there after ${arrived} ms`);
  t.diagnostic(
    `${Math.round((frames / elapsed) * 1000)} frames a second, the longest ${Math.round(longestFrame)} ms; ` +
      `${tasks} tasks above 50 ms, the longest ${Math.round(longest)} ms`,
  );
  const expected = machines.map((_, machine) =>
    Array.from({ length: each }, (_, index) => index * machines.length + machine),
  );
  assert.deepEqual(found, expected);
  assert.equal(await page.evaluate(() => twin.connections[0].refusals.count), 0);
  assert.deepEqual(await complaintsOf(at), []);
  publisher.end();
  await page.close();
});

test('a sandboxed frame, which may have no storage, reads from the broker too', async () => {
  const at = await open('testing/blank.html');
  const { page } = at;
  await page.evaluate(() => {
    const frame = Object.assign(document.createElement('iframe'), { src: '/testing/blank.html' });
    frame.sandbox = 'allow-scripts';
    document.body.append(frame);
    return new Promise((resolve) => frame.addEventListener('load', resolve));
  });
  const frame = page.frames()[1];
  const forbidden = () => {
    try {
      return sessionStorage === undefined;
    } catch (error) {
      return error.name;
    }
  };
  assert.equal(await frame.evaluate(forbidden), 'SecurityError');
  await fill(frame);
  const publisher = await broker.publisher();
  await publisher.publish('hall/machine-1/state', state('running'));
  await frame.evaluate(() => window.until(() => window.tile().includes('Running')));
  publisher.end();
  // The frame is as it was before.
  assert.equal(await frame.evaluate(forbidden), 'SecurityError');
  assert.deepEqual(await frame.evaluate(() => window.violations), []);
  assert.deepEqual(await complaintsOf(at), []);
  await page.close();
});
