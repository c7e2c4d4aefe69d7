import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import type { ConditionZone } from '../../model/signal.js';
import { checkZones, conditionZoneAt, healthIndex } from './condition-zones.js';

/** Vibration velocity in mm/s of ISO 10816-1 class II (15 to 75 kW), as a workshop file would say it. */
const classTwo: readonly ConditionZone[] = [
  { name: 'A', below: 1.12, severity: 'normal' },
  { name: 'B', below: 2.8, severity: 'normal' },
  { name: 'C', below: 7.1, severity: 'warning' },
  { name: 'D', severity: 'fault' },
];

test('a motor of 45 kW at 3.2 mm/s is in zone C of class II', () => {
  assert.equal(classTwo[conditionZoneAt(3.2, classTwo)].name, 'C');
});

test('a reading on a limit is in the worse zone', () => {
  const names = [0, 1.11, 1.12, 2.79, 2.8, 7.09, 7.1, 900].map(
    (x) => classTwo[conditionZoneAt(x, classTwo)].name,
  );
  assert.deepEqual(names, ['A', 'A', 'B', 'B', 'C', 'C', 'D', 'D']);
});

test('a reading beyond the end of the last zone counts as the last', () => {
  const ended = classTwo.slice(0, 2);
  assert.equal(conditionZoneAt(2.8, ended), 1);
});

test('the health index is 1 below the first limit, 0 from the last on, and linear within each zone between', () => {
  assert.deepEqual(
    [0, 1, 1.12, 1.96, 2.8, 4.95, 7.1, 30].map((reading) => healthIndex(reading, classTwo)?.toFixed(4)),
    ['1.0000', '1.0000', '1.0000', '0.7500', '0.5000', '0.2500', '0.0000', '0.0000'],
  );
  assert.equal(healthIndex(5, classTwo.slice(3)), undefined);
  const two: ConditionZone[] = [
    { name: 'good', below: 80, severity: 'normal' },
    { name: 'hot', severity: 'fault' },
  ];
  assert.deepEqual(
    [79.9, 80].map((reading) => healthIndex(reading, two)),
    [1, 0],
  );
});

test('a reading outside of the zone that is held to be true counts as the nearer end of the zone', () => {
  assert.equal(healthIndex(90, classTwo, 2), 0);
  assert.equal(healthIndex(1, classTwo, 2), 0.5);
  assert.equal(healthIndex(90, classTwo, 0), 1);
});

test('zones are refused that are none, out of order or open in the middle', () => {
  const zone = (below?: number): ConditionZone => ({
    name: 'x',
    severity: 'normal',
    ...(below !== undefined && { below }),
  });
  assert.doesNotThrow(() => checkZones([zone(1), zone(2)]));
  assert.doesNotThrow(() => checkZones([zone()]));
  assert.throws(() => checkZones([]), /invalid zones: none, allowed: ascending upper ends/);
  assert.throws(() => checkZones([zone(2), zone(2), zone()]), /invalid zones: 2, 2, allowed/);
  assert.throws(() => checkZones([zone(1), zone(), zone(3)]), RangeError);
  assert.throws(() => checkZones([zone(NaN), zone()]), RangeError);
});
