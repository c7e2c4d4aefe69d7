import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Clock, type ConnectorSettings, registerConnectorType, Twin } from '@twinfloor/core';
import {
  ConformanceContext,
  connectorConformance,
  type Emission,
  type Rig,
  stepsOf,
} from '@twinfloor/core/conformance';
import { readWorkshop } from '@twinfloor/core/workshop';
import { provideCredentials } from '../internal/credentials.js';
import { type FailingServer, type Failure, failingServer } from '../testing/failing-server.js';
import { history, historyFrom } from './index.js';

const hour = 3_600_000;
const signals = { 'mill/power': 'number', 'mill/state': 'state' } as const;
const bindings = [
  { signal: 'mill/power', from: 'P', unit: 'W' },
  { signal: 'mill/state', from: 'execution', vocabulary: 'mtconnect' },
];

function entry(settings: Record<string, unknown>, some = bindings): ConnectorSettings {
  return { type: 'history', id: 'history-1', bindings: some, settings };
}

/** What a historian holds, by source. */
type Archive = Record<string, { time: number; value: unknown }[]>;

/** A historian that answers as `format: json`, `size` rows a page, and may tell more than it was asked. */
function historian(archive: Archive, size = 1_000, more = 0): Promise<FailingServer> {
  return failingServer((request, response) => {
    const { searchParams } = new URL(request.url!, 'http://localhost');
    const [from, to] = ['from', 'to'].map((key) => Number(searchParams.get(key)));
    const first = Number(searchParams.get('cursor') ?? 0);
    const rows = (archive[searchParams.get('source')!] ?? []).filter(
      ({ time }) => time >= from && time < to + more,
    );
    const next = first + size < rows.length ? String(first + size) : undefined;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ rows: rows.slice(first, first + size), next }));
  });
}

const question = '?from={fromMilliseconds}&to={toMilliseconds}&source={source}&cursor={cursor}';
const paged = (url: string, more = {}): ConnectorSettings =>
  entry({
    url: `${url}/${question}`,
    payload: { items: '/rows', time: '/time', value: '/value' },
    next: '/next',
    ...more,
  });

async function startRig(): Promise<Rig> {
  const archive: Archive = { P: [], execution: [] };
  const server = await historian(archive, 3, hour);
  return {
    factory: history,
    settings: paged(server.url, { past: 'PT1H' }),
    signals,
    source: { speaks: 'recorded', canBeLost: false, refills: false, repeats: false, followsDemand: false },
    wrongSettings: {
      url: entry({}),
      body: entry({ url: '/h', body: '{when}' }),
      format: entry({ url: '/h', format: 'xml' }),
      past: entry({ url: '/h', past: 'yesterday' }),
      step: entry({ url: '/h', step: 'P0D' }),
      next: entry({ url: '/h', next: 'next' }),
      timeout: entry({ url: '/h', timeout: 1 }),
    },
    emit(emissions: readonly Emission[]) {
      for (const { signal, time, value } of emissions) {
        if (signal === 'mill/power') archive['P'].push({ time, value: Number(value) * 1000 });
        else archive['execution'].push({ time, value: value === 'running' ? 'ACTIVE' : 'READY' });
      }
      return Promise.resolve();
    },
    cut: () => server.close(),
    restore: () => server.listen(),
    garbage() {
      const time = Date.now() - 60_000;
      archive['P'].push({ time, value: { a: 1 } }, { time: Number.NaN, value: 1 }, { time, value: 'much' });
      archive['execution'].push({ time, value: 'DANCING' });
      return Promise.resolve(3);
    },
    stop: () => server.close(),
  };
}

for (const { title, run } of await connectorConformance({ name: 'history', start: startRig }))
  test(title, run);

/** Runs until it is live or failed, or so many milliseconds have passed. */
async function ran(
  settings: ConnectorSettings,
  patience = 5_000,
  factory = history,
): Promise<ConformanceContext> {
  const context = new ConformanceContext({ signals });
  const running = factory(settings).run(context);
  const end = Date.now() + patience;
  while (Date.now() < end && !['live', 'failed'].includes(context.state ?? ''))
    await new Promise((resolve) => setTimeout(resolve, 5));
  context.abort();
  await running;
  return context;
}

const now = Date.now();
const archive: Archive = {
  P: Array.from({ length: 2_500 }, (_, n) => ({ time: now - 23 * hour + n * 30_000, value: n })),
  execution: [
    { time: now - 20 * hour, value: 'ACTIVE' },
    { time: now - 2 * hour, value: 'READY' },
  ],
};
const server = await historian(archive);
after(() => server.close());

test('all pages of all steps are read, oldest first, and nothing twice', async () => {
  const context = await ran(paged(server.url));
  const power = context.rows.filter(({ signal }) => signal === 'mill/power');
  assert.deepEqual(
    power.map(({ time }) => time),
    archive['P'].map(({ time }) => time),
  );
  assert.equal(power[2499].value, 2.499);
  assert.deepEqual(stepsOf(context.rows, 'mill/state'), [
    [now - 20 * hour, 'running'],
    [now - 2 * hour, 'idle'],
  ]);
  assert.deepEqual(context.refusals, []);
});

test('only what somebody wants is asked, and what is wanted later is asked then', async () => {
  const context = new ConformanceContext({ signals });
  context.want(['mill/state']);
  const asked = server.requests.length;
  const running = history(paged(server.url, { past: 'P1D', step: 'P1D' })).run(context);
  const until = async (count: number): Promise<void> => {
    while (context.statuses.filter(({ state }) => state === 'live').length < count)
      await new Promise((resolve) => setTimeout(resolve, 5));
  };
  await until(1);
  assert.ok(server.requests.slice(asked).every(({ url }) => url.includes('source=P')));
  context.want([]);
  await until(2);
  assert.ok(server.requests.at(-1)!.url.includes('source=execution'));
  context.abort();
  await running;
});

test('a link to the next page is followed on the same host only', async () => {
  const other = await historian({});
  const linked = await failingServer((request, response) => {
    const next = request.url === '/2' ? `${other.url}/3` : '/2';
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ rows: [{ time: now - hour, value: request.url === '/2' ? 2 : 1 }], next }));
  });
  const settings = entry(
    { url: `${linked.url}/1`, payload: { items: '/rows' }, next: '/next', past: 'PT1H' },
    [bindings[0]],
  );
  const context = await ran(settings);
  assert.equal(other.requests.length, 0);
  assert.equal(context.state, 'stopped');
  assert.match(context.refusals[0].found, /leads to 127\.0\.0\.1:\d+, allowed: pages of the same host/);
  await Promise.all([other.close(), linked.close()]);
});

test('a historian that pages in circles is given up', async () => {
  const circling = await failingServer((_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"rows":[],"next":"a"}'),
  );
  const settings = entry({
    url: `${circling.url}/?c={cursor}`,
    payload: { items: '/rows' },
    next: '/next',
    past: 'PT1H',
  });
  const context = await ran(settings);
  assert.match(context.refusals[0].found, /names a page twice/);
  await circling.close();
});

const final: readonly Failure[] = ['wrongType', 'unauthorized', 'forbidden', 'notFound', 'huge'];
const passing: readonly Failure[] = [
  'drip',
  'cut',
  'cutInChunk',
  'tooOften',
  'unavailable',
  'internalError',
  'truncated',
  'empty',
  'silent',
  'closed',
  'notHttp',
  'redirectLoop',
];

for (const failure of [...final, ...passing]) {
  test(`a historian that fails (${failure}) is ${final.includes(failure) ? 'not asked again' : 'asked again'}, and says nothing wrong`, async () => {
    server.failure = failure;
    const context = new ConformanceContext({ signals });
    const running = history(
      paged(server.url, { timeout: failure === 'huge' ? 8_000 : 300, step: 'P1D' }),
    ).run(context);
    const reached = (): string | undefined =>
      context.statuses.find(({ state }) => ['waiting', 'failed'].includes(state))?.state;
    while (!reached()) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(reached(), final.includes(failure) ? 'failed' : 'waiting');
    assert.equal(context.rows.length, 0);
    server.failure = undefined;
    if (!final.includes(failure)) {
      while (context.state !== 'live') await new Promise((resolve) => setTimeout(resolve, 5));
      assert.ok(context.rows.length > 0);
    }
    context.abort();
    await running;
  });
}

test('the question can be a body, and credentials go into its head and nowhere else', async () => {
  const bodies: string[] = [];
  const flux = await failingServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      bodies.push(body);
      response.writeHead(200, { 'content-type': 'text/csv' });
      response.end(`,result,table,_time,_value\n,,0,${new Date(now - hour).toISOString()},1500\n`);
    });
  });
  provideCredentials(() => ({ headers: { authorization: 'Token s3cret' } }));
  const body =
    'from(bucket: "plant") |> range(start: {from}, stop: {to}) |> filter(fn: (r) => r._field == "{source}")';
  const context = await ran(
    entry(
      {
        url: `${flux.url}/api/v2/query?org=o`,
        body,
        bodyType: 'application/vnd.flux',
        format: 'influxdb',
        past: 'PT2H',
      },
      [bindings[0]],
    ),
  );
  provideCredentials(undefined);
  assert.match(bodies[0], /range\(start: \d{4}-.*Z, stop: .*Z\) .* "P"\)$/);
  const { method, headers } = flux.requests[0];
  assert.deepEqual(
    [method, headers['content-type'], headers.authorization],
    ['POST', 'application/vnd.flux', 'Token s3cret'],
  );
  assert.deepEqual(
    context.rows.map(({ value }) => value),
    [1.5],
  );
  assert.ok(!JSON.stringify([context.statuses, context.refusals, flux.requests[0].url]).includes('s3cret'));
  await flux.close();
});

test('what is wrong with a question is told by the historian itself', async () => {
  const influxdb = await failingServer((_, response) =>
    response
      .writeHead(400, { 'content-type': 'application/json' })
      .end('{"error":"error parsing query: found {"}'),
  );
  const context = await ran(entry({ url: `${influxdb.url}/query?q={source}`, format: 'influxdb' }));
  assert.match(context.statuses.at(-2)?.detail ?? '', /the historian says: error parsing query/);
  await influxdb.close();
});

test('a historian of the host needs one function', async () => {
  const own = historyFrom({
    async *read({ source, interval }) {
      await Promise.resolve();
      if (source === 'P') yield { times: [interval.from], values: [1000], qualities: ['uncertain'] };
    },
  });
  const context = await ran(entry({ past: 'PT2H', step: 'PT1H' }), 5_000, own);
  assert.deepEqual(
    context.rows.map(({ value, quality }) => [value, quality]),
    [
      [1, 'uncertain'],
      [1, 'uncertain'],
    ],
  );
});

test('a historian does not make a signal look alive that its own source keeps current', async () => {
  registerConnectorType('history', async () => history);
  const { workshop } = readWorkshop({
    id: 'w',
    equipment: [{ id: 'mill', level: 'workUnit' }],
    connectors: [{ ...paged(server.url).settings, type: 'history', bindings }],
  });
  const twin = new Twin(workshop!, { clock: new Clock() });
  twin.start();
  while (twin.connections[0].status.state !== 'live') await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(twin.signal('mill/power').connection, undefined);
  assert.equal(twin.series('mill/power', 'number')!.length, 2_500);
  await twin.stop();
});
