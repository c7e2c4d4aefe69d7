import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { after, test } from 'node:test';
import { Mosquitto } from '../../tools/internal/broker.mjs';
import { complaintsOf, examples } from './browser.mjs';

const broker = await Mosquitto.start();
const way = await counted(broker.webSocketPort);
after(async () => {
  way.close();
  await broker.stop();
});
const { open, context: newContext } = await examples({ connect: [way.url] });

/** A way to a port that counts who uses it and what comes back. */
async function counted(port) {
  const counts = { all: 0, open: 0, bytes: 0 };
  const sockets = new Set();
  const server = createServer((socket) => {
    const far = connect(port, '127.0.0.1');
    counts.all++;
    counts.open++;
    sockets.add(socket);
    socket.once('close', () => (counts.open--, sockets.delete(socket), far.destroy()));
    far.once('close', () => socket.destroy());
    far.on('data', (data) => (counts.bytes += data.length));
    for (const each of [socket, far]) each.on('error', () => {});
    socket.pipe(far).pipe(socket);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    counts,
    url: `ws://127.0.0.1:${server.address().port}`,
    close: () => (sockets.forEach((socket) => socket.destroy()), server.close()),
  };
}

/** A page that reads from the broker through the shared worker; live when it resolves. */
async function opened(context, { topic = 'hall', password } = {}) {
  const opened = await open('testing/blank.html', { context });
  const { page } = opened;
  await page.evaluate(
    async ([url, topic, password]) => {
      const { Twin, parseWorkshop, provideCredentials, shareConnections } = await import('/twinfloor.js');
      const policy = trustedTypes.createPolicy('test', { createScriptURL: (address) => address });
      const address = policy.createScriptURL('/mqtt-worker.js');
      shareConnections(() => new SharedWorker(address, { type: 'module' }));
      if (password) provideCredentials(() => ({ username: 'somebody', password }));
      const twin = new Twin(
        parseWorkshop({
          id: 'hall',
          name: 'Hall',
          timeZone: 'UTC',
          equipment: [{ id: 'mill', name: 'Mill', level: 'workUnit' }],
          connectors: [
            { type: 'mqtt', id: 'broker', url, topics: [`${topic}/{equipment}/{signal}`], bindings: [] },
          ],
        }),
        { scheduler: (callback) => void setTimeout(callback, 16) },
      );
      window.power = () => {
        const series = twin.series('mill/power', 'number');
        return Array.from({ length: series?.length ?? 0 }, (_, index) => series.valueAt(index));
      };
      twin.start();
      window.twin = twin;
      await window.until(() => twin.connections[0].status.state === 'live');
    },
    [way.url, topic, password],
  );
  return opened;
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(what, holds) {
  for (const end = Date.now() + 20_000; !(await holds()); await pause(20)) {
    assert.ok(Date.now() < end, `waited in vain until ${what}`);
  }
}

const power = ({ page }) => page.evaluate(() => window.power());
const message = (time, value) => JSON.stringify({ time, value });

test('ten tabs use one connection, a later one gets what the broker has retained, the last one closes it', async () => {
  const context = await newContext();
  const { counts } = way;
  const before = counts.all;
  const publisher = await broker.publisher();
  const time = Date.now() - 60_000;
  await publisher.publish('hall/mill/power', message(time, 1), true);
  const tabs = [];
  for (let n = 0; n < 9; n++) tabs.push(await opened(context));
  await publisher.publish('hall/mill/power', message(time + 1, 2), true);
  tabs.push(await opened(context));
  await publisher.publish('hall/mill/power', message(time + 2, 3));
  for (const [n, tab] of tabs.entries()) {
    await until(`tab ${n} knows all`, async () => (await power(tab)).includes(3));
    assert.deepEqual(await power(tab), n < 9 ? [1, 2, 3] : [2, 3]);
    assert.deepEqual(await complaintsOf(tab), []);
  }
  assert.equal(counts.all - before, 1);
  for (const { page } of tabs.slice(1)) await page.close();
  await publisher.publish('hall/mill/power', message(time + 3, 4));
  await until('the last one knows it', async () => (await power(tabs[0])).includes(4));
  assert.deepEqual([counts.all - before, counts.open], [1, 1]);
  await tabs[0].page.close();
  await until('it is closed', () => counts.open === 0);
  publisher.end();
  await context.close();
});

test('tabs with different credentials do not share', async () => {
  const context = await newContext();
  const before = way.counts.all;
  const tabs = [
    await opened(context, { password: 'one' }),
    await opened(context, { password: 'two' }),
    await opened(context, { password: 'one' }),
  ];
  assert.equal(way.counts.all - before, 2);
  for (const tab of tabs) assert.deepEqual(await complaintsOf(tab), []);
  await context.close();
  await until('they are closed', () => way.counts.open === 0);
});

test('a tab that crashes is noticed: what only it had subscribed to comes no more', async () => {
  const context = await newContext();
  const staying = await opened(context);
  const crashing = await opened(context, { topic: 'other' });
  const crashed = new Promise((resolve) => crashing.page.once('crash', resolve));
  const publisher = await broker.publisher();
  // Not to be compressed on the way.
  const large = JSON.stringify({ value: 1, rest: randomBytes(20_000).toString('base64') });
  const comes = async () => {
    const before = way.counts.bytes;
    await publisher.publish('other/mill/power', large);
    await pause(1_000);
    return way.counts.bytes - before > 10_000;
  };
  assert.equal(await comes(), true);
  crashing.page.goto('chrome://crash').catch(() => {});
  await crashed;
  await until('it comes no more', async () => !(await comes()));
  await publisher.publish('hall/mill/power', '5');
  await until('the other still reads', async () => (await power(staying)).includes(5));
  publisher.end();
  await context.close();
});
