import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provideCredentials } from '../internal/credentials.js';
import { collection, ends, property, repository, Running, submodel } from '../testing/aas-running.js';
import type { Json } from '../testing/aas-server.js';
import { fixture, fixtures } from '../testing/fixtures.js';
import { serve } from '../testing/serve.js';

const bindings = [{ signal: 'press-01/power', from: 'TimeSeries/Records[].Power' }];
const six = Date.UTC(2026, 4, 4, 6);

/** What another server was asked: method, address, body, who asks. */
interface Asked {
  readonly url: string;
  readonly asked: string[];
}

/** A server that gives one answer to everything. */
async function answering(body: string, type: string, headers: Record<string, string> = {}): Promise<Asked> {
  const asked: string[] = [];
  const { url, close } = await serve((request, response) => {
    let sent = '';
    request.on('data', (part: Buffer) => (sent += String(part)));
    request.on('end', () => {
      asked.push([request.method, request.url, sent, request.headers.authorization ?? ''].join(' ').trim());
      response.writeHead(headers['location'] ? 302 : 200, { 'content-type': type, ...headers }).end(body);
    });
  });
  ends.push(close);
  return { url, asked };
}

function variable(idShort: string, meaning: string, value = ''): Json {
  const key = { type: 'GlobalReference', value: meaning };
  return { ...property(idShort, value), semanticId: { keys: [key] } };
}

/** A time series whose record is a time and some variables. */
function series(segments: readonly Json[], variables = ['Power'], time = 'UtcTime'): Json {
  const record = [
    variable('Time', `https://admin-shell.io/idta/TimeSeries/${time}/1/1`),
    ...variables.map((name) => property(name, '')),
  ];
  return submodel(
    'urn:series',
    'TimeSeries',
    collection('Metadata', [collection('Record', record)]),
    collection('Segments', [...segments]),
  );
}

function linked(endpoint: string, query: string): Json {
  return collection('LinkedSegment', [property('Endpoint', endpoint), property('Query', query)]);
}

/** A connector that has read all segments of a time series once. */
async function read(made: Json, settings: Record<string, unknown> = {}): Promise<Running> {
  const server = await repository({ submodels: [made] });
  const running = new Running({ url: server.url, ...settings }, bindings);
  await running.reached('live');
  await running.waited(2);
  return running;
}

const rowsOf = ({ context }: Running): [number, unknown][] =>
  context.rows.map(({ time, value }) => [(time - six) / 1000, value]);
const hostOf = ({ url }: Asked): string[] => [new URL(url).host];

test('a host that the workshop file does not name is never asked, also not by a redirect, and is refused once', async () => {
  const strange = await answering('Time,Power\n2026-05-04T06:00:01Z,1\n', 'text/csv');
  const running = await read(series([linked(`${strange.url}/rows?token=hush`, 'a=1')]));
  assert.deepEqual(strange.asked, []);
  assert.deepEqual(
    running.context.refusals.map(({ place, found }) => [place, found]),
    [['urn:series Segments.LinkedSegment', `${strange.url}/rows`]],
  );
  const named = await read(series([linked(strange.url.replace('//', '//me:hush@'), 'a=1')]), {
    hosts: hostOf(strange),
    equipment: 'press-01',
  });
  assert.deepEqual(strange.asked, []);
  assert.doesNotMatch(JSON.stringify([...named.details.values(), named.context.refusals]), /hush/);
  const leading = await answering('', 'text/csv', { location: `${strange.url}/rows` });
  const led = await read(series([linked(leading.url, 'a=1')]), { hosts: hostOf(leading) });
  assert.deepEqual(leading.asked, ['GET /?a=1']);
  assert.deepEqual(strange.asked, []);
  assert.match(led.context.refusals[0].found, /leads to another address/);
});

test('credentials go to a segment on the own host and to no other', async () => {
  provideCredentials(() => ({ token: 'very-secret' }));
  ends.push(() => provideCredentials(undefined));
  const other = await answering('Time,Power\n2026-05-04T06:00:01Z,1\n', 'text/csv');
  const running = await read(series([linked(other.url, 'a=1')]), { hosts: hostOf(other) });
  assert.deepEqual(rowsOf(running), [[1, 1]]);
  assert.deepEqual(other.asked, ['GET /?a=1']);
  const asked: string[] = [];
  const { url, close } = await serve(({ url: path = '', headers }, response) => {
    const made = series([linked(`${url}/rows`, 'a=1')]);
    if (path.startsWith('/rows')) asked.push(headers.authorization ?? 'none');
    response.end(
      path.startsWith('/rows')
        ? 'Time,Power\n2026-05-04T06:00:01Z,1\n'
        : JSON.stringify({ submodels: [made] }),
    );
  });
  ends.push(close);
  const own = new Running({ file: `${url}/environment.json` }, bindings);
  await own.reached('live');
  await own.waited(2);
  assert.deepEqual(rowsOf(own), [[1, 1]]);
  assert.deepEqual(asked, ['Bearer very-secret']);
});

test('a historian that does not answer holds up no value, and is asked again later, not at each look', async () => {
  const { url, requests, close } = await serve((_, response) => {
    response.writeHead(503, { 'retry-after': '90' }).end();
  });
  ends.push(close);
  const running = await read(series([linked(url, 'a=1')]), { hosts: [new URL(url).host] });
  assert.deepEqual(running.context.statuses.at(-1)?.state, 'live');
  assert.deepEqual(requests, ['GET /?a=1']);
  running.ahead = 89_000;
  await running.waited(2);
  assert.equal(requests.length, 1);
  running.ahead = 91_000;
  await running.waited(2);
  assert.equal(requests.length, 2);
  assert.equal(running.context.refusals.length, 1);
});

test('an answer with one value a row is not taken for one of several variables', async () => {
  const historian = await answering('[{"time":"2026-05-04T06:00:01Z","value":1}]', 'application/json');
  const running = await read(series([linked(historian.url, 'a=1')], ['Power', 'Load']), {
    hosts: hostOf(historian),
  });
  assert.deepEqual(rowsOf(running), []);
  assert.match(running.context.refusals[0].found, /allowed: records with Time, Power, Load/);
});

test('an external segment is read from a file that the repository serves, and again when the submodel says so', async () => {
  const file = { modelType: 'File', idShort: 'File', contentType: 'text/csv', value: '/aasx/power.csv' };
  const external = (updated: string): Json =>
    series([collection('ExternalSegment', [file, property('LastUpdate', updated)])]);
  const server = await repository({ submodels: [external('1')] });
  const path = '/submodels/dXJuOnNlcmllcw/submodel-elements/Segments.ExternalSegment.File/attachment';
  let body = 'Time,Power\n2026-05-04T06:00:01Z,1\nnever,2\n2026-05-04T06:00:02Z,\n';
  server.overrides.set(path, () => ({ status: 200, body }));
  const running = new Running({ url: server.url }, bindings);
  await running.reached('live');
  await running.waited(3);
  assert.deepEqual(rowsOf(running), [[1, 1]]);
  assert.deepEqual(
    running.context.refusals.map(({ place, found }) => [place, found]),
    [['urn:series Segments.ExternalSegment, record 1', 'never']],
  );
  assert.equal(server.requests.filter((one) => one.endsWith('attachment')).length, 1);
  body = 'Time,Power\n2026-05-04T06:00:03Z,3\n';
  server.environment = { submodels: [external('2')] };
  await running.waited(3);
  assert.deepEqual(rowsOf(running), [
    [1, 1],
    [3, 3],
  ]);
});

test('a blob is read where it stands, or asked for by itself; seconds count from the start of its segment', async () => {
  const content = Buffer.from('[{"Time":1,"Power":10},{"Time":2.5,"Power":11}]').toString('base64');
  const external = (value?: string): Json =>
    series(
      [
        collection('ExternalSegment', [
          property('StartTime', '2026-05-04T06:00:00Z'),
          { modelType: 'Blob', idShort: 'Blob', contentType: 'application/json', value },
        ]),
      ],
      ['Power'],
      'RelativePointInTime',
    );
  const { url, close } = await serve((_, response) =>
    response.end(JSON.stringify({ submodels: [external(content)] })),
  );
  ends.push(close);
  const inFile = new Running({ file: url }, bindings);
  await inFile.reached('live');
  await inFile.waited(2);
  const server = await repository({ submodels: [external()] });
  const base = '/submodels/dXJuOnNlcmllcw';
  const element = `${base}/submodel-elements/Segments.ExternalSegment.Blob/$value`;
  const segment = { StartTime: '2026-05-04T06:00:00Z', Blob: { contentType: 'application/json' } };
  server.overrides.set(`${base}/$value`, () => ({
    status: 200,
    body: JSON.stringify({ Segments: { ExternalSegment: segment } }),
  }));
  server.overrides.set(element, (query) => ({
    status: query.get('extent') === 'withBlobValue' ? 200 : 400,
    body: JSON.stringify({ contentType: 'application/json', value: content }),
  }));
  const served = new Running({ url: server.url }, bindings);
  await served.reached('live');
  await served.waited(2);
  for (const running of [inFile, served]) {
    assert.deepEqual(rowsOf(running), [
      [1, 10],
      [2.5, 11],
    ]);
  }
});

test('many records are told in parts, so that a page can do other things', async () => {
  const rows = Array.from({ length: 9_000 }, (_, n) => `${new Date(six + n * 1000).toISOString()},${n}`);
  const historian = await answering(`Time,Power\n${rows.join('\n')}`, 'text/csv');
  const running = await read(series([linked(historian.url, 'a=1')]), { hosts: hostOf(historian) });
  assert.deepEqual(rowsOf(running).at(-1), [8_999, 8_999]);
  assert.deepEqual(running.context.batches, [4_000, 4_000, 1_000]);
});

fixtures('aas, segments', () => {
  /** The template of IDTA with some values filled in, by idShortPath. */
  function filled(values: Readonly<Record<string, string>>): string {
    const environment = JSON.parse(fixture('aas/idta/timeseries-1-1-1.json')) as { submodels: Json[] };
    for (const [path, value] of Object.entries(values)) {
      let element: Json = { value: environment.submodels[0]['submodelElements'] };
      for (const name of path.split('.'))
        element = (element['value'] as Json[]).find(({ idShort }) => idShort === name)!;
      element['value'] = value;
    }
    return JSON.stringify(environment);
  }

  test('the template of time series, filled in, is told of and read in all three ways', async () => {
    const historian = await answering(
      '[{"Time":3,"sampleAccelerationX":30,"sampleAccelerationY":7}]',
      'application/json',
    );
    const csv = 'Time,sampleAccelerationX,sampleAccelerationY\n1,10,5\n2,20,6\n';
    const { url, close } = await serve(({ url: path }, response) =>
      response.end(path === '/series/x.csv' ? csv : environment),
    );
    ends.push(close);
    const start = '2026-05-04T06:00:00Z';
    const environment = filled({
      'Segments.ExternalSegment.StartTime': start,
      'Segments.ExternalSegment.File': 'series/x.csv',
      'Segments.LinkedSegment.StartTime': start,
      'Segments.LinkedSegment.EndTime': '2026-05-04T07:00:00Z',
      'Segments.LinkedSegment.Endpoint': `${historian.url}/rows`,
      'Segments.LinkedSegment.Query': 'axis=x',
      'Segments.InternalSegment.StartTime': start,
      'Segments.InternalSegment.Records.Record.Time': '4',
      'Segments.InternalSegment.Records.Record.sampleAccelerationX': '40',
    });
    const x = [{ signal: 'press-01/power', from: 'TimeSeries/Records[].sampleAccelerationX' }];
    const settings = { file: `${url}/environment.json`, hosts: hostOf(historian), equipment: 'press-01' };
    const running = new Running(settings, x);
    await running.reached('live');
    await running.waited(2);
    assert.deepEqual(rowsOf(running), [
      [4, 40],
      [1, 10],
      [2, 20],
      [3, 30],
    ]);
    assert.deepEqual(historian.asked, ['GET /rows?axis=x']);
    assert.deepEqual(running.context.refusals, []);
    const group = ['TimeSeries', 'Meaningful name for labeling.'];
    const told = running.details
      .get('press-01')!
      .map(({ section, name, value, group: of }) => [section, name, value, of]);
    assert.deepEqual(told, [
      ['technicalData', 'StartTime', start, group],
      ['technicalData', 'File', 'series/x.csv', group],
      ['technicalData', 'StartTime', start, group],
      ['technicalData', 'EndTime', '2026-05-04T07:00:00Z', group],
      ['technicalData', 'Endpoint', `${historian.url}/rows`, group],
      ['technicalData', 'Query', 'axis=x', group],
    ]);
  });

  test('the template of time series as it is says nothing, and nothing is asked or refused for it', async () => {
    const { url, requests, close } = await serve((_, response) => response.end(filled({})));
    ends.push(close);
    const running = new Running({ file: url, equipment: 'press-01' }, [
      { signal: 'press-01/power', from: 'TimeSeries/Records[].sampleAccelerationX' },
    ]);
    await running.reached('live');
    await running.waited(2);
    assert.deepEqual(running.details.get('press-01'), []);
    assert.ok(requests.every((one) => one === 'GET /'));
    assert.deepEqual(
      running.context.refusals.map(({ place }) => place),
      ['https://admin-shell.io/idta/SubmodelTemplate/TimeSeries/1/1 Segments.InternalSegment.Records.Record'],
    );
  });
});
