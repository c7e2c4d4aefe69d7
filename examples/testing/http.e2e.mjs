import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { socketServer } from '../../tools/internal/socket-server.mjs';
import { complaintsOf, examples } from './browser.mjs';

const socket = await socketServer();
after(() => socket.close());

let power = 12_500;
let asked = 0;
let notModified = 0;
const streams = new Set();
const { open } = await examples({
  connect: [socket.url],
  handle(request, response) {
    if (request.url === '/plc/values') {
      asked++;
      const etag = `"${power}"`;
      if (request.headers['if-none-match'] === etag) {
        notModified++;
        response.writeHead(304).end();
      } else {
        const body = JSON.stringify({ mill: { watts: power } });
        response.writeHead(200, { 'content-type': 'application/json', etag }).end(body);
      }
      return true;
    }
    if (request.url === '/plc/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n');
      streams.add(response);
      return true;
    }
    return false;
  },
});

const workshop = {
  id: 'hall',
  name: 'Hall',
  timeZone: 'UTC',
  equipment: [{ id: 'mill', name: 'Mill', level: 'workUnit' }],
  connectors: [
    {
      type: 'rest',
      id: 'plc',
      url: '/plc/values',
      interval: 50,
      bindings: [{ signal: 'mill/power', from: '/mill/watts', unit: 'W' }],
    },
    {
      type: 'sse',
      id: 'events',
      url: '/plc/events',
      bindings: [{ signal: 'mill/state', from: 'execution', vocabulary: 'mtconnect' }],
    },
    {
      type: 'websocket',
      id: 'gateway',
      url: socket.url,
      login: { token: '{token}' },
      bindings: [{ signal: 'mill/program', from: '/program' }],
    },
  ],
};

test('a page reads REST, server-sent events and a WebSocket at once', async () => {
  const at = await open('testing/blank.html');
  const { page } = at;
  await page.evaluate(async (workshop) => {
    const { provideCredentials, Twin, parseWorkshop } = await import('/twinfloor.js');
    provideCredentials(({ id }) => (id === 'gateway' ? { token: 'of-the-page' } : undefined));
    const twin = new Twin(parseWorkshop(workshop), {
      scheduler: (callback) => void requestAnimationFrame(callback),
    });
    document.body.append(
      Object.assign(document.createElement('twin-equipment'), { twin, equipment: 'mill' }),
    );
    window.twin = twin;
    twin.start();
    await window.until(() => twin.connections.every(({ status }) => status.state === 'live'));
  }, workshop);
  assert.deepEqual(socket.received, ['{"token":"of-the-page"}']);

  for (const stream of streams) stream.write('event: execution\ndata: "ACTIVE"\n\n');
  socket.send('{"program": "P7"}');
  await page.evaluate(() =>
    window.until(
      () =>
        twin.series('mill/state', 'state')?.length > 0 &&
        twin.series('mill/program', 'text')?.length > 0 &&
        twin.series('mill/power', 'number')?.length > 0,
    ),
  );
  power = 13_000;
  await page.evaluate(() => window.until(() => twin.series('mill/power', 'number').length > 1));
  const values = await page.evaluate(() => {
    const series = twin.series('mill/power', 'number');
    return Array.from({ length: series.length }, (_, index) => series.valueAt(index));
  });
  assert.deepEqual(values, [12.5, 13]);
  assert.ok(asked > 2 && notModified > 0, `${asked} questions, ${notModified} times nothing new`);

  const refusals = await page.evaluate(() => twin.connections.map(({ refusals }) => refusals.count));
  assert.deepEqual(refusals, [0, 0, 0]);
  assert.deepEqual(await complaintsOf(at), []);
  await page.close();
});
