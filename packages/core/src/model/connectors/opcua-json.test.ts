import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readWorkshop } from '../workshop.js';

const entry = (more: object): object => ({ type: 'opcua-json', url: 'ws://broker', ...more });
const bindings = [{ signal: 'mill/power', from: 'P/1#Power' }];

function read(connector: object) {
  const { workshop, problems } = readWorkshop({
    id: 'shop',
    equipment: [{ id: 'mill', level: 'workUnit' }],
    connectors: [connector],
  });
  const told = problems.map(({ path, found, allowed }) => [path, found, allowed]);
  return { connectors: workshop?.connectors ?? [], told };
}

describe('an entry of OPC UA PubSub JSON', () => {
  it('needs the address of a broker, and bindings or a profile with equipment', () => {
    const profile = { profile: 'machinery', equipment: { mill: 'P/1' } };
    for (const more of [
      { bindings },
      profile,
      { bindings, ...profile, qos: 1, clientId: 'a', topics: ['a/#'] },
    ]) {
      const { connectors, told } = read(entry(more));
      assert.deepEqual(told, []);
      assert.equal(connectors[0].id, 'opcua-json-1');
    }
  });

  const bound = 'publisher/writer#field, with + for any publisher or writer';
  const mistakes: [title: string, more: object, told: readonly [string, string, string]][] = [
    ['no binding', {}, ['bindings', 'nothing', 'bindings, or a profile with equipment']],
    [
      'a profile alone',
      { profile: 'machinery' },
      ['bindings', 'nothing', 'bindings, or a profile with equipment'],
    ],
    ['equipment alone', { bindings, equipment: { mill: 'P' } }, ['equipment', '{…}', 'a profile beside it']],
    ['an unknown profile', { bindings, profile: 'packml' }, ['profile', '"packml"', 'machinery']],
    ['no topics', { bindings, topics: [] }, ['topics', '[]', 'a list of topics']],
    [
      'a field without #',
      { bindings: [...bindings, { signal: 'mill/energy', from: 'E' }] },
      ['bindings[1].from', '"E"', bound],
    ],
  ];
  for (const [title, more, [key, found, allowed]] of mistakes) {
    it(`is told of ${title}`, () => {
      const [told] = read(entry(more)).told;
      assert.deepEqual([told[0], told[2]], [`connectors[0].${key}`, allowed]);
      if (key !== 'equipment') assert.equal(told[1], found);
    });
  }
});
