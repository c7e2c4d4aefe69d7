import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { provideCredentials } from '../internal/credentials.js';
import { ConnectorRun } from '../testing/connector-run.js';
import { type Failure, failingServer, failures } from '../testing/failing-server.js';
import { NodeTextSocket } from '../testing/socket-server.js';
import { rest, restWith } from './rest.js';
import { sse } from './sse.js';
import { websocketWith } from './websocket.js';

const json = { 'content-type': 'application/json' };
const kinds = { 'mill/power': 'number', 'mill/program': 'text' } as const;
const bindings = [{ signal: 'mill/power', from: '/power', unit: 'W' }];
const settings = (url: string, more = {}): Record<string, unknown> => ({
  url,
  interval: 10,
  timeout: 200,
  ...more,
});

after(() => provideCredentials(undefined));

test('rest takes a value without time when it has changed, and confirms it when it has not', async () => {
  let text = '{"power": 1000}';
  const server = await failingServer((_, response) => response.writeHead(200, json).end(text));
  const run = new ConnectorRun({ factory: rest, settings: settings(server.url), kinds, bindings });
  await run.until('five confirmations', () => run.context.confirmations >= 5);
  text = '{"power": 1000, "other": 1}';
  await run.until('five more', () => run.context.confirmations >= 10);
  text = '{"power": 2000}';
  await run.until('the change', () => run.values('mill/power').length > 1);
  assert.deepEqual(run.values('mill/power'), [1, 2]);
  assert.deepEqual(run.context.refusals, []);
  await run.stop();
  await server.close();
});

test('rest sends back ETag and Last-Modified, and 304 confirms what is known', async () => {
  for (const [sent, back] of [
    [{ etag: '"a1"' }, ['if-none-match', '"a1"']],
    [
      { 'last-modified': 'Mon, 04 May 2026 06:00:00 GMT' },
      ['if-modified-since', 'Mon, 04 May 2026 06:00:00 GMT'],
    ],
  ] as const) {
    const server = await failingServer(({ headers }, response) => {
      if (headers[back[0]] === back[1]) response.writeHead(304).end();
      else response.writeHead(200, { ...json, ...sent }).end('{"power": 1000}');
    });
    const run = new ConnectorRun({ factory: rest, settings: settings(server.url), kinds, bindings });
    await run.until('five confirmations', () => run.context.confirmations >= 5);
    assert.deepEqual(run.values('mill/power'), [1]);
    assert.deepEqual(
      server.requests.slice(0, 3).map(({ headers }) => headers[back[0]]),
      [undefined, back[1], back[1]],
    );
    // After a loss it has to be told anew, whatever was known.
    server.failure = 'unavailable';
    await run.reached('waiting');
    server.failure = undefined;
    await run.until('the value again', () => run.values('mill/power').length === 3);
    assert.deepEqual(run.values('mill/power'), [1, undefined, 1]);
    await run.stop();
    await server.close();
  }
});

test('rest never asks before the last answer is there', async () => {
  let open = 0;
  let most = 0;
  const server = await failingServer((_, response) => {
    most = Math.max(most, ++open);
    setTimeout(() => {
      open--;
      response.writeHead(200, json).end('{"power": 1}');
    }, 60);
  });
  const run = new ConnectorRun({ factory: rest, settings: settings(server.url), kinds, bindings });
  await run.until('four confirmations', () => run.context.confirmations >= 4);
  assert.equal(most, 1);
  await run.stop();
  await server.close();
});

test('rest asks several addresses, each while somebody wants one of its signals', async () => {
  const server = await failingServer(({ url }, response) =>
    response.writeHead(200, json).end(url === '/api/b' ? '{"name": "P7"}' : '{"power": 5}'),
  );
  const run = new ConnectorRun({
    factory: rest,
    settings: settings(`${server.url}/api/values`),
    kinds,
    bindings: [
      { signal: 'mill/power', from: '/power' },
      { signal: 'mill/program', from: 'b#/name' },
    ],
    unwanted: ['mill/program'],
  });
  const asked = (path: string): number => server.requests.filter(({ url }) => url === path).length;
  await run.until('some questions', () => asked('/api/values') > 5);
  assert.equal(asked('/api/b'), 0);
  run.context.want([]);
  await run.until('the program', () => run.values('mill/program').length > 0);
  run.context.want(['mill/program']);
  await run.until('a gap', () => run.values('mill/program').length > 1);
  const count = asked('/api/b');
  await run.until('more questions', () => asked('/api/values') > count + 20);
  assert.ok(asked('/api/b') <= count + 1);
  run.context.want([]);
  await run.until('the program again', () => run.values('mill/program').length > 2);
  assert.deepEqual(run.values('mill/program'), ['P7', undefined, 'P7']);
  assert.deepEqual(run.values('mill/power'), [5]);
  await run.stop();
  await server.close();
});

test('rest stays live while one of its addresses answers, and says what is wrong with the other', async () => {
  const server = await failingServer(({ url }, response) => {
    if (url === '/b') response.writeHead(500).end();
    else response.writeHead(200, json).end('{"power": 5}');
  });
  const run = new ConnectorRun({
    factory: rest,
    settings: settings(`${server.url}/a`),
    kinds,
    bindings: [
      { signal: 'mill/power', from: '/power' },
      { signal: 'mill/program', from: 'b#/name' },
    ],
  });
  await run.until('a detail', () =>
    run.context.statuses.some(
      ({ state, detail }) => state === 'live' && /\/b answered 500/.test(detail ?? ''),
    ),
  );
  await run.stop();
  await server.close();
});

/** What ends a connection for good if it was never live; for all others it waits. */
const final: readonly Failure[] = ['wrongType', 'unauthorized', 'forbidden', 'notFound', 'huge'];

for (const failure of failures) {
  test(`rest outlives a server that fails: ${failure}`, async () => {
    const server = await failingServer((_, response) => response.writeHead(200, json).end('{"power": 1000}'));
    const run = new ConnectorRun({ factory: rest, settings: settings(server.url), kinds, bindings });
    await run.reached('live');
    server.failure = failure;
    await run.reached('waiting');
    await run.until('a gap', () => run.values('mill/power').at(-1) === undefined);
    server.failure = undefined;
    await run.until(
      'live again',
      () => run.context.state === 'live' && run.values('mill/power').at(-1) === 1,
    );
    await run.stop();
    await server.close();
  });
}

test('rest says of a value that the answer does not have any more that it has ended', async () => {
  let text = '{"power": 1000, "name": "P7"}';
  const server = await failingServer((_, response) => response.writeHead(200, json).end(text));
  const run = new ConnectorRun({
    factory: rest,
    settings: settings(server.url),
    kinds,
    bindings: [...bindings, { signal: 'mill/program', from: '/name' }],
  });
  await run.until('the values', () => run.values('mill/power').length === 1);
  text = '{"name": "P7"}';
  await run.until('the end of one', () => run.values('mill/power').length === 2);
  text = '{"error": "no values"}';
  await run.until('the end of the other', () => run.values('mill/program').length === 2);
  text = '{"power": 1000, "name": "P7"}';
  await run.until('both again', () => run.values('mill/program').length === 3);
  assert.deepEqual(run.values('mill/power'), [1, undefined, 1]);
  assert.deepEqual(run.values('mill/program'), ['P7', undefined, 'P7']);
  await run.stop();
  await server.close();
});

test('rest keeps all digits of a whole number for a text', async () => {
  const server = await failingServer((_, response) =>
    response.writeHead(200, json).end('{"name": 12345678901234567890}'),
  );
  const run = new ConnectorRun({
    factory: rest,
    settings: settings(server.url),
    kinds,
    bindings: [{ signal: 'mill/program', from: '/name' }],
  });
  await run.until('the name', () => run.values('mill/program').length > 0);
  assert.deepEqual(run.values('mill/program'), ['12345678901234567890']);
  await run.stop();
  await server.close();
});

test('rest does not tell what may be secret in its address when it refuses an answer', async () => {
  const server = await failingServer((_, response) => response.writeHead(200, json).end('{"other": 1}'));
  const run = new ConnectorRun({
    factory: rest,
    settings: settings(`${server.url}/v?key=very-secret`),
    kinds,
    bindings,
  });
  await run.until('a refusal', () => run.context.refusals.length > 0);
  assert.equal(run.context.refusals[0].place, `${server.url}/v`);
  assert.doesNotMatch(JSON.stringify([run.context.refusals, run.context.statuses]), /very-secret/);
  await run.stop();
  await server.close();
});

test('rest does not take 304 for an answer while it knows nothing', async () => {
  const server = await failingServer((_, response) => response.writeHead(304).end());
  const run = new ConnectorRun({ factory: rest, settings: settings(server.url), kinds, bindings });
  await run.reached('waiting');
  assert.match(run.context.statuses.at(-1)!.detail!, /answered 304/);
  await run.stop();
  await server.close();
});

test('a request of rest does not follow a redirect: nobody else gets it, and none becomes a question', async () => {
  for (const status of [302, 307]) {
    const other = await failingServer((_, response) => response.writeHead(200, json).end('{}'));
    const server = await failingServer(({ method }, response) => {
      if (method === 'GET') response.writeHead(200, json).end('{"power": 1000}');
      else response.writeHead(status, { location: other.url }).end();
    });
    const run = new ConnectorRun({
      factory: rest,
      settings: settings(server.url, { method: 'POST' }),
      kinds,
      bindings,
    });
    await run.reached('live');
    const signal = run.context.resolve('mill/power');
    await assert.rejects(
      Promise.resolve(run.connector.request!({ signal, value: 2 })),
      /leads to another address, where requests are not sent/,
    );
    assert.equal(other.requests.length, 0);
    await run.stop();
    await server.close();
    await other.close();
  }
});

test('rest gives up at the first try where somebody has to change something', async () => {
  for (const failure of final) {
    const server = await failingServer();
    server.failure = failure;
    const run = new ConnectorRun({
      factory: rest,
      settings: settings(server.url, { timeout: 5_000 }),
      kinds,
      bindings,
    });
    await run.reached('failed');
    assert.equal(server.requests.length, 1);
    assert.match(run.context.statuses.at(-1)!.detail!, /^http:\/\/127/);
    await run.stop();
    await server.close();
  }
});

test('rest leaves a server alone as long as its Retry-After says', async () => {
  const server = await failingServer();
  server.failure = 'tooOften';
  const run = new ConnectorRun({ factory: rest, settings: settings(server.url), kinds, bindings });
  await run.until('a wait', () => run.context.waits.some(({ during }) => during === 'waiting'));
  const { milliseconds } = run.context.waits.find(({ during }) => during === 'waiting')!;
  assert.ok(milliseconds >= 7_000 && milliseconds <= 8_000, `${milliseconds} ms`);
  await run.stop();
  await server.close();
});

test('rest sends credentials to its own server only, and tells them nobody', async () => {
  const other = await failingServer((_, response) => response.writeHead(200, json).end('{"name": "P7"}'));
  const server = await failingServer((_, response) =>
    response.writeHead(200, json).end('{"power": "no number"}'),
  );
  provideCredentials(({ id }) => (id === 'test-1' ? { token: 'very-secret' } : undefined));
  const run = new ConnectorRun({
    factory: rest,
    settings: settings(server.url),
    kinds,
    bindings: [
      { signal: 'mill/power', from: '/power' },
      { signal: 'mill/program', from: `${other.url}/x#/name` },
    ],
  });
  await run.until('the program', () => run.values('mill/program').length > 0);
  await run.until('a refusal', () => run.context.refusals.length > 0);
  server.failure = 'unauthorized';
  await run.until('what is wrong', () => run.context.statuses.some(({ detail }) => /401/.test(detail ?? '')));
  assert.equal(server.requests[0].headers.authorization, 'Bearer very-secret');
  assert.ok(other.requests.every(({ headers }) => headers.authorization === undefined));
  const { statuses, refusals } = run.context;
  assert.ok(!JSON.stringify([statuses, refusals, server.requests.map(({ url }) => url)]).includes('secret'));
  await run.stop();
  provideCredentials(undefined);
  await Promise.all([server.close(), other.close()]);
});

test('rest, sse and websocket end at once though the host never gives their credentials', async () => {
  provideCredentials(() => new Promise(() => {}));
  for (const [factory, url] of [
    [rest, 'http://127.0.0.1:9'],
    [sse, 'http://127.0.0.1:9'],
    [websocketWith({ socket: NodeTextSocket }), 'ws://127.0.0.1:9'],
  ] as const) {
    const run = new ConnectorRun({ factory, settings: { url }, kinds, bindings });
    await run.reached('connecting');
    await run.stop();
    assert.deepEqual(
      run.context.statuses.map(({ state }) => state),
      ['connecting'],
    );
  }
  provideCredentials(undefined);
});

test('rest hands a request over as JSON in the unit of the source, and says why the server does not take it', async () => {
  const bodies: string[] = [];
  let status = 204;
  const server = await failingServer((request, response) => {
    if (request.method === 'GET') return response.writeHead(200, json).end('{"power": 1}');
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      bodies.push(`${request.method} ${request.url} ${request.headers['content-type']} ${body}`);
      response.writeHead(status).end();
    });
    return undefined;
  });
  const run = new ConnectorRun({
    factory: rest,
    settings: settings(`${server.url}/api/values`),
    kinds,
    bindings: [
      { signal: 'mill/power', from: '/power', to: 'setpoint#/electric/power', unit: 'W' },
      { signal: 'mill/program', from: '/program', to: 'program' },
    ],
  });
  await run.reached('live');
  const [power, program] = ['mill/power', 'mill/program'].map((address) => run.context.resolve(address));
  await run.connector.request!({ signal: power, value: 12.5 });
  await run.connector.request!({ signal: program, value: 'P7' });
  assert.deepEqual(bodies, [
    'PUT /api/setpoint application/json {"electric":{"power":12500}}',
    'PUT /api/program application/json {"value":"P7"}',
  ]);
  status = 403;
  await assert.rejects(
    run.connector.request!({ signal: power, value: 1 }),
    /answered 403: it does not allow this/,
  );
  await run.stop();
  await assert.rejects(run.connector.request!({ signal: power, value: 1 }), /is not connected/);
  await server.close();
});

test('restWith() takes answers apart with a function of the host, and counts what it throws', async () => {
  let text = '[["P1", 7]]';
  const server = await failingServer((_, response) => response.writeHead(200, json).end(text));
  const run = new ConnectorRun({
    factory: restWith({
      map: (message) =>
        (message as [string, number][]).map(([source, value]) =>
          source === 'N' ? { signal: 'mill/program', value: `${value}` } : { source, value },
        ),
    }),
    settings: settings(server.url),
    kinds,
    bindings: [{ signal: 'mill/power', from: 'P1' }],
  });
  await run.until('the value', () => run.values('mill/power').length > 0);
  text = '{"no": "list"}';
  await run.until('a refusal', () => run.context.refusals.length > 0);
  text = '[["P1", 8], ["N", 5], ["P9", 1]]';
  await run.until('the program', () => run.values('mill/program').length > 0);
  assert.deepEqual([run.values('mill/power'), run.values('mill/program')], [[7, 8], ['5']]);
  assert.match(run.context.refusals[0].found, /is not a function/);
  await run.until('the unknown source', () => run.context.refusals.at(-1)!.found === 'P9');
  await run.stop();
  await server.close();
});
