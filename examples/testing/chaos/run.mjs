import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Mosquitto } from '../../../tools/internal/broker.mjs';
import { EdgeSender } from './edge-sender.mjs';
import { JsonSender } from './json-sender.mjs';
import * as inPage from './page.mjs';
import { life, randomOf } from './plant.mjs';

const begin = Date.UTC(2026, 0, 5);
const hour = 3_600_000;
const groups = ['kept', 'plain', 'spark'];
const nodes = { 'edge-1': ['spark-1', 'spark-2'], 'edge-2': ['spark-3', 'spark-4'] };
const perGroup = 4;
/** The clock of these machines is wrong at times, in milliseconds from a share of the time on. */
const wrongClocks = new Set(['kept-4', 'plain-4']);
const senderErrors = [
  [0.3, 45_000],
  [0.45, 0],
  [0.6, -45_000],
  [0.75, 0],
];
/** The same of the page. */
const pageErrors = [
  [0.25, 60_000],
  [0.4, 0],
  [0.55, -60_000],
  [0.7, 0],
];
/** So much is repeated and delayed, and by up to so many milliseconds of the wall clock. */
const share = { twice: 0.05, late: 0.05, dropped: 0.0004 };
const lateness = 80;
/** So long the page waits for a message of an edge node that is missing, in milliseconds of the wall clock. */
const reorderTimeout = 1_000;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));

function errorAt(errors, part) {
  return errors.findLast(([from]) => part >= from)?.[1] ?? 0;
}

function workshopOf(broker, machines) {
  const topics = (group) => ({ url: broker.url, topics: [`${group}/{equipment}/{signal}`], bindings: [] });
  return {
    id: 'hall',
    name: 'Hall',
    timeZone: 'UTC',
    equipment: machines.map((id) => ({ id, name: id, level: 'workUnit' })),
    connectors: [
      { type: 'mqtt', id: 'kept', ...topics('kept'), qos: 1, clientId: 'chaos-page' },
      { type: 'mqtt', id: 'plain', ...topics('plain') },
      {
        type: 'sparkplug',
        id: 'spark',
        url: broker.url,
        hostId: 'chaos',
        reorderTimeout,
        rebirthInterval: 1_000,
        bindings: Object.entries(nodes).flatMap(([node, devices]) =>
          devices.flatMap((device) =>
            ['state', 'producedCount', 'power', 'energy', 'conditions'].map((name) => ({
              signal: `${device}/${name}`,
              from: `chaos/${node}/${device}#${name}`,
            })),
          ),
        ),
      },
    ],
  };
}

/** Where the browser comes from: a server and a page, as `examples()` opens them. */
export async function startBroker() {
  const folder = mkdtempSync(join(tmpdir(), 'twinfloor-chaos-'));
  const broker = await Mosquitto.start({
    lines: [
      'persistence true',
      `persistence_location ${folder}/`,
      'autosave_on_changes true',
      'autosave_interval 1',
    ],
  });
  return {
    broker,
    /** Loses all that the broker wrote; while it is dead. */
    loseDisk: () => rmSync(join(folder, 'mosquitto.db'), { force: true }),
    async stop() {
      await broker.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Lets machines work for some hours while the broker dies again and again.
 *
 * @param {{ page: import('playwright-core').Page, disk: Awaited<ReturnType<typeof startBroker>>, hours: number,
 *   seconds: number, kills: number, lostDisks: number, seed: number }} options `hours` of the machines pass in `seconds`
 * @returns what was told, what became of it and what the page knows
 */
export async function chaos({ page, disk, hours, seconds, kills, lostDisks, seed }) {
  const { broker } = disk;
  const random = randomOf(seed);
  const machines = groups.flatMap((group) => Array.from({ length: perGroup }, (_, n) => `${group}-${n + 1}`));
  const end = begin + hours * hour;
  const speed = (hours * 3600) / seconds;
  const statuses = Object.fromEntries(groups.map((id) => [id, []]));
  await page.exposeFunction('told', (id, state, wall) => void statuses[id].push({ state, wall }));
  const isLive = (id) => statuses[id].at(-1)?.state === 'live';
  const until = async (holds, what, limit = 60_000) => {
    for (const from = Date.now(); !(await holds()); await pause(20))
      if (Date.now() - from > limit) throw new Error(`waited in vain: ${what}`);
  };

  const messages = machines
    .flatMap((machine, index) => life(seed + index, begin, end).map((each) => ({ ...each, machine })))
    .sort((a, b) => a.time - b.time)
    .map((message, number) => {
      const part = (message.time - begin) / (end - begin);
      const error = wrongClocks.has(message.machine) && part < 1 ? errorAt(senderErrors, part) : 0;
      const isEdge = message.machine.startsWith('spark');
      const luck = random();
      const way =
        luck < share.twice
          ? 'twice'
          : luck < share.twice + share.late
            ? 'late'
            : isEdge && luck > 1 - share.dropped
              ? 'dropped'
              : 'plain';
      return {
        ...message,
        number,
        told: message.time + error,
        way,
        lateness: Math.ceil(random() * lateness),
      };
    });
  const first = (id, name) => messages.find(({ machine, signal }) => machine === id && signal === name);

  // The pages begin a little before the machines.
  const wall = Date.now() + 2_500;
  await page.evaluate(inPage.start, { workshop: workshopOf(broker, machines), begin, wall, speed, seed });
  await until(() => groups.every(isLive), 'all connections live');
  const now = () => Math.floor(Math.min(end, begin + (Date.now() - wall) * speed));
  // Up to when the machines have spoken: an edge node knows of itself no more than it has said.
  let spoken = begin;
  const kept = new JsonSender(broker, 1);
  const plain = new JsonSender(broker, 0);
  const edges = Object.entries(nodes).map(
    ([node, devices], index) => new EdgeSender(broker, node, devices, index === 0, first, () => spoken),
  );
  await Promise.all([kept.connect(), plain.connect(), ...edges.map((edge) => edge.connect())]);
  await pause(wall - Date.now());

  const jsonSenders = { kept, plain };
  const sendJson = ({ machine, signal, value, told, number, way, lateness }) => {
    const group = machine.slice(0, machine.indexOf('-'));
    const payload = JSON.stringify({
      time: told,
      value: signal === 'conditions' ? { key: 'jam', level: value } : value,
    });
    const send = () => jsonSenders[group].send(number, `${group}/${machine}/${signal}`, payload);
    if (way !== 'late') send();
    if (way !== 'plain') setTimeout(send, lateness);
  };
  const edgeOf = (machine) => edges.find((edge) => edge.machines.includes(machine));
  const say = (message) => {
    const { machine, number, signal, value, told, way, lateness } = message;
    if (machine.startsWith('spark')) edgeOf(machine).say(number, machine, signal, value, told, way, lateness);
    else sendJson(message);
  };

  // When the broker was killed and when it was about to be started again, by the wall clock; the page writes by the same.
  const deaths = [];
  let isOver = false;
  const errors = [];
  const killing = (async () => {
    const period = (seconds * 1000 - 6_000) / kills;
    for (let kill = 0; kill < kills; kill++) {
      await pause(wall + 1_500 + kill * period + random() * 0.2 * period - Date.now());
      const death = { from: Date.now(), to: 0, lostDisk: kill % Math.round(kills / lostDisks) === 1 };
      deaths.push(death);
      await broker.kill();
      kept.lose();
      plain.lose();
      for (const edge of edges) edge.lose();
      if (death.lostDisk) disk.loseDisk();
      await pause(30 + random() * 300);
      death.to = Date.now();
      await broker.start();
      await Promise.all([kept.connect(), plain.connect()]);
      // Edge nodes that store wait until their host application is there.
      void edges[1].connect().catch(() => {});
      void until(() => isLive('spark') && statuses.spark.at(-1).wall > death.from, 'host application')
        .then(() => deaths.at(-1) === death && edges[0].connect())
        .catch((error) => errors.push(error));
    }
  })();

  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  const heap = async () => {
    for (let turn = 0; turn < 3; turn++) await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  const heaps = [];
  const events = [];
  const takeEvents = async () => events.push(...(await page.evaluate(() => window.events.splice(0))));
  const clockwork = (async () => {
    let error = 0;
    const shares = [0.1, 0.5];
    while (!isOver) {
      const part = (Date.now() - wall) / (seconds * 1000);
      const wanted = errorAt(pageErrors, part);
      if (wanted !== error)
        await page.evaluate((error) => void (window.clockError = error), (error = wanted));
      if (part >= shares[0]) heaps.push([shares.shift(), await heap()]);
      await takeEvents();
      await pause(200);
    }
  })();

  for (let next = 0; next < messages.length && messages[next].time < end;) {
    const present = now();
    for (; messages[next].time <= present && messages[next].time < end; next++) {
      spoken = messages[next].time;
      say(messages[next]);
    }
    spoken = Math.min(present, end - 1);
    for (const edge of edges) edge.snapshot(spoken);
    await pause(4);
  }
  await killing;
  isOver = true;
  await clockwork;
  await until(() => groups.every(isLive), 'all connections live at the end');
  spoken = end;
  // Births are asked for and given by then.
  await pause(2_500);
  for (const message of messages.filter(({ time }) => time === end)) say({ ...message, way: 'plain' });
  await until(() => kept.waiting === 0, 'all acknowledged');
  await until(() => page.evaluate(inPage.isComplete, { machines, end }), 'the last word of each machine');
  await pause(500);
  await takeEvents();
  heaps.push([1, await heap()]);
  await page.evaluate((error) => void (window.clockError = error), 0);
  return {
    begin,
    end,
    speed,
    messages,
    deaths,
    events,
    heaps,
    errors,
    sendings: {
      kept: kept.sendings,
      plain: plain.sendings,
      'edge-1': edges[0].sendings,
      'edge-2': edges[1].sendings,
    },
    nodes,
    known: await page.evaluate(inPage.known, { machines, begin, end }),
    counted: await page.evaluate(inPage.counted),
  };
}
