import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Discovery } from '@twinfloor/core';
import { readWorkshop } from '@twinfloor/core/workshop';
import { workshopFile } from './workshop-file.js';
import { together } from './workshop-parts.js';

const names = { name: 'Hall 3', timeZone: 'Asia/Shanghai' };

function discovery(
  type: string,
  id: string,
  signal: object,
  refusals: Discovery['refusals'] = [],
): Discovery {
  return {
    equipment: [{ id, name: 'Press 1', level: 'workUnit' }],
    signals: [{ name: 'pressure', kind: 'number', ...signal }],
    connector: { type, url: 'ws://broker:9001', bindings: [{ signal: `${id}/pressure`, from: 'a/b#/c' }] },
    refusals,
  };
}

suite('workshopFile()', () => {
  test('puts what sources propose into one file without a problem, with a floor, a type by name and a schema', () => {
    const parts = together([discovery('mqtt', 'press-1', { unit: 'bar' })]);
    const { text } = workshopFile(parts, names);
    const file = JSON.parse(text) as Record<string, unknown>;
    assert.deepEqual(readWorkshop(file).problems, []);
    assert.deepEqual(file, {
      $schema: 'https://twinfloor.dev/schema/workshop-1.json',
      id: 'hall-3',
      name: 'Hall 3',
      timeZone: 'Asia/Shanghai',
      equipment: [
        {
          id: 'workshop',
          name: 'Hall 3',
          level: 'area',
          floor: {
            width: 14,
            depth: 10,
            aisles: [
              {
                points: [
                  [2.5, 2.5],
                  [11.5, 2.5],
                ],
                width: 3,
              },
              {
                points: [
                  [2.5, 2.5],
                  [2.5, 8.7],
                ],
                width: 3,
              },
              {
                points: [
                  [11.5, 2.5],
                  [11.5, 8.7],
                ],
                width: 3,
              },
            ],
          },
        },
        {
          id: 'press-1',
          name: 'Press 1',
          level: 'workUnit',
          parent: 'workshop',
          type: 'press',
          placement: { x: 7, y: 6.6 },
        },
      ],
      signals: [{ name: 'pressure', kind: 'number', unit: 'bar' }],
      connectors: [
        {
          type: 'mqtt',
          url: 'ws://broker:9001',
          bindings: [{ signal: 'press-1/pressure', from: 'a/b#/c' }],
        },
      ],
    });
    assert.ok(
      text.split('\n').every((line) => line.length < 130),
      text,
    );
  });

  test('machines of two sources with one id are two machines, and signals of one name keep their meaning', () => {
    const parts = together([
      discovery('mqtt', 'press', { unit: 'bar' }),
      { ...discovery('sparkplug', 'press', { unit: 'Pa' }), ...sparkplugBinding },
    ]);
    assert.deepEqual(
      parts.equipment.map(({ id }) => id),
      ['press', 'press-2'],
    );
    assert.deepEqual(parts.signals, [
      { name: 'pressure', kind: 'number', unit: 'bar', equipment: ['press'] },
      { name: 'pressure', kind: 'number', unit: 'Pa', equipment: ['press-2'] },
    ]);
    assert.deepEqual(parts.connectors[1].bindings, [{ signal: 'press-2/pressure', from: 'g/n#pressure' }]);
    assert.deepEqual(readWorkshop(JSON.parse(workshopFile(parts, names).text)).problems, []);
  });

  test('a binding that would be wrong in a file is left out and told', () => {
    const good = discovery('mqtt', 'press-1', {});
    const bindings = [{ signal: 'press-1/nothing', from: 'a' }, ...good.connector.bindings];
    const parts = together([{ ...good, connector: { ...good.connector, bindings } }]);
    const { text, refusals } = workshopFile(parts, names);
    assert.deepEqual(readWorkshop(JSON.parse(text)).problems, []);
    assert.deepEqual(
      refusals.map(({ place, found }) => [place, found]),
      [['connectors[0].bindings[0].signal', '"press-1/nothing"']],
    );
    assert.match(text, /"press-1\/pressure"/);
  });

  test('several workshops come under a site', () => {
    const areas = ['a', 'b'].map((id) => ({ id, name: id, level: 'area' as const }));
    const machines = ['a', 'b'].map((parent) => ({
      id: `${parent}-1`,
      name: parent,
      level: 'workUnit' as const,
      parent,
    }));
    const parts = { equipment: [...areas, ...machines], signals: [], connectors: [], refusals: [] };
    const { workshop, problems } = readWorkshop(JSON.parse(workshopFile(parts, names).text));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      workshop?.equipment.map(({ id, parent }) => [id, parent]),
      [
        ['site', undefined],
        ['a', 'site'],
        ['b', 'site'],
        ['a-1', 'a'],
        ['b-1', 'b'],
      ],
    );
  });
});

const sparkplugBinding = {
  connector: {
    type: 'sparkplug',
    url: 'ws://broker:9001',
    bindings: [{ signal: 'press/pressure', from: 'g/n#pressure' }],
  },
};
