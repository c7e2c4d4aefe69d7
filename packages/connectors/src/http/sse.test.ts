import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { after, test } from 'node:test';
import { provideCredentials } from '../internal/credentials.js';
import { ConnectorRun } from '../testing/connector-run.js';
import { type Failure, failingServer, type FailingServer, failures } from '../testing/failing-server.js';
import { sse, sseWith } from './sse.js';

const kinds = { 'mill/power': 'number', 'mill/program': 'text' } as const;
const bindings = [
  { signal: 'mill/power', from: '/power' },
  { signal: 'mill/program', from: 'job#/name' },
];

after(() => provideCredentials(undefined));

/** A stream that says what it is told to all who listen. */
async function stream(
  first = '',
): Promise<{ server: FailingServer; say: (text: string) => void; end: () => void }> {
  const open = new Set<ServerResponse>();
  const server = await failingServer((_, response) => {
    open.add(response);
    response.on('close', () => open.delete(response));
    response
      .writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
      .write(`: hello\n\n${first}`);
  });
  return {
    server,
    say: (text) => open.forEach((response) => response.write(text)),
    end: () => open.forEach((response) => response.end()),
  };
}

test('sse reads events with and without a name, and leaves out those that nobody named', async () => {
  const { server, say } = await stream();
  const run = new ConnectorRun({ factory: sse, settings: { url: server.url }, kinds, bindings });
  await run.reached('live');
  say('event: clock\ndata: no JSON\n\nevent: job\ndata: {"name":\ndata: "P7"}\n\n');
  say('data: {"power": 1');
  say('2.5}\n\n');
  await run.until('the power', () => run.values('mill/power').length > 0);
  assert.deepEqual([run.values('mill/power'), run.values('mill/program')], [[12.5], ['P7']]);
  assert.deepEqual(run.context.refusals, []);
  await run.stop();
  await server.close();
});

test('sse tells the server the last event, waits as it says, and closes the gap with what it sends', async () => {
  const time = Date.now() - 1_000;
  const event = (id: number, power: number): string =>
    `id: e${id}\ndata: {"power": ${power}, "time": ${time + id}}\n\n`;
  const { server, say, end } = await stream('retry: 1500\n\n');
  const run = new ConnectorRun({
    factory: sse,
    settings: { url: server.url, resumes: true },
    kinds,
    bindings,
  });
  await run.reached('live');
  say(event(1, 10));
  await run.until('the power', () => run.values('mill/power').length > 0);
  end();
  await run.reached('waiting');
  await run.reached('live');
  say(event(2, 20));
  await run.until('the next', () => run.values('mill/power').at(-1) === 20);
  assert.deepEqual(
    server.requests.map(({ headers }) => headers['last-event-id']),
    [undefined, 'e1'],
  );
  assert.ok(run.context.waits.find(({ during }) => during === 'waiting')!.milliseconds >= 1_500);
  // Lost, held all the same, and went on: before the loss, so that it holds at its place too.
  assert.deepEqual(run.values('mill/power'), [10, undefined, 10, 20, 20]);
  await run.stop();
  await server.close();
});

test('sse holds what is said again after a loss from then on, though it began before', async () => {
  const time = Date.now() - 60_000;
  const { server, end } = await stream(`data: {"power": 10, "time": ${time}}\n\n`);
  const run = new ConnectorRun({ factory: sse, settings: { url: server.url }, kinds, bindings });
  await run.until('the power', () => run.values('mill/power').length > 0);
  end();
  await run.until(
    'the power again',
    () => run.values('mill/power').filter((value) => value === 10).length >= 3,
  );
  const last = run.context.rows.filter(({ signal }) => signal === 'mill/power').at(-1)!;
  assert.equal(last.value, 10);
  assert.ok(last.time > time + 50_000);
  await run.stop();
  await server.close();
});

test('sse is lost after two heartbeats without a word; a comment is one', async () => {
  const { server, say } = await stream();
  const run = new ConnectorRun({
    factory: sse,
    settings: { url: server.url, heartbeat: 50 },
    kinds,
    bindings,
  });
  await run.reached('live');
  const timer = setInterval(() => say(': still here\n\n'), 20);
  await new Promise((resolve) => setTimeout(resolve, 250));
  assert.equal(run.context.state, 'live');
  clearInterval(timer);
  await run.reached('waiting');
  assert.match(run.context.statuses.at(-1)!.detail!, /did not answer within 0\.1 s/);
  await run.stop();
  await server.close();
});

/** Failures that nobody but a person can end. */
const final: readonly Failure[] = [
  'wrongType',
  'unauthorized',
  'forbidden',
  'notFound',
  'truncated',
  'huge',
  'drip',
  'cut',
  'cutInChunk',
  'empty',
  'slow',
  'notCompressed',
];

for (const failure of failures) {
  test(`sse outlives a server that fails: ${failure}`, async () => {
    const { server, end } = await stream('data: {"power": 7}\n\n');
    const settings = { url: server.url, heartbeat: 100 };
    const first = new ConnectorRun({ factory: sse, settings, kinds, bindings });
    await first.until('the power', () => first.values('mill/power').length > 0);
    server.failure = failure;
    end();
    await first.reached('waiting');
    await first.until('a gap', () => first.values('mill/power').at(-1) === undefined);
    // At the first try it ends for good where somebody has to change something: here most failures send JSON.
    const second = new ConnectorRun({ factory: sse, settings, kinds, bindings });
    await second.until('an end', () => ['waiting', 'failed'].includes(second.context.state!));
    if (failure !== 'slow') assert.equal(second.context.state === 'failed', final.includes(failure));
    await second.stop();
    server.failure = undefined;
    await first.until('the power again', () => first.values('mill/power').at(-1) === 7);
    await first.stop();
    await server.close();
  });
}

test('sse sends credentials as headers, anew for each connection', async () => {
  const { server, end } = await stream();
  let count = 0;
  provideCredentials(() => ({ token: `secret-${++count}` }));
  const run = new ConnectorRun({ factory: sse, settings: { url: server.url }, kinds, bindings });
  await run.reached('live');
  end();
  await run.reached('waiting');
  await run.reached('live');
  assert.deepEqual(
    server.requests.map(({ headers }) => headers.authorization),
    ['Bearer secret-1', 'Bearer secret-2'],
  );
  assert.ok(!JSON.stringify(run.context.statuses).includes('secret'));
  await run.stop();
  provideCredentials(undefined);
  await server.close();
});

test('sseWith() takes events apart with a function of the host, which is told their names', async () => {
  const { server } = await stream('event: job\ndata: "P7"\n\ndata: "P8"\n\n');
  const run = new ConnectorRun({
    factory: sseWith({
      map: (message, event) => [{ signal: 'mill/program', value: `${event}:${String(message)}` }],
    }),
    settings: { url: server.url, events: ['job'] },
    kinds,
  });
  await run.until('the program', () => run.values('mill/program').length > 0);
  assert.deepEqual(run.values('mill/program'), ['job:P7']);
  await run.stop();
  await server.close();
});
