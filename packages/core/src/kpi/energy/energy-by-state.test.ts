import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equipmentStates, stateCode, stateCount } from '../../model/equipment-state.js';
import { qualityCode } from '../../model/quality.js';
import { CounterSeries } from '../../series/counter-series.js';
import { NumberSeries } from '../../series/number-series.js';
import { StateSeries } from '../../series/state-series.js';
import { SeededRandom } from '../../testing/random.js';
import { energyByState, idleEnergy, meanPowerByState } from './energy-by-state.js';
import { energy, type EnergyRecord } from './energy.js';

const minute = 60_000;
const hour = 60 * minute;

function states(...rows: [minutes: number, state: (typeof equipmentStates)[number]][]): StateSeries {
  const series = new StateSeries();
  for (const [at, state] of rows) series.append(at * minute, stateCode[state], state, qualityCode.good);
  return series;
}

function power(...rows: [minutes: number, kilowatts: number][]): EnergyRecord {
  const series = new NumberSeries();
  for (const [at, value] of rows) series.append(at * minute, value, qualityCode.good);
  return { counter: undefined, power: series };
}

function counter(...rows: [minutes: number, reading: number][]): EnergyRecord {
  const series = new CounterSeries();
  for (const [at, reading] of rows) series.append(at * minute, reading, qualityCode.good);
  return { counter: series, power: undefined };
}

const of = (energies: Float64Array) =>
  Object.fromEntries(
    equipmentStates.flatMap((state, code) => (energies[code] ? [[state, energies[code]]] : [])),
  );

test('energyByState() gives each state the energy used in it', () => {
  const record = power([0, 30], [20, 6], [40, 30]);
  const series = states([0, 'running'], [20, 'idle'], [30, 'fault'], [40, 'running']);
  const { energies, sharedOut } = energyByState(record, series, { from: 0, to: hour });
  assert.deepEqual(of(energies), { running: 20, idle: 1, fault: 1 });
  assert.equal(sharedOut, 0);
});

test('meanPowerByState() is the energy of a state ÷ the time in which it was measured', () => {
  const record = { ...power([0, 30], [20, 6], [50, 60]), powerKnownUntil: 55 * minute };
  const series = states([0, 'running'], [20, 'idle'], [50, 'running'], [58, 'fault']);
  const found = energyByState(record, series, { from: 0, to: hour });
  assert.deepEqual(
    equipmentStates.flatMap((state, code) => {
      const mean = meanPowerByState(found)[code];
      return mean === undefined ? [] : [[state, mean]];
    }),
    [
      ['running', 36],
      ['idle', 6],
    ],
  );
});

test('idleEnergy() is what was used in all states but running and unknown', () => {
  const energies = new Float64Array(stateCount).fill(1);
  assert.equal(idleEnergy(energies), stateCount - 2);
});

test('energyByState() shares out a counter evenly between two readings, and says how much', () => {
  const record = counter([0, 0], [15, 15], [30, 30], [45, 33], [60, 36]);
  const { energies, sharedOut } = energyByState(record, states([0, 'running'], [35, 'idle']), {
    from: 0,
    to: hour,
  });
  assert.deepEqual(of(energies), { running: 31, idle: 5 });
  assert.equal(sharedOut, 3);
});

test('energyByState() shares nothing out where only the words of the source change', () => {
  const series = new StateSeries();
  series.append(0, stateCode.running, 'ACTIVE', qualityCode.good);
  series.append(7 * minute, stateCode.running, 'CYCLE', qualityCode.good);
  const { energies, sharedOut } = energyByState(counter([0, 0], [60, 60]), series, { from: 0, to: hour });
  assert.deepEqual(of(energies), { running: 60 });
  assert.equal(sharedOut, 0);
});

test('energyByState() puts energy without a state under unknown: before the first, and since the source fell silent', () => {
  const record = power([0, 60]);
  const { energies } = energyByState(record, states([10, 'running']), { from: 0, to: hour }, 40 * minute);
  assert.deepEqual(of(energies), { running: 30, unknown: 30 });
  assert.deepEqual(of(energyByState(record, undefined, { from: 0, to: hour }).energies), { unknown: 60 });
});

test('energyByState() is all 0 where nothing was measured or no time was asked about', () => {
  const record = { counter: undefined, power: undefined };
  assert.deepEqual(of(energyByState(record, states([0, 'idle']), { from: 0, to: hour }).energies), {});
  assert.deepEqual(
    of(energyByState(power([0, 5]), states([0, 'idle']), { from: hour, to: hour }).energies),
    {},
  );
});

for (const seed of [21, 22, 23, 24, 25]) {
  test(`energyByState() adds up to the energy of the interval, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    for (let turn = 0; turn < 8; turn++) {
      const series = new StateSeries();
      for (let at = random.whole(40); at < 600; at += 1 + random.whole(30)) {
        const code = random.whole(stateCount);
        series.append(at * minute, code, '', random.whole(9) === 0 ? qualityCode.bad : qualityCode.good);
      }
      const rows: [number, number][] = [];
      let reading = 0;
      for (let at = random.whole(60); at < 620; at += 1 + random.whole(random.pick([3, 40]))) {
        rows.push([at, turn % 2 ? (reading += random.whole(20)) : random.whole(50)]);
      }
      const record = turn % 2 ? counter(...rows) : { ...power(...rows), powerKnownUntil: 500 * minute };
      const from = random.whole(300) * minute;
      const interval = { from, to: from + random.whole(300) * minute };
      const { energies, sharedOut } = energyByState(
        record,
        series,
        interval,
        random.pick([Infinity, 333 * minute]),
      );
      const total = energy(record, interval).value ?? 0;
      const sum = energies.reduce((added, one) => added + one, 0);
      assert.ok(Math.abs(sum - total) < 1e-9, `${sum} ≠ ${total}`);
      assert.ok(sharedOut <= total + 1e-9);
    }
  });
}
