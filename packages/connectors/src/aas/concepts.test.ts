import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collection, property, repository, Running, submodel } from '../testing/aas-running.js';
import type { AasServer, Json } from '../testing/aas-server.js';
import { encodedId } from './client.js';

const number = (idShort: string, concept: string): Json => ({
  ...property(idShort, '7.5', 'xs:double'),
  semanticId: { keys: [{ type: 'GlobalReference', value: concept }] },
});

/** A repository with so many numbers without a unit, each of another concept. */
function machine(count: number): Promise<AasServer> {
  const numbers = Array.from({ length: count }, (_, index) => number(`N${index}`, `urn:c:${index}`));
  return repository({ submodels: [submodel('urn:t', 'TechnicalData', collection('Areas', numbers))] });
}

function describe(server: AasServer, index: number, body: string): void {
  server.overrides.set(`/concept-descriptions/${encodedId(`urn:c:${index}`)}`, () => ({ status: 200, body }));
}

async function run(server: AasServer): Promise<Running> {
  const running = new Running({ url: server.url, equipment: 'press-01' });
  await running.reached('live');
  await running.waited(2);
  return running;
}

const asked = ({ requests }: AasServer): number =>
  requests.filter((one) => one.includes('/concept-descriptions/')).length;

test('a unit that only the concept says is asked for once, and a concept that is not there is refused', async () => {
  const server = await machine(2);
  const content = {
    unit: 'kW',
    preferredName: [{ language: 'en', text: 'rated power' }],
  };
  describe(
    server,
    0,
    JSON.stringify({ id: 'urn:c:0', embeddedDataSpecifications: [{ dataSpecificationContent: content }] }),
  );
  const running = await run(server);
  assert.deepEqual(running.details.get('press-01'), [
    {
      section: 'technicalData',
      name: 'N0',
      value: '7.5',
      label: { en: 'rated power' },
      unit: 'kW',
      group: ['Areas'],
    },
    { section: 'technicalData', name: 'N1', value: '7.5', group: ['Areas'] },
  ]);
  assert.deepEqual(
    running.context.refusals.map(({ place, allowed }) => [place, allowed]),
    [['urn:c:1', 'a concept description']],
  );
  await running.waited(3);
  assert.equal(asked(server), 2);
});

test('a repository without concepts is asked four times, one with them a hundred times', async () => {
  const without = await machine(150);
  await run(without);
  assert.equal(asked(without), 4);
  const all = await machine(150);
  for (let index = 0; index < 150; index++) describe(all, index, '{}');
  await run(all);
  assert.equal(asked(all), 100);
});
