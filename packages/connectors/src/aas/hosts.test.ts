import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provideCredentials } from '../internal/credentials.js';
import { ends, presses, repository, Running } from '../testing/aas-running.js';
import type { AasServer, Json } from '../testing/aas-server.js';
import { serve } from '../testing/serve.js';
import { encodedId } from './client.js';

test('a registry leads to its own host and those in hosts, and nowhere else', async () => {
  const [home, allowed, strange] = [
    await repository(presses),
    await repository(presses),
    await repository(presses),
  ];
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
