import assert from 'node:assert/strict';
import { afterEach, suite, test } from 'node:test';
import { ConformanceContext } from '@twinfloor/core/conformance';
import { provideCredentials } from '../internal/credentials.js';
import { createAgent } from '../mtconnect-agent/index.js';
import { type Failure, failingServer, failures } from '../testing/failing-server.js';
import { mtconnect } from './index.js';

/** What is told of each failure that a connector meets at its first try, and how long it waits then at least. */
const told: Readonly<Record<Failure, [state: 'waiting' | 'failed', sentence: RegExp, least?: number]>> = {
  slow: ['waiting', /did not answer within 0\.2 s/],
  drip: ['waiting', /did not answer within 0\.2 s/],
  cut: ['waiting', /cannot be reached/],
  cutInChunk: ['waiting', /cannot be reached/],
  wrongType: ['failed', /sent text\/html, allowed: text\/xml or application\/json/],
  tooOften: ['waiting', /answered 429: it is asked too often/, 7_000],
  tooOftenUntil: ['waiting', /answered 429/, 9_000],
  unavailable: ['waiting', /answered 503/, 2_000],
  internalError: ['waiting', /answered 500/],
  unauthorized: ['failed', /answered 401: it does not know who asks/],
  forbidden: ['failed', /answered 403/],
  notFound: ['failed', /answered 404/],
  redirectLoop: ['waiting', /redirect count exceeded/],
  truncated: ['waiting', /JSON/],
  huge: ['failed', /sent more than 67108864 bytes/],
  notCompressed: ['waiting', /cannot be reached/],
  empty: ['waiting', /no element/],
  silent: ['waiting', /did not answer within 0\.2 s/],
  closed: ['waiting', /cannot be reached/],
  notHttp: ['waiting', /cannot be reached/],
};

async function start(settings: Readonly<Record<string, unknown>> = {}) {
  const agent = createAgent({ devices: [{ name: 'mill', signals: [{ name: 'load', kind: 'number' }] }] });
  const server = await failingServer(agent.handle);
  const context = new ConformanceContext({ signals: { 'mill/load': 'number' } });
  const connector = mtconnect({
    type: 'mtconnect',
    id: 'mtconnect-1',
    bindings: [{ signal: 'mill/load', from: 'load' }],
    settings: { url: server.url, interval: 5, heartbeat: 100, ...settings },
  });
  let running: Promise<void> | undefined;
  return {
    agent,
    server,
    context,
    run: () => (running = connector.run(context)),
    async until(holds: () => boolean) {
      const end = Date.now() + 5_000;
      while (!holds()) {
        if (Date.now() > end)
          throw new Error(`not within 5 s: ${JSON.stringify(context.statuses.slice(-3))}`);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    },
    async end() {
      context.abort();
      agent.dispose();
      await server.close();
      await running;
    },
  };
}

suite('mtconnect and servers that fail', () => {
  let plant: Awaited<ReturnType<typeof start>> | undefined;
  afterEach(async () => {
    provideCredentials(undefined);
    await plant?.end();
    plant = undefined;
  });

  for (const failure of failures) {
    const [state, sentence, least = 0] = told[failure];
    test(`at the first try, ${failure}: ${state}, with the reason`, async () => {
      // So much takes a while to come.
      plant = await start(failure === 'huge' ? { heartbeat: 2_000 } : {});
      const { server, context, until, run } = plant;
      server.failure = failure;
      run();
      await until(() => context.state === state);
      server.failure = undefined;
      assert.match(context.statuses.at(-1)!.detail!, sentence);
      const before = server.requests.length;
      if (state === 'failed') assert.equal(before, 1);
      else {
        assert.ok(context.waits.at(-1)!.milliseconds >= least);
        await until(() => context.state === 'live');
      }
    });
  }

  for (const failure of [
    'cut',
    'tooOften',
    'wrongType',
    'unauthorized',
    'redirectLoop',
    'notHttp',
  ] as const) {
    test(`after it was live, ${failure}: waits, and goes on when the agent is back`, async () => {
      plant = await start();
      const { agent, server, context, until, run } = plant;
      run();
      await until(() => context.state === 'live');
      server.failure = failure;
      agent.dropConnections();
      await until(() => context.state === 'waiting');
      server.failure = undefined;
      agent.push('mill', 'load', '7');
      await until(() => context.rows.some(({ value }) => value === 7));
      assert.equal(context.state, 'live');
    });
  }

  test('a redirect loop ends soon', async () => {
    plant = await start();
    const { server, context, until, run } = plant;
    server.failure = 'redirectLoop';
    run();
    await until(() => context.state === 'waiting');
    assert.ok(server.requests.length <= 25);
  });

  test('credentials of the host are headers of each request, and stand nowhere else', async () => {
    provideCredentials(({ id }) =>
      id === 'mtconnect-1' ? { username: 'u', password: 'hidden' } : undefined,
    );
    plant = await start();
    const { server, context, until, run } = plant;
    run();
    await until(() => context.state === 'live');
    assert.ok(server.requests.length >= 3);
    for (const { headers, url } of server.requests) {
      assert.equal(headers.authorization, `Basic ${btoa('u:hidden')}`);
      assert.doesNotMatch(url, /hidden/);
    }
    server.failure = 'forbidden';
    plant.agent.dropConnections();
    await until(() => context.state === 'waiting');
    assert.doesNotMatch(JSON.stringify([context.statuses, context.refusals]), /hidden|aGlkZGVu/);
  });
});
