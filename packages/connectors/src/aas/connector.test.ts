import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { Binding, ConnectorSettings, EquipmentDetail } from '@twinfloor/core';
import { ConformanceContext } from '@twinfloor/core/conformance';
import { provideCredentials } from '../internal/credentials.js';
import { type AasServer, aasServer, type Json, type ServedEnvironment } from '../testing/aas-server.js';
import { failingServer, failures } from '../testing/failing-server.js';
import { fixture, fixtureBytes, fixtures } from '../testing/fixtures.js';
import { serve } from '../testing/serve.js';
import { encodedId } from './client.js';
import { aas } from './index.js';

type Ends = () => unknown;
const ends: Ends[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A running connector, and what it told. */
class Running {
  readonly context: ConformanceContext;
  readonly details = new Map<string, readonly EquipmentDetail[]>();

  constructor(settings: Record<string, unknown>, bindings: readonly Binding[] = []) {
    this.context = new ConformanceContext({
      signals: {
        'press-01/power': 'number',
        'press-02/power': 'number',
        'press-03/power': 'number',
        'press-01/program': 'text',
      },
    });
    this.context.describe = (equipment, details) => void this.details.set(equipment, details);
    const entry: ConnectorSettings = {
      type: 'aas',
      id: 'aas-1',
      bindings,
      settings: { interval: 10, ...settings },
    };
    const running = aas(entry).run(this.context);
    ends.push(() => {
      this.context.abort();
      return running;
    });
  }

  async reached(state: string): Promise<void> {
    const last = (): string => this.context.statuses.at(-1)?.state ?? '';
    for (const begin = Date.now(); last() !== state; await new Promise((resolve) => setTimeout(resolve, 5))) {
      const seen = JSON.stringify(this.context.statuses);
      assert.ok(Date.now() - begin < 5_000, `waited for ${state}, found ${seen}`);
    }
  }

  get values(): [string, unknown][] {
    return this.context.rows.map(({ signal, value }) => [signal, value]);
  }
}

function property(idShort: string, value: string, valueType = 'xs:string'): Json {
  return { modelType: 'Property', idShort, valueType, value };
}

function submodel(id: string, idShort: string, ...submodelElements: Json[]): Json {
  return { modelType: 'Submodel', id, idShort, submodelElements };
}

function shell(id: string, ...ids: string[]): Json {
  return {
    id,
    submodels: ids.map((value) => ({ type: 'ModelReference', keys: [{ type: 'Submodel', value }] })),
  };
}

/** Five shells, so that the list has three pages; each has a nameplate and operational data of the same names. */
const presses: ServedEnvironment = {
  assetAdministrationShells: [1, 2, 3, 4, 5].map((n) =>
    shell(`urn:press:${n}`, `urn:plate:${n}`, `urn:data:${n}`),
  ),
  submodels: [1, 2, 3, 4, 5].flatMap((n) => [
    submodel(`urn:plate:${n}`, 'Nameplate', property('SerialNumber', `SN-${n}`), {
      modelType: 'File',
      idShort: 'CompanyLogo',
      contentType: 'image/png',
      value: '/aasx/logo.png',
    }),
    submodel(`urn:data:${n}`, 'OperationalData', property('Power', `${n}000`, 'xs:double')),
  ]),
};

async function repository(environment = presses): Promise<AasServer> {
  const server = await aasServer(environment);
  ends.push(() => server.close());
  return server;
}

test('encodedId() is base64url of UTF-8 without padding', () => {
  // The first from the specification of the API, the second by `printf … | base64`.
  assert.equal(encodedId('https://admin-shell.io/sampleSM'), 'aHR0cHM6Ly9hZG1pbi1zaGVsbC5pby9zYW1wbGVTTQ');
  assert.equal(encodedId('冲床>?'), '5Yay5bqKPj8');
});

test('a shell is equipment by its id; the same path means the own submodel of each', async () => {
  const { url, requests } = await repository();
  const running = new Running(
    { url: `${url}/`, equipment: { 'urn:press:1': 'press-01', 'urn:press:5': 'press-02' } },
    [
      { signal: 'press-01/power', from: 'OperationalData/Power', unit: 'W' },
      { signal: 'press-02/power', from: 'OperationalData/Power', unit: 'W' },
    ],
  );
  await running.reached('live');
  assert.deepEqual(running.values, [
    ['press-01/power', 1],
    ['press-02/power', 5],
  ]);
  assert.deepEqual(running.details.get('press-02'), [
    { section: 'nameplate', name: 'SerialNumber', value: 'SN-5' },
    {
      section: 'nameplate',
      name: 'CompanyLogo',
      value: '/aasx/logo.png',
      href: `${url}/submodels/dXJuOnBsYXRlOjU/submodel-elements/CompanyLogo/attachment`,
      contentType: 'image/png',
    },
  ]);
  assert.deepEqual([...running.details.keys()], ['press-01', 'press-02']);
  assert.deepEqual(
    requests.filter((one) => one.startsWith('GET /shells')),
    ['GET /shells', 'GET /shells?cursor=2', 'GET /shells?cursor=4'],
  );
  // The submodels of the other shells are nobody's business.
  assert.equal(
    requests.some((one) => one.includes(encodedId('urn:data:3'))),
    false,
  );
});

test('a shell that is an equipment which the workshop has not is refused, and nothing is told of it', async () => {
  const { url } = await repository();
  const running = new Running({ url, equipment: { 'urn:press:4': 'press-99' } });
  await running.reached('live');
  assert.deepEqual(running.context.refusals, [
    { place: 'equipment', found: 'press-99', allowed: 'the id of an equipment' },
  ]);
  assert.equal(running.details.size, 0);
});

test('a binding to what is not there, or there twice, is refused with what there is, and the others go on', async () => {
  const { url } = await repository();
  const running = new Running({ url }, [
    { signal: 'press-01/power', from: 'urn:data:2/Power' },
    { signal: 'press-02/power', from: 'OperationalData/Power' },
    { signal: 'press-01/program', from: 'Program/Name' },
    { signal: 'press-01/program', from: 'urn:data:2/Axis.Name' },
  ]);
  await running.reached('live');
  assert.deepEqual(running.values, [['press-01/power', 2000]]);
  assert.deepEqual(
    running.context.refusals.map(({ place, found }) => [place, found]),
    [
      ['OperationalData/Power', '5 submodels OperationalData'],
      ['Program/Name', 'no submodel Program'],
      ['urn:data:2/Axis.Name', 'nothing'],
    ],
  );
});

test('a server without the value-only form is asked for the whole submodel, and answers that have not changed cost nothing', async () => {
  const { url, overrides, requests } = await repository();
  overrides.set(`/submodels/${encodedId('urn:data:1')}/$value`, () => ({ status: 501, body: '{}' }));
  overrides.set(`/submodels/${encodedId('urn:data:2')}/$value`, () => ({ status: 404, body: '{}' }));
  const running = new Running({ url }, [
    { signal: 'press-01/power', from: 'urn:data:1/Power' },
    { signal: 'press-02/power', from: 'urn:data:2/Power' },
  ]);
  await running.reached('live');
  const values = [
    ['press-01/power', 1000],
    ['press-02/power', 2000],
  ];
  assert.deepEqual(running.values, values);
  const { confirmations } = running.context;
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.ok(running.context.confirmations > confirmations);
  assert.deepEqual(running.values, values);
  assert.equal(requests.filter((one) => one.endsWith('$value')).length, 2);
});

test('a registry leads to its own host and those in hosts, and nowhere else', async () => {
  const [home, allowed, strange] = [await repository(), await repository(), await repository()];
  const endpoint = (server: AasServer, id: string): Json => ({
    interface: 'SUBMODEL-3.0',
    protocolInformation: { href: `${server.url}/submodels/${encodedId(id)}` },
  });
  const descriptors = [
    {
      id: 'urn:press:1',
      submodelDescriptors: [
        { id: 'urn:data:1', endpoints: [endpoint(strange, 'urn:data:1')] },
        { id: 'urn:plate:1', endpoints: [endpoint(strange, 'urn:plate:1'), endpoint(home, 'urn:plate:1')] },
      ],
    },
    {
      id: 'urn:press:2',
      submodelDescriptors: [{ id: 'urn:data:2', endpoints: [endpoint(allowed, 'urn:data:2')] }],
    },
    {
      id: 'urn:press:3',
      endpoints: [
        {
          interface: 'AAS-3.0',
          protocolInformation: { href: `${home.url}/shells/${encodedId('urn:press:3')}` },
        },
      ],
    },
  ];
  home.overrides.set('/shell-descriptors', () => ({
    status: 200,
    body: JSON.stringify({ result: descriptors }),
  }));
  const equipment = { 'urn:press:1': 'press-01', 'urn:press:2': 'press-02', 'urn:press:3': 'press-03' };
  const hosts = [new URL(allowed.url).host];
  provideCredentials(() => ({ token: 'secret' }));
  ends.push(() => provideCredentials(undefined));
  const running = new Running({ registry: home.url, hosts, equipment }, [
    { signal: 'press-02/power', from: 'OperationalData/Power' },
  ]);
  await running.reached('live');
  assert.deepEqual(running.values, [['press-02/power', 2000]]);
  assert.equal(running.details.get('press-01')?.[0].value, 'SN-1');
  assert.equal(running.details.get('press-03')?.[0].value, 'SN-3');
  assert.deepEqual(strange.requests, []);
  const refused = running.context.refusals.map(({ found }) => found);
  assert.deepEqual(refused, [
    `${strange.url}/submodels/${encodedId('urn:data:1')}`,
    `${strange.url}/submodels/${encodedId('urn:plate:1')}`,
  ]);
});

test('credentials go to the host of the workshop file alone, and stand in no status and no refusal', async () => {
  const seen = new Map<string, string[]>();
  const server = async (name: string): Promise<string> => {
    seen.set(name, []);
    const { url, close } = await serve(({ headers }, response) => {
      seen.get(name)!.push(headers.authorization ?? 'none');
      const data = { id: 'urn:data', idShort: 'Data', submodelElements: [] };
      const list = {
        result: [
          {
            id: 'urn:press',
            submodelDescriptors: [
              { id: 'urn:data', endpoints: [{ protocolInformation: { href: `${other}/submodels/x` } }] },
            ],
          },
        ],
      };
      response.end(JSON.stringify(name === 'home' ? list : data));
    });
    ends.push(close);
    return url;
  };
  let other = '';
  const home = await server('home');
  other = await server('other');
  provideCredentials(() => ({ token: 'very-secret' }));
  ends.push(() => provideCredentials(undefined));
  const running = new Running({ registry: home, hosts: [new URL(other).host] });
  await running.reached('live');
  assert.deepEqual([seen.get('home'), seen.get('other')], [['Bearer very-secret'], ['none']]);
  assert.doesNotMatch(JSON.stringify([running.context.statuses, running.context.refusals]), /very-secret/);
});

test('a source that fails in any way is told in a sentence, and tried again unless that is of no use', async () => {
  const server = await failingServer();
  ends.push(() => server.close());
  for (const failure of failures) {
    server.failure = failure;
    const running = new Running({ file: server.url, timeout: 300 });
    for (const begin = Date.now(); running.context.statuses.length < 2 && Date.now() - begin < 5_000;)
      await new Promise((resolve) => setTimeout(resolve, 5));
    const { state, detail } = running.context.statuses[1];
    assert.ok(state === 'waiting' || state === 'failed', `${failure}: ${state}`);
    assert.ok(detail, failure);
    await (ends.pop() as Ends)();
  }
});

test('a segment is read by its times: UTC, atomic time, and seconds after its start', async () => {
  const time = (kind: string, value: string): Json => ({
    ...property('Time', value),
    semanticId: {
      keys: [{ type: 'GlobalReference', value: `https://admin-shell.io/idta/TimeSeries/${kind}/1/1` }],
    },
  });
  const collection = (idShort: string, value: Json[]): Json => ({
    modelType: 'SubmodelElementCollection',
    idShort,
    value,
  });
  const series = (kind: string, ...times: string[]): Json =>
    submodel(
      'urn:series',
      'TimeSeries',
      collection('Segments', [
        collection('InternalSegment', [
          property('StartTime', '2026-05-04T06:00:00Z'),
          collection(
            'Records',
            times.map((at, n) =>
              collection(`Record${n}`, [time(kind, at), property('Power', String(n + 1), 'xs:double')]),
            ),
          ),
        ]),
      ]),
    );
  const expected = [Date.UTC(2026, 4, 4, 6, 0, 1), Date.UTC(2026, 4, 4, 6, 0, 3, 500)];
  for (const made of [
    series('UtcTime', '2026-05-04T06:00:01Z', '2026-05-04T14:00:03.5+08:00'),
    series('TaiTime', '2026-05-04T06:00:38Z', '2026-05-04T06:00:40.5Z'),
    series('RelativePointInTime', '1', '3.5'),
    series('RelativeDuration', '1', '2.5'),
  ]) {
    const { url } = await repository({ submodels: [made] });
    const running = new Running({ url }, [{ signal: 'press-01/power', from: 'TimeSeries/Records[].Power' }]);
    await running.reached('live');
    assert.deepEqual(
      running.context.rows.map(({ time, value }) => [time, value]),
      [
        [expected[0], 1],
        [expected[1], 2],
      ],
    );
  }
});

fixtures('aas, connector', () => {
  async function fileServer(bytes: string | Uint8Array): Promise<string> {
    const { url, close } = await serve((_, response) => response.end(bytes));
    ends.push(close);
    return url;
  }

  test('a file feeds signals and says what a nameplate says, in JSON and in a package', async () => {
    const file = await fileServer(fixture('aas/basyx/operationalDataEnvironment.json'));
    const meter = new Running({ file }, [
      { signal: 'press-01/power', from: 'OperationalData/ViaHTTP.Active_Power_All', unit: 'W' },
    ]);
    await meter.reached('live');
    assert.deepEqual(meter.values, [['press-01/power', 109.5727967447997]]);
    for (const bytes of [
      fixture('aas/idta/nameplate-3-0-1.json'),
      fixtureBytes('aas/idta/nameplate-3-0-1.aasx'),
    ]) {
      const plate = new Running({ file: await fileServer(bytes), equipment: 'press-01' });
      await plate.reached('live');
      const details = plate.details.get('press-01')!;
      const valueOf = (name: string): unknown => details.find((one) => one.name === name)?.value;
      assert.deepEqual(valueOf('ManufacturerName'), { de: '"Muster AG"' });
      assert.equal(valueOf('SerialNumber'), '12345678');
      assert.equal(valueOf('YearOfConstruction'), '2022');
      assert.deepEqual(details.find(({ name }) => name === 'IssueDate')?.group, ['Markings']);
      assert.ok(details.every(({ section, href }) => section === 'nameplate' && href === undefined));
      assert.equal(details.length, 23);
    }
  });

  test('technical data are told by area, and a list has a row for each of its values', async () => {
    const file = await fileServer(fixture('aas/idta/technicaldata-sample-2-0.json'));
    const running = new Running({ file, equipment: 'press-01' });
    await running.reached('live');
    const details = running.details.get('press-01')!;
    const material = details.filter(({ name }) => name === 'Material_of_the_housing');
    assert.deepEqual(
      material.map(({ section, value, group }) => [section, value, group]),
      [
        ['technicalData', 'plastic', ['TechnicalPropertyAreas', 'ECLASS']],
        ['technicalData', 'brass nickel-plated', ['TechnicalPropertyAreas', 'ECLASS']],
      ],
    );
  });
});
