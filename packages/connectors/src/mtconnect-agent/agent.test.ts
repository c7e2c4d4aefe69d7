import assert from 'node:assert/strict';
import { afterEach, suite, test } from 'node:test';
import { AgentError } from '../mtconnect/document.js';
import { multipartBoundary, MultipartParser } from '../mtconnect/multipart.js';
import { readProbe } from '../mtconnect/probe-document.js';
import type { StreamObservation } from '../mtconnect/stream-observation.js';
import { readStreams } from '../mtconnect/streams-document.js';
import { fixture, fixtures } from '../testing/fixtures.js';
import { serve, type TestServer } from '../testing/serve.js';
import { type Agent, type AgentOptions, createAgent } from './index.js';

const log = [
  '2026-01-01T00:00:00Z|avail|AVAILABLE|execution|READY',
  '2026-01-01T00:00:01Z|execution|ACTIVE|Xposition|1.5',
  '2026-01-01T00:00:02Z|logic|Fault|81|||A & B',
  '2026-01-01T00:00:03Z|logic|Warning|82|||',
  '2026-01-01T00:00:04Z|execution|READY',
  '2026-01-01T00:00:05Z|logic|Normal|81|||',
].join('\n');
const begin = Date.parse('2026-01-01T00:00:00Z');

let server: TestServer | undefined;
let agent: Agent;

async function start(options: Partial<AgentOptions> = {}): Promise<void> {
  agent = createAgent({ devices: [{ name: 'mill', shdr: log }], original: true, instanceId: 7, ...options });
  server = await serve(agent.handle);
}

afterEach(async () => {
  agent.dispose();
  await server?.close();
  server = undefined;
});

async function ask(path: string): Promise<{ text: string; status: number }> {
  const response = await fetch(server!.url + path);
  return { text: await response.text(), status: response.status };
}

async function observations(
  path: string,
): Promise<{ rows: string[]; first: number; next: number; all: StreamObservation[] }> {
  const all: StreamObservation[] = [];
  const { text } = await ask(path);
  const header = readStreams(
    text,
    (one) => all.push({ ...one }),
    (refusal) => assert.fail(JSON.stringify(refusal)),
  );
  all.sort((a, b) => a.sequence! - b.sequence!);
  const rows = all.map(({ sequence, dataItemId, category, level, nativeCode, text: value }) =>
    [sequence, dataItemId, category === 'CONDITION' ? `${level} ${nativeCode ?? ''}`.trim() : value].join(
      ' ',
    ),
  );
  return { rows, first: header.firstSequence!, next: header.nextSequence!, all };
}

suite('the test agent', () => {
  test('makes a model of the signals: types, categories and components', async () => {
    await start();
    const [device] = readProbe((await ask('/probe')).text).devices;
    assert.equal(device.name, 'mill');
    assert.deepEqual(
      device.dataItems.map(({ name, type, category, component }) => [name, type, category, component.type]),
      [
        ['avail', 'AVAILABILITY', 'EVENT', 'Device'],
        ['logic', 'LOGIC_PROGRAM', 'CONDITION', 'Controller'],
        ['execution', 'EXECUTION', 'EVENT', 'Path'],
        ['Xposition', 'POSITION', 'SAMPLE', 'Linear'],
      ],
    );
    assert.equal((await ask('/mill/probe')).text.includes('<Device '), true);
  });

  test('numbers all observations from 1, beginning with what is not known', async () => {
    await start();
    const { rows, first, next } = await observations('/sample');
    assert.deepEqual(rows, [
      '1 mill-avail-0 UNAVAILABLE',
      '2 mill-execution-1 UNAVAILABLE',
      '3 mill-Xposition-2 UNAVAILABLE',
      '4 mill-logic-3 unavailable',
      '5 mill-avail-0 AVAILABLE',
      '6 mill-execution-1 READY',
      '7 mill-execution-1 ACTIVE',
      '8 mill-Xposition-2 1.5',
      '9 mill-logic-3 fault 81',
      '10 mill-logic-3 warning 82',
      '11 mill-execution-1 READY',
      '12 mill-logic-3 normal 81',
    ]);
    assert.deepEqual([first, next], [1, 13]);
  });

  test('current has the newest of each item and each active condition, also as it was at a number', async () => {
    await start();
    assert.deepEqual((await observations('/current')).rows, [
      '5 mill-avail-0 AVAILABLE',
      '8 mill-Xposition-2 1.5',
      '10 mill-logic-3 warning 82',
      '11 mill-execution-1 READY',
    ]);
    assert.deepEqual((await observations('/mill/current?at=10')).rows, [
      '5 mill-avail-0 AVAILABLE',
      '7 mill-execution-1 ACTIVE',
      '8 mill-Xposition-2 1.5',
      '9 mill-logic-3 fault 81',
      '10 mill-logic-3 warning 82',
    ]);
    const [condition] = (await observations('/current?at=9&path=//Controller/DataItems/DataItem')).all;
    assert.deepEqual(
      [condition.text, condition.type, condition.time - begin],
      ['A & B', 'LOGIC_PROGRAM', 2000],
    );
  });

  test('sample goes on from a number, ends at another, has at most count and leaves out what is not on the path', async () => {
    await start();
    assert.deepEqual((await observations('/sample?from=7&to=9')).rows.length, 2);
    const path = encodeURIComponent('//DataItem[@id="mill-execution-1" or @name=\'avail\']');
    const page = await observations(`/sample?path=${path}&from=3&count=2`);
    assert.deepEqual(page.rows, ['5 mill-avail-0 AVAILABLE', '6 mill-execution-1 READY']);
    assert.equal(page.next, 7);
    assert.equal((await observations(`/sample?path=${path}&from=12`)).next, 13);
    assert.deepEqual((await observations('/sample?from=13')).rows, []);
  });

  test('a path may name components, types, categories and alternatives', async () => {
    await start();
    const named = async (path: string): Promise<string[]> =>
      (await observations(`/current?path=${encodeURIComponent(path)}`)).all
        .map(({ dataItemId }) => dataItemId)
        .sort();
    assert.deepEqual(await named('//Path'), ['mill-execution-1']);
    assert.deepEqual(await named('//Axes//DataItem[@type="POSITION" and @subType="ACTUAL"]'), [
      'mill-Xposition-2',
    ]);
    assert.deepEqual(await named("//Device[@name='mill']/DataItems|//DataItem[@category='CONDITION']"), [
      'mill-avail-0',
      'mill-logic-3',
    ]);
    assert.deepEqual(await named('/Devices/Device//Linear[@name="X"]'), ['mill-Xposition-2']);
  });

  test('a small buffer loses the oldest, and at knows what held before', async () => {
    await start({ bufferSize: 3 });
    assert.equal((await observations('/sample')).first, 10);
    assert.deepEqual((await observations('/current?at=10')).rows.length, 5);
  });

  for (const [request, status, code] of [
    ['/sample?from=9', 404, 'OUT_OF_RANGE'],
    ['/sample?from=14', 404, 'OUT_OF_RANGE'],
    ['/sample?count=0', 404, 'OUT_OF_RANGE'],
    ['/sample?count=4', 404, 'OUT_OF_RANGE'],
    ['/current?at=13', 404, 'OUT_OF_RANGE'],
    ['/sample?from=x', 400, 'INVALID_REQUEST'],
    ['/current?at=10&interval=1', 400, 'INVALID_REQUEST'],
    ['/sample?heartbeat=1', 404, 'OUT_OF_RANGE'],
    ['/current?path=//[', 400, 'INVALID_XPATH'],
    ['/current?path=//DataItem[@id="none"]', 400, 'INVALID_XPATH'],
    ['/lathe/current', 404, 'NO_DEVICE'],
    ['/assets', 501, 'UNSUPPORTED'],
  ] as const) {
    test(`answers ${request} with an error document ${code}`, async () => {
      await start({ bufferSize: 3 });
      const answer = await ask(encodeURI(request));
      assert.equal(answer.status, status);
      assert.throws(
        () => readProbe(answer.text),
        (error) => error instanceof AgentError && error.code === code,
      );
    });
  }

  test('streams what comes as parts, and a heartbeat when nothing does', async () => {
    let now = begin;
    await start({ position: '2026-01-01T00:00:01Z', now: () => now });
    const abort = new AbortController();
    const response = await fetch(`${server!.url}/sample?from=8&interval=5&heartbeat=40`, {
      signal: abort.signal,
    });
    const type = response.headers.get('content-type')!;
    assert.match(type, /^multipart\/mixed;boundary=/);
    const parser = new MultipartParser(multipartBoundary(type)!);
    const parts: string[][] = [];
    const counts: number[] = [];
    for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
      parser.push(piece, (content) => {
        const rows: string[] = [];
        counts.push(
          readStreams(new TextDecoder().decode(content), (one) => rows.push(one.text)).nextSequence!,
        );
        parts.push(rows);
      });
      if (parts.length === 1) now = begin + 1000;
      if (parts.length >= 4) break;
    }
    abort.abort();
    assert.deepEqual(parts.slice(0, 3), [['1.5'], ['A & B'], []]);
    assert.deepEqual(counts.slice(0, 3), [9, 10, 10]);
  });

  test('a recording is shifted so that its position falls on the start, and what comes after comes with the time', async () => {
    let now = 1_000_000_000_000;
    await start({ original: false, position: '2026-01-01T00:00:02Z', now: () => now });
    const times = async () =>
      (await observations('/sample?from=5')).all.map(({ time }) => time - 1_000_000_000_000);
    assert.deepEqual(await times(), [-2000, -2000, -1000, -1000, 0]);
    now += 1000;
    assert.deepEqual((await times()).at(-1), 1000);
    assert.equal(agent.time, now);
  });

  test('at a higher speed durations stay as they were recorded', async () => {
    let now = 1_000_000_000_000;
    await start({ original: false, speed: 10, position: '2026-01-01T00:00:02Z', now: () => now });
    now += 300;
    const { all } = await observations('/sample?from=10');
    assert.deepEqual(
      all.map(({ time }) => time - 1_000_000_000_000),
      [1000, 2000, 3000],
    );
  });

  test('a looped recording begins again, with nothing known in between, and has rounds before its start', async () => {
    let now = 1_000_000_000_000;
    await start({ original: false, loop: true, past: 5000, now: () => now });
    const count = async (value: string) =>
      (await observations('/sample?count=1000')).rows.filter((row) => row.endsWith(value)).length;
    assert.equal(await count('ACTIVE'), 1);
    now += 9000;
    assert.equal(await count('ACTIVE'), 3);
    assert.equal(await count('fault 81'), 3);
    assert.equal(await count('mill-avail-0 UNAVAILABLE'), 3);
  });

  test('a restart begins another instance with what each item says now', async () => {
    let now = begin;
    await start({ now: () => now });
    now += 60_000;
    agent.restart();
    const { rows } = await observations('/sample');
    assert.deepEqual(rows, [
      '1 mill-avail-0 AVAILABLE',
      '2 mill-execution-1 READY',
      '3 mill-Xposition-2 1.5',
      '4 mill-logic-3 warning 82',
    ]);
    assert.equal(agent.instanceId, 8);
  });

  test('a mounted agent answers below its prefix only', async () => {
    await start({ prefix: '/agent' });
    assert.equal((await ask('/probe')).status, 404);
    assert.equal((await ask('/agents/probe')).status, 404);
    assert.equal((await ask('/agent/probe')).status, 200);
    assert.equal((await ask('/agent')).status, 200);
    assert.equal((await ask('/agent/%zz')).status, 404);
  });
});

fixtures('the test agent with models of others', () => {
  test('a given Devices.xml is served with the data items, components and units it has', async () => {
    const model = fixture('mtconnect/nist-sms/Devices.xml');
    await start({
      devices: [
        { name: 'GFAgie01', model, shdr: fixture('mtconnect/nist-sms/GFAgie01-20161004-20161005.txt') },
      ],
    });
    const [served] = readProbe((await ask('/probe')).text).devices;
    const given = readProbe(model).devices.find(({ name }) => name === 'GFAgie01')!;
    const items = (device: typeof served) =>
      device.dataItems
        .map(({ id, name, type, subType, category, units, component }) => ({
          id,
          name,
          type,
          subType,
          category,
          units,
          component: component.id,
        }))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    assert.deepEqual(items(served), items(given));
    assert.equal(served.uuid, given.uuid);
  });
});
