import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ends, presses, repository, Running } from '../testing/aas-running.js';
import { failingServer, failures } from '../testing/failing-server.js';
import { fixture, fixtureBytes, fixtures } from '../testing/fixtures.js';
import { serve } from '../testing/serve.js';
import { encodedId } from './client.js';

test('encodedId() is base64url of UTF-8 without padding', () => {
  // The first from the specification of the API, the second by `printf … | base64`.
  assert.equal(encodedId('https://admin-shell.io/sampleSM'), 'aHR0cHM6Ly9hZG1pbi1zaGVsbC5pby9zYW1wbGVTTQ');
  assert.equal(encodedId('冲床>?'), '5Yay5bqKPj8');
});

test('a shell is equipment by its id; the same path means the own submodel of each', async () => {
  const { url, requests } = await repository(presses);
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
  const { url } = await repository(presses);
  const running = new Running({ url, equipment: { 'urn:press:4': 'press-99' } });
  await running.reached('live');
  assert.deepEqual(running.context.refusals, [
    { place: 'equipment', found: 'press-99', allowed: 'the id of an equipment' },
  ]);
  assert.equal(running.details.size, 0);
});

test('a binding to what is not there, or there twice, is refused with what there is, and the others go on', async () => {
  const { url } = await repository(presses);
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
  const { url, overrides, requests } = await repository(presses);
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

test('a value that has gone from its submodel, or is not of its type any more, has ended', async () => {
  const { url, overrides } = await repository(presses);
  const path = `/submodels/${encodedId('urn:data:1')}/$value`;
  const running = new Running({ url }, [{ signal: 'press-01/power', from: 'urn:data:1/Power' }]);
  await running.reached('live');
  for (const body of ['{}', '{"Power": 7}', '{"Power": "a lot"}', '{}', '{"Power": 7}']) {
    overrides.set(path, () => ({ status: 200, body }));
    await running.waited(2);
  }
  assert.deepEqual(
    running.values.map(([, value]) => value),
    [1000, undefined, 7, undefined, 7],
  );
  assert.deepEqual(
    running.context.refusals.map(({ found }) => found),
    ['nothing', 'a lot'],
  );
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
    await ends.pop()!();
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
