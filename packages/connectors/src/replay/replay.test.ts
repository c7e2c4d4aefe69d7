import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { ConnectorSettings } from '@twinfloor/core';
import {
  ConformanceContext,
  connectorConformance,
  type Emission,
  missing,
  type Rig,
  stepsOf,
} from '@twinfloor/core/conformance';
import { replay } from './index.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const signals = { 'mill/power': 'number', 'mill/program': 'text', 'mill/state': 'state' } as const;
const bindings = [
  { signal: 'mill/power', from: 'P', unit: 'W' },
  { signal: 'mill/program', from: 'program' },
  { signal: 'mill/state', from: 'execution', vocabulary: 'mtconnect' },
];
const recorded = [
  { name: 'P', kind: 'number', unit: 'W' },
  { name: 'program', kind: 'text' },
  { name: 'execution', kind: 'text' },
];

function entry(settings: Record<string, unknown>): ConnectorSettings {
  return { type: 'replay', id: 'replay-1', bindings, settings };
}

function recordingOf(
  rows: readonly (readonly [time: number, signal: number, value: unknown])[],
  to?: number,
): string {
  const from = rows[0][0];
  const head = {
    format: 'twinfloor-recording-1',
    name: 'Test',
    source: 'a test',
    licence: 'Apache-2.0',
    from: new Date(from).toISOString(),
    to: new Date(to ?? rows.at(-1)![0] + 1).toISOString(),
    signals: recorded,
  };
  const lines = rows.map(([time, signal, value], index) => [
    time - (rows[index - 1]?.[0] ?? from),
    signal,
    value,
  ]);
  return [head, ...lines].map((line) => JSON.stringify(line)).join('\n');
}

function rowOf({ signal, time, value }: Emission): [number, number, unknown] {
  if (signal === 'mill/power') return [time, 0, Number(value) * 1000];
  if (signal === 'mill/program') return [time, 1, value];
  return [time, 2, value === 'running' ? 'ACTIVE' : 'READY'];
}

const addressOf = (text: string): string => `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`;

async function startRig(): Promise<Rig> {
  const said: Emission[] = [];
  let garbage = '';
  const serve = (): Server =>
    createServer((_, response) =>
      response.end(`${recordingOf(said.map(rowOf), Date.now() + hour)}\n${garbage}`),
    ).listen(port, '127.0.0.1');
  let port = 0;
  let server = serve();
  await new Promise((resolve) => server.once('listening', resolve));
  ({ port } = server.address() as AddressInfo);
  const settings = entry({ recording: `http://127.0.0.1:${port}/`, original: true });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    factory: replay,
    settings,
    signals,
    source: { speaks: 'recorded', canBeLost: false, refills: false, repeats: false, followsDemand: false },
    wrongSettings: {
      recording: entry({}),
      speed: entry({ recording: 'r', speed: 5000 }),
      align: entry({ recording: 'r', align: 'soon' }),
    },
    emit: (emissions) => Promise.resolve(void said.push(...emissions)),
    cut: close,
    restore: async () => {
      server = serve();
      await new Promise((resolve) => server.once('listening', resolve));
    },
    garbage: () => {
      garbage = 'nonsense\n[0,77,1]\n[0,0,"much"]\n[0,2,"DANCING"]\n';
      return Promise.resolve(4);
    },
    stop: close,
  };
}

for (const { title, run } of await connectorConformance({ name: 'replay', start: startRig }))
  test(title, run);

/** A context whose time passes only in waits, and that ends at a time. */
class FakeTime extends ConformanceContext {
  readonly waited: number[] = [];
  /** Called before each wait, as a page that does other things. */
  busy: () => number = () => 0;
  readonly #time: { now: number };
  readonly #end: number;

  constructor(start: number, end: number) {
    const time = { now: start };
    super({ signals, now: () => time.now });
    this.#time = time;
    this.#end = end;
  }

  override async wait(milliseconds: number): Promise<void> {
    this.waited.push(milliseconds);
    this.#time.now += Math.max(milliseconds, this.busy());
    if (this.#time.now >= this.#end) this.abort();
    await Promise.resolve();
  }
}

const from = Date.parse('2016-10-25T06:00:00Z');
/** An hour in which the power goes up by one kilowatt a minute. */
const hourly = Array.from({ length: 61 }, (_, n) => [from + n * minute, 0, n * 1000] as const);
const today = Date.parse('2026-03-04T00:00:00Z');

async function played(start: number, end: number, settings: object, text = recordingOf(hourly, from + hour)) {
  const context = new FakeTime(start, end);
  await replay(entry({ recording: addressOf(text), ...settings })).run(context);
  return context;
}

test('the past of a recording, and the round before, is there at once', async () => {
  const now = today + 6.5 * hour;
  const context = await played(now, now + 1, {});
  const steps = stepsOf(context.rows, 'mill/power');
  assert.equal(steps[0][0], today - day + 6 * hour);
  assert.deepEqual(steps.at(-1), [now, 30]);
  assert.equal(context.batches.length, 1);
});

test('nothing is known between the end of a round and the begin of the next', async () => {
  const now = today + 6.5 * hour;
  const context = await played(now, now + day, {});
  const gaps = stepsOf(context.rows, 'mill/power').filter(([, value]) => value === missing);
  assert.deepEqual(
    gaps.map(([time]) => time),
    [today - day + 7 * hour + 1, today + 7 * hour + 1],
  );
});

test('observations come when their time has come, and never before', async () => {
  const now = today + 6 * hour;
  const context = await played(now, now + hour, {});
  const early = context.rows.filter((row) => row.time > now + hour);
  assert.deepEqual(early, []);
  assert.ok(
    context.waited.every((wait) => wait <= 5_000),
    'the source is confirmed every five seconds',
  );
  assert.ok(context.waited.length < 60 * 13 + 5, `${context.waited.length} waits in an hour`);
});

test('a page that was hidden for hours catches up exactly', async () => {
  const now = today + 6 * hour;
  const smooth = await played(now, now + 2 * day, {});
  const context = new FakeTime(now, now + 2 * day);
  let count = 0;
  context.busy = () => (++count % 3 === 0 ? 7.3 * hour : 0);
  await replay(entry({ recording: addressOf(recordingOf(hourly, from + hour)) })).run(context);
  const until = Math.max(...context.rows.map(({ time }) => time));
  assert.deepEqual(
    stepsOf(context.rows, 'mill/power'),
    stepsOf(smooth.rows, 'mill/power').filter(([time]) => time <= until),
  );
});

test('at 3,600 times the speed an hour takes a second, and timers stay slower than 40 ms', async () => {
  const position = new Date(from).toISOString();
  const context = await played(today, today + 1000, { speed: 3600, position, loop: false });
  const steps = stepsOf(context.rows, 'mill/power');
  assert.deepEqual(steps[30], [today + 500, 30]);
  assert.ok(context.waited.filter((wait) => wait > 0).every((wait) => wait >= 40));
  assert.ok(context.waited.length <= 1000 / 40 + 3, `${context.waited.length} waits`);
});

test('original leaves the recorded times and follows the clock of the twin', async () => {
  const context = await played(from + 10 * minute, from + 20 * minute, { original: true });
  const steps = stepsOf(context.rows, 'mill/power');
  assert.deepEqual(steps.at(-1), [from + 20 * minute - minute, 19]);
  assert.deepEqual(steps[10], [from + 10 * minute, 10]);
});

test('without a loop the signals are missing at the end, and the status says so', async () => {
  const position = new Date(from + 30 * minute).toISOString();
  const context = await played(today, today + hour, { loop: false, position });
  assert.deepEqual(stepsOf(context.rows, 'mill/power').at(-1), [today + 30 * minute + 1, missing]);
  assert.deepEqual(context.statuses.at(-1), { state: 'live', detail: 'the recording has ended' });
});

test('a long past comes in chunks between which the page can breathe', async () => {
  const rows = Array.from({ length: 10_000 }, (_, n) => [from + n * 1000, 0, n] as const);
  const now = today + 12 * hour;
  const context = await played(now, now + 1, {}, recordingOf(rows));
  assert.ok(context.batches.every((length) => length <= 4_010));
  assert.equal(
    stepsOf(context.rows, 'mill/power').filter(([, value]) => value !== missing).length,
    2 * 10_000,
  );
});

test('a document that is no recording, or is not there, fails with a sentence and is not tried again', async () => {
  const context = await played(today, today + hour, {}, '<html></html>');
  assert.deepEqual(
    context.statuses.map(({ state }) => state),
    ['connecting', 'failed'],
  );
  assert.match(
    context.statuses[1].detail!,
    /invalid recording: <html><\/html>, allowed: a recording of ours, SHDR, or CSV/,
  );
});

test('a position outside of the recording fails with what is allowed', async () => {
  const context = await played(today, today + hour, { position: '2020-01-01T00:00:00Z' });
  assert.match(
    context.statuses[1].detail!,
    /invalid position: 2020-.*, allowed: 2016-10-25T06:00:00.000Z to/,
  );
});

test('a binding to a signal that the recording has not is counted and named', async () => {
  const text = recordingOf(hourly, from + hour);
  const context = new FakeTime(today, today + 1);
  const extra = { signal: 'mill/temperature', from: 'T' };
  await replay({ ...entry({ recording: addressOf(text) }), bindings: [...bindings, extra] }).run(context);
  assert.deepEqual(context.refusals, [{ place: 'bindings', found: 'T', allowed: 'P, program, execution' }]);
});

test('the recorded steel plant ends at 521,199.76 kWh through the connector', async () => {
  const file = new URL('../../../../recordings/steel-plant-2018-h1.twinrec.jsonl', import.meta.url);
  const context = new FakeTime(Date.parse('2018-07-01T00:00+09:00'), Infinity);
  const settings = { recording: addressOf(readFileSync(file, 'utf8')), original: true };
  context.busy = () => {
    if (context.waited.at(-1)! > 0) context.abort();
    return 0;
  };
  await replay({ ...entry(settings), bindings: [{ signal: 'mill/energy', from: 'energy' }] }).run(context);
  const readings = context.rows.filter((row) => typeof row.value === 'number');
  assert.equal(readings.length, 17_377);
  assert.equal(readings.at(-1)!.value, 521199.76);
});
