import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type Failure, failingServer, failures } from '../../testing/failing-server.js';
import { ask, addressOf, bytesOf, type HttpRequest, jsonTypes } from './http.js';
import { HttpError, retryAfterOf } from './http-error.js';

const server = await failingServer();
after(() => server.close());

function request(more: Partial<HttpRequest> = {}): HttpRequest {
  return { url: server.url, signal: new AbortController().signal, patience: 400, types: jsonTypes, ...more };
}

const json = async (more: Partial<HttpRequest> = {}): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode(await ask(request(more), (response) => bytesOf(response, 4_000_000))));

/** What is said of each failure: the sentence, whether it is final, how long to wait. */
const told: Readonly<Record<Failure, [sentence: RegExp, isFinal: boolean, retryAfter: number]>> = {
  slow: [/did not answer within 0\.4 s/, false, 0],
  drip: [/did not answer within 0\.4 s/, false, 0],
  cut: [/cannot be reached: ./, false, 0],
  cutInChunk: [/cannot be reached: ./, false, 0],
  wrongType: [/sent text\/html, allowed: application\/json/, true, 0],
  tooOften: [/answered 429: it is asked too often/, false, 7_000],
  tooOftenUntil: [/answered 429/, false, 9_000],
  unavailable: [/answered 503: it is not available now/, false, 2_000],
  internalError: [/answered 500/, false, 0],
  unauthorized: [/answered 401: it does not know who asks/, true, 0],
  forbidden: [/answered 403: it does not allow this/, true, 0],
  notFound: [/answered 404: there is nothing/, true, 0],
  redirectLoop: [/cannot be reached: redirect count exceeded/, false, 0],
  truncated: [/JSON/, false, 0],
  huge: [/sent more than 4000000 bytes/, true, 0],
  notCompressed: [/cannot be reached: ./, false, 0],
  empty: [/JSON/, false, 0],
  silent: [/did not answer within 0\.4 s/, false, 0],
  closed: [/cannot be reached: ./, false, 0],
  notHttp: [/cannot be reached: ./, false, 0],
};

for (const failure of failures) {
  test(`ask() tells in a sentence that a server fails: ${failure}`, async () => {
    server.failure = failure;
    const error = await json().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    server.failure = undefined;
    const [sentence, isFinal, retryAfter] = told[failure];
    assert.ok(error instanceof Error);
    assert.match(error.message, sentence);
    // That it is no JSON is found by whoever reads it.
    if (failure === 'truncated' || failure === 'empty') return;
    assert.ok(error instanceof HttpError, String(error));
    assert.equal(error.message.startsWith(server.url), true);
    assert.deepEqual([error.isFinal, error.retryAfter], [isFinal, retryAfter]);
  });
}

test('ask() gives what the server sent', async () => {
  assert.deepEqual(await json(), { value: 1 });
});

test('ask() rejects with the reason of the signal when it is aborted, also while it reads', async () => {
  const controller = new AbortController();
  server.failure = 'drip';
  const asked = json({ signal: controller.signal, patience: 5_000 });
  setTimeout(() => controller.abort(new Error('no longer')), 50);
  await assert.rejects(asked, /no longer/);
  await assert.rejects(json({ signal: controller.signal }), /no longer/);
  server.failure = undefined;
});

test('ask() sends a user name and a password as Basic, a token as Bearer, and headers as they are', async () => {
  const sent = async (credentials: HttpRequest['credentials']): Promise<unknown[]> => {
    await json({ credentials });
    const { headers } = server.requests.at(-1)!;
    return [headers.authorization, headers['x-key']];
  };
  assert.deepEqual(await sent(undefined), [undefined, undefined]);
  assert.deepEqual(await sent({ username: 'Ölpresse', password: 'p:w' }), [
    'Basic w5ZscHJlc3NlOnA6dw==',
    undefined,
  ]);
  assert.deepEqual(await sent({ token: 'abc' }), ['Bearer abc', undefined]);
  assert.deepEqual(await sent({ headers: { 'X-Key': 'k' } }), [undefined, 'k']);
});

test('ask() follows a redirect, but not with credentials', async () => {
  const target = await failingServer();
  const origin = await failingServer((_, response) =>
    response.writeHead(307, { location: target.url }).end(),
  );
  try {
    assert.deepEqual(await json({ url: origin.url }), { value: 1 });
    const asked = json({ url: origin.url, credentials: { headers: { 'X-Key': 'secret' } } });
    const error = await asked.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof HttpError && error.isFinal);
    assert.match(error.message, /leads to another address, where credentials are not sent/);
    assert.equal(target.requests.length, 1);
  } finally {
    await target.close();
    await origin.close();
  }
});

test('ask() waits on while something is heard', async () => {
  server.failure = 'drip';
  let count = 0;
  const read = async (response: Response, heard: () => void): Promise<void> => {
    const reader = response.body!.getReader();
    while (count < 10 && !(await reader.read()).done) {
      count++;
      heard();
    }
  };
  await ask(request({ patience: 150 }), read);
  server.failure = undefined;
  assert.equal(count, 10);
});

test('retryAfterOf() reads seconds and dates, at most an hour, and nothing else', () => {
  const now = Date.UTC(2026, 4, 4, 6);
  assert.equal(retryAfterOf('120', now), 120_000);
  assert.equal(retryAfterOf('Mon, 04 May 2026 06:00:30 GMT', now), 30_000);
  assert.equal(retryAfterOf('Mon, 04 May 2026 05:00:00 GMT', now), 0);
  assert.equal(retryAfterOf('999999999', now), 3_600_000);
  assert.deepEqual(
    [null, '', 'soon', '-5'].map((header) => retryAfterOf(header, now)),
    [0, 0, 0, 0],
  );
});

test('addressOf() leaves out what may be secret', () => {
  assert.equal(addressOf('https://user:word@host:8080/a/b?token=x#y'), 'https://host:8080/a/b');
  assert.equal(addressOf('/api/values?key=1'), '/api/values');
});
