import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Mosquitto, SparkplugEdgeNode } from '../../tools/internal/broker.mjs';
import { complaintsOf, examples } from './browser.mjs';

const broker = await Mosquitto.start();
after(() => broker.stop());

const machines = Array.from({ length: 50 }, (_, n) => `machine-${n + 1}`);
const names = ['load', 'speed', 'torque', 'pressure', 'flow'];
const workshop = {
  id: 'hall',
  name: 'Hall',
  timeZone: 'UTC',
  equipment: machines.map((id) => ({ id, name: id, level: 'workUnit' })),
  signals: names.map((name) => ({ name, kind: 'number' })),
  connectors: [
    {
      type: 'sparkplug',
      id: 'edge',
      url: broker.url,
      bindings: machines.flatMap((machine) =>
        names.map((name) => ({ signal: `${machine}/${name}`, from: `hall/edge/${machine}#${name}` })),
      ),
    },
  ],
};
const { open } = await examples({
  connect: [broker.url],
  handle({ url }, response) {
    if (url !== '/hall.json') return false;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(workshop));
    return true;
  },
});

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('5,000 messages of Sparkplug B with 5 metrics each a second for 4 seconds arrive without loss while the page shows them', async (t) => {
  const at = await open('testing/blank.html');
  const { page } = at;
  await page.evaluate(async (machine) => {
    const provider = Object.assign(document.createElement('twin-provider'), { src: '/hall.json' });
    for (const [tag, properties] of [
      ['twin-equipment', { equipment: machine }],
      ['twin-value', { signal: `${machine}/load` }],
      ['twin-equipment-grid', {}],
      ['twin-connections', {}],
    ])
      provider.append(Object.assign(document.createElement(tag), properties));
    document.body.append(provider);
    window.twin = await provider.ready();
    await window.until(() => twin.connections[0].status.state === 'live');
  }, machines[0]);
  const metrics = (machine) =>
    names.map((name, n) => [
      name,
      { type: 'Double', value: -1, alias: machines.indexOf(machine) * 5 + n + 1 },
    ]);
  const edge = new SparkplugEdgeNode(broker.port, 'hall', 'edge', {
    node: {},
    devices: Object.fromEntries(machines.map((machine) => [machine, Object.fromEntries(metrics(machine))])),
  });
  await edge.connect();
  // The page may have asked for births before, and has them by then.
  await pause(700);
  await page.evaluate(
    (address) => window.until(() => twin.series(address, 'number')?.length > 0),
    `${machines.at(-1)}/flow`,
  );
  await page.evaluate(() => {
    const measured = (window.measured = { frames: 0, late: 0, longest: 0, begin: performance.now() });
    let last = measured.begin;
    const frame = (now) => {
      measured.frames++;
      if (now - last > 50) measured.late++;
      measured.longest = Math.max(measured.longest, now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });

  const total = 20_000;
  const begin = Date.now();
  for (let sent = 0; sent < total; await pause(5)) {
    const due = Math.min(total, (Date.now() - begin) * 5);
    for (; sent < due; sent++) {
      const machine = machines[sent % machines.length];
      const timestamp = begin + Math.floor(sent / 5);
      const said = names.map((name, n) => ({
        alias: edge.model.devices[machine][name].alias,
        type: 'Double',
        value: sent + n / 8,
        timestamp,
      }));
      edge.publish('DDATA', machine, said, timestamp);
    }
  }
  const offered = Date.now() - begin;
  const found = await page.evaluate(
    async ([machines, names, each]) => {
      const known = (id, name) => {
        const series = twin.series(`${id}/${name}`, 'number');
        const values = [];
        // Births say -1.
        for (let index = 0; index < series.length; index++) {
          const value = series.valueAt(index);
          if (value !== -1) values.push(value);
        }
        return values;
      };
      const [last, part] = [machines.at(-1), names.at(-1)];
      await window.until(() => known(last, part).length >= each);
      return machines.map((id) => names.map((name) => known(id, name)));
    },
    [machines, names, total / machines.length],
  );
  const { frames, late, longest, elapsed } = await page.evaluate(() => ({
    ...window.measured,
    elapsed: (performance.now() - window.measured.begin) / 1000,
  }));
  t.diagnostic(`offered in ${offered} ms, all there after ${Date.now() - begin} ms`);
  t.diagnostic(
    `${Math.round(frames / elapsed)} frames a second, ${late} longer than 50 ms, the longest ${Math.round(longest)} ms`,
  );
  const expected = machines.map((_, machine) =>
    names.map((_, n) =>
      Array.from(
        { length: total / machines.length },
        (_, index) => index * machines.length + machine + n / 8,
      ),
    ),
  );
  assert.deepEqual(found, expected);
  assert.deepEqual(await complaintsOf(at), []);
  await edge.kill();
  await page.close();
});
