import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WorkCalendar } from '../time/calendar.js';
import { EquipmentTree } from './equipment-tree.js';
import { readWorkshop } from './workshop.js';

const full = {
  id: 'w',
  name: { en: 'W', zh: '车间' },
  timeZone: 'Europe/Berlin',
  equipment: [
    { id: 'hall', level: 'area', placement: { x: 0, y: 0, rotation: 90, model: 'hall.glb' } },
    { id: 'line', level: 'workCenter', parent: 'hall', name: 'Line' },
    { id: 'mill', level: 'workUnit', parent: 'line', idealCycle: 12, ratedPower: 7.5, serialNumber: '1' },
    { id: 'meter', level: 'workUnit', parent: 'line', type: 'meter' },
  ],
  products: [{ id: 'door', unit: 'pcs', idealCycle: { mill: 10 } }],
  calendar: {
    shifts: [
      { name: 'n', from: '22:00', to: '06:00', days: ['mon'], breaks: [{ from: '23:45', to: '00:15' }] },
    ],
    plannedStops: [{ from: '2026-05-04T06:00Z', to: '2026-05-04T07:00Z', equipment: ['line'] }],
    holidays: ['2026-05-01'],
    dayStart: '06:00',
  },
  energy: {
    carriers: [{ id: 'gas', unit: 'm³' }],
    meters: [{ equipment: 'meter', carrier: 'gas', measures: ['mill'] }],
    demandInterval: 15,
    demandLimit: 500,
  },
  targets: { oee: 0.85 },
  connectors: [
    {
      type: 'mtconnect',
      url: '/agent',
      bindings: [{ signal: 'mill/state', from: { mode: 'm' }, vocabulary: 'mtconnect' }],
    },
    { type: 'mqtt', url: 'ws://b', topics: ['a/{equipment}'], payload: { items: '/m', value: '/v' }, qos: 1 },
    { type: 'replay', recording: 'r', bindings: [{ signal: 'mill/pressure', from: 'p', scale: 0.1 }] },
  ],
  signals: [{ name: 'pressure', equipment: ['mill'], kind: 'number', unit: 'bar', expectedPeriod: 1 }],
};

const oddities = [
  undefined,
  null,
  0,
  -1,
  NaN,
  '',
  'x',
  'mill',
  'hall',
  '24:00',
  true,
  [],
  {},
  [[]],
  [null],
  { id: 'mill' },
];

/** Small seeded generator of whole numbers below a bound. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** Puts something odd at a random place. */
function mutate(value: unknown, random: (below: number) => number): void {
  let parent = value as Record<string, unknown>;
  for (;;) {
    const keys = Object.keys(parent);
    if (keys.length === 0) return;
    const key = keys[random(keys.length)];
    const inner = parent[key];
    if (typeof inner === 'object' && inner !== null && random(5) > 0) {
      parent = inner as Record<string, unknown>;
      continue;
    }
    if (random(8) === 0) parent[`${key}s`] = inner;
    else if (random(4) === 0) delete parent[key];
    else parent[key] = structuredClone(oddities[random(oddities.length)]);
    return;
  }
}

describe('readWorkshop() of files with random mistakes', () => {
  it('finds nothing wrong before', () => {
    assert.deepEqual(readWorkshop(full).problems, []);
  });

  for (let seed = 1; seed <= 20; seed++) {
    it(`never throws, and what it keeps can be used and read again without a problem (seed ${seed})`, () => {
      const random = randomFrom(seed);
      for (let round = 0; round < 100; round++) {
        const json = structuredClone(full);
        for (let count = 1 + random(4); count > 0; count--) mutate(json, random);
        const { workshop, problems } = readWorkshop(json);
        if (!workshop) {
          assert.ok(problems.some(({ severity }) => severity === 'error'));
          continue;
        }
        const tree = new EquipmentTree(workshop.equipment);
        new WorkCalendar(workshop.calendar, workshop.timeZone, tree).planned(
          { from: 0, to: 864e5 },
          tree.roots[0],
        );
        const connectors = workshop.connectors.map(({ settings, ...entry }) => ({ ...settings, ...entry }));
        const again = readWorkshop({ ...workshop, connectors });
        assert.deepEqual(again.problems, [], JSON.stringify(json));
        assert.deepEqual(again.workshop, workshop);
      }
    });
  }
});
