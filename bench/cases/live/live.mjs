import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { createReadStream } from 'node:fs';
import { FrameEncoder } from '@twinfloor/connectors/batched-frames';
import { serve } from '../../../examples/serve.mjs';
import { Mosquitto, SparkplugEdgeNode } from '../../../tools/internal/broker.mjs';
import { socketServer } from '../../../tools/internal/socket-server.mjs';
import { launch } from '../../harness/launch.mjs';

const machines = Array.from({ length: 50 }, (_, n) => `machine-${n + 1}`);
const names = Array.from({ length: 10 }, (_, n) => `sensor${n + 1}`);
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Calls back with how many are due by the clock, until all are sent. */
async function paced(total, perMillisecond, send) {
  const begin = Date.now();
  for (let sent = 0; sent < total; await pause(5)) {
    const due = Math.min(total, Math.floor((Date.now() - begin) * perMillisecond));
    if (due > sent) send(sent, due, begin);
    sent = Math.max(sent, due);
  }
}

/** One observation in a JSON message of its own. */
export const json = {
  name: 'json',
  perSecond: 5_000,
  observations: 1,
  signals: names.slice(0, 1),
  limit: 'json',
  async start() {
    const broker = await Mosquitto.start();
    const connector = { type: 'mqtt', topics: ['hall/{equipment}/{signal}'], bindings: [] };
    let publisher;
    return {
      url: broker.url,
      connector,
      topic: 'hall/#',
      async send(total) {
        publisher = await broker.publisher();
        await paced(total, 5, (from, to, begin) =>
          publisher.send(
            Array.from({ length: to - from }, (_, n) => [
              `hall/${machines[(from + n) % machines.length]}/sensor1`,
              JSON.stringify({ time: begin + (from + n) / 5, value: from + n }),
            ]),
          ),
        );
      },
      async stop() {
        publisher?.end();
        await broker.stop();
      },
    };
  },
};

/** Five metrics of one device in a message. */
export const sparkplug = {
  name: 'sparkplug',
  perSecond: 5_000,
  observations: 5,
  signals: names.slice(0, 5),
  limit: 'sparkplug',
  async start() {
    const broker = await Mosquitto.start();
    const used = names.slice(0, 5);
    const bindings = machines.flatMap((machine) =>
      used.map((name) => ({ signal: `${machine}/${name}`, from: `hall/edge/${machine}#${name}` })),
    );
    const device = (machine) =>
      Object.fromEntries(
        used.map((name, n) => [
          name,
          { type: 'Double', value: 0, alias: machines.indexOf(machine) * 5 + n + 1 },
        ]),
      );
    const edge = new SparkplugEdgeNode(broker.port, 'hall', 'edge', {
      node: {},
      devices: Object.fromEntries(machines.map((machine) => [machine, device(machine)])),
    });
    return {
      url: broker.url,
      connector: { type: 'sparkplug', bindings },
      topic: 'spBv1.0/hall/#',
      /** The births are asked for when the page is there; what they say is not counted. */
      async send(total) {
        await edge.connect();
        await pause(1_000);
        await paced(total, 5, (from, to, begin) => {
          for (let sent = from; sent < to; sent++) {
            const machine = machines[sent % machines.length];
            const timestamp = begin + Math.floor(sent / 5);
            const metrics = used.map((name) => ({
              alias: edge.model.devices[machine][name].alias,
              type: 'Double',
              // Births say 0.
              value: sent + 1,
              timestamp,
            }));
            edge.publish('DDATA', machine, metrics, timestamp);
          }
        });
      },
      async stop() {
        await edge.kill();
        await broker.stop();
      },
    };
  },
};

/** Fifty observations in a frame. */
export const frames = {
  name: 'frames',
  perSecond: 2_000,
  observations: 50,
  signals: names,
  limit: 'frames',
  async start() {
    const server = await socketServer();
    const addresses = machines.flatMap((machine) => names.map((name) => `${machine}/${name}`));
    return {
      url: server.url,
      connector: { type: 'websocket', bindings: [] },
      async send(total) {
        const encoder = new FrameEncoder();
        await paced(total, 2, (from, to, begin) => {
          for (let frame = from; frame < to; frame++) {
            for (let n = 0; n < 50; n++)
              encoder.add(
                addresses[(frame * 50 + n) % addresses.length],
                begin + Math.floor(frame / 2),
                frame,
              );
            server.send(encoder.take());
          }
        });
      },
      stop: () => server.close(),
    };
  },
};

/**
 * Lets a page of its own stand what a source sends.
 *
 * @returns {Promise<Record<string, number>>} `late`: frames above 50 ms; `arrived`: share of the observations
 */
export async function measureLive(source, { seconds, isLimit }) {
  const plant = await source.start();
  const limitPage = fileURLToPath(new URL('limit-page.js', import.meta.url));
  const hand = fileURLToPath(new URL('../sparkplug/hand.mjs', import.meta.url));
  const own = { '/limit-page.js': limitPage, '/hand.mjs': hand };
  const workshop = {
    id: 'hall',
    name: 'Hall',
    timeZone: 'UTC',
    equipment: machines.map((id) => ({ id, name: id, level: 'workUnit' })),
    signals: names.map((name) => ({ name, kind: 'number' })),
    connectors: [{ id: 'source', url: plant.url, ...plant.connector }],
  };
  const server = await serve({
    port: 0,
    connect: [plant.url],
    handle({ url }, response) {
      if (url === '/live.json') {
        response.setHeader('content-type', 'application/json').end(JSON.stringify(workshop));
        return true;
      }
      if (!own[url]) return false;
      response.setHeader('content-type', 'text/javascript; charset=utf-8');
      createReadStream(own[url]).pipe(response);
      return true;
    },
  });
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${server.url}testing/blank.html`);
    const total = source.perSecond * seconds;
    const expected = total * source.observations;
    if (isLimit) {
      await page.evaluate(startLimit, { url: plant.url, topic: plant.topic, form: source.limit });
    } else {
      await page.evaluate(startTwin, { machines, signals: source.signals });
    }
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.evaluate(startMeasuring);
    const before = await taskSeconds(session);
    await plant.send(total);
    let arrived = 0;
    for (const end = Date.now() + 15_000; arrived < expected && Date.now() < end; await pause(50))
      arrived = await page.evaluate(() => window.arrived());
    const after = await taskSeconds(session);
    const { frames, longestFrame, late, longTasks, elapsed } = await page.evaluate(() => ({
      ...window.measured,
      elapsed: (performance.now() - window.measured.begin) / 1000,
    }));
    return {
      taskMsPerSecond: ((after - before) * 1000) / elapsed,
      late,
      longestFrame,
      framesPerSecond: frames / elapsed,
      longTasks,
      arrived: arrived / expected,
      load: loadavg()[0],
    };
  } finally {
    await browser.close();
    await server.close();
    await plant.stop();
  }
}

async function taskSeconds(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value;
}

/** Runs in the page: provider, twin, tiles of all machines and the connection. */
async function startTwin({ machines, signals }) {
  const provider = Object.assign(document.createElement('twin-provider'), { src: '/live.json' });
  const show = (tag, properties = {}) =>
    provider.append(Object.assign(document.createElement(tag), properties));
  show('twin-equipment', { equipment: 'machine-1' });
  show('twin-value', { signal: `machine-1/${signals[0]}` });
  show('twin-equipment-grid');
  show('twin-connections');
  document.body.append(provider);
  const twin = await provider.ready();
  while (twin.connections[0].status.state !== 'live') await new Promise((resolve) => setTimeout(resolve, 20));
  const addresses = machines.flatMap((id) => signals.map((name) => `${id}/${name}`));
  const isBorn = twin.connections[0].settings.type === 'sparkplug';
  window.arrived = () => {
    let count = 0;
    for (const address of addresses) {
      const series = twin.series(address, 'number');
      if (!series) continue;
      let first = 0;
      // What births say is no part of what is counted.
      while (isBorn && first < series.length && !series.valueAt(first)) first++;
      count += series.length - first;
    }
    return count;
  };
}

/** Runs in the page: takes messages apart and adds up. */
async function startLimit(options) {
  const { limit } = await import('/limit-page.js');
  const counted = await limit(options);
  window.arrived = () => counted.observations;
}

/** Runs in the page. */
function startMeasuring() {
  const measured = (window.measured = { frames: 0, longestFrame: 0, late: 0, longTasks: 0 });
  let last = (measured.begin = performance.now());
  const frame = (now) => {
    measured.frames++;
    measured.longestFrame = Math.max(measured.longestFrame, now - last);
    if (now - last > 50) measured.late++;
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  new PerformanceObserver((list) => void (measured.longTasks += list.getEntries().length)).observe({
    type: 'longtask',
  });
}
