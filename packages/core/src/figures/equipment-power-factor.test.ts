import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workshop } from '../testing/workshop.js';
import { Clock } from '../twin/clock.js';
import { Twin } from '../twin/twin.js';
import { equipmentPowerFactor } from './equipment-power-factor.js';

const hour = 3_600_000;
const oneHour = { from: 0, to: hour };

function twinOf(reactive: Readonly<Record<string, number>>, until = hour): Twin {
  const base = workshop();
  const twin = new Twin(
    workshop({
      energy: { ...base.energy, powerFactor: 0.9 },
      signals: [{ name: 'reactiveEnergy', kind: 'counter', unit: 'kvarh' }],
    }),
    { clock: new Clock(() => hour) },
  );
  const grew = (signal: string, by: number, to = hour) => [
    { signal, time: 0, value: 10 },
    { signal, time: to, value: 10 + by },
  ];
  twin.observe([...grew('press/energy', 300), ...grew('mill/energy', 100)]);
  for (const [id, by] of Object.entries(reactive)) twin.observe(grew(`${id}/reactiveEnergy`, by, until));
  return twin;
}

test('the power factor of a line is that of the energies of its meters together', () => {
  const found = equipmentPowerFactor(twinOf({ press: 200, mill: 100 }), 'line', oneHour);
  assert.equal(found.value, 0.8);
  assert.equal(found.coverage, 1);
  assert.deepEqual(found.sources, ['press', 'mill']);
  assert.deepEqual(found.warnings, [{ key: 'powerFactorBelowExpected', subjects: ['0.9'] }]);
  assert.deepEqual(equipmentPowerFactor(twinOf({ press: 10, mill: 0 }), 'line', oneHour).warnings, []);
});

test('the power factor has no value where a meter does not tell its reactive energy throughout', () => {
  assert.equal(equipmentPowerFactor(twinOf({ press: 200 }), 'line', oneHour).value, undefined);
  const half = equipmentPowerFactor(twinOf({ press: 200, mill: 100 }, hour / 2), 'line', oneHour);
  assert.deepEqual([half.value, half.coverage], [undefined, 0.5]);
});
