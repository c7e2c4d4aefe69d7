import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { alarmPlant } from '../testing/alarm-plant.js';
import { alarmStatistics } from './alarm-statistics.js';

const minute = 60_000;
const hour = 60 * minute;
const on = { key: 'logic', level: 'fault', code: 'E-1' } as const;

/** An hour of the press: five alarms in the first ten minutes, one at 30 minutes. */
function anHour() {
  const plant = alarmPlant({ conditions: [{ code: 'W', priority: 'medium' }] });
  plant.report(0, { key: 'logic', level: 'normal' });
  for (let index = 1; index <= 5; index++) {
    plant.report(index * minute, on);
    plant.report(index * minute + 30_000, { key: 'logic', level: 'normal' });
  }
  plant.report(30 * minute, { ...on, code: 'W' });
  plant.time.now = hour;
  plant.twin.confirm();
  return plant;
}

describe('alarmStatistics()', () => {
  it('gives rates and peaks against what one operator can handle', () => {
    const { twin } = anHour();
    const statistics = alarmStatistics(twin, 'line', { from: 0, to: hour });
    assert.deepEqual(statistics.averagePerTenMinutes, {
      value: 1,
      bounds: { low: 1, high: 1 },
      coverage: 1,
      inputs: { sources: 1, heardTime: hour, interval: { from: 0, to: hour }, annunciated: 6, target: 1 },
      warnings: [],
    });
    assert.equal(statistics.averagePerHour.value, 6);
    assert.equal(statistics.averagePerHour.inputs.target, 6);
    assert.equal(statistics.averagePerDay.value, 144);
    assert.equal(statistics.averagePerDay.inputs.target, 144);
    assert.deepEqual(statistics.perTenMinutes, [5, 0, 0, 1, 0, 0]);
    assert.equal(statistics.peakPerTenMinutes.value, 5);
    assert.equal(statistics.peakPerHour.value, 6);
    assert.equal(statistics.periodsAbovePeak.value, 0);
  });

  it('gives the shares of priorities against their targets, and the alarms that come most often', () => {
    const { twin } = anHour();
    const { shares, byPriority, mostFrequent } = alarmStatistics(twin, 'press', { from: 0, to: hour });
    assert.equal(shares.high.value, 5 / 6);
    assert.equal(shares.high.inputs.target, 0.05);
    assert.equal(shares.medium.value, 1 / 6);
    assert.equal(shares.low.value, 0);
    assert.deepEqual(byPriority, { critical: 0, high: 5, medium: 1, low: 0 });
    assert.deepEqual(mostFrequent, [
      { alarm: 'press/conditions|logic|E-1', equipment: 'press', count: 5, share: 5 / 6 },
      { alarm: 'press/conditions|logic|W', equipment: 'press', count: 1, share: 1 / 6 },
    ]);
  });

  it('gives floods and their share of the time', () => {
    const { twin, report, time } = alarmPlant();
    for (let index = 0; index < 12; index++) report((index * minute) / 2, { ...on, code: `E-${index}` });
    time.now = hour;
    const { floods, floodShare } = alarmStatistics(twin, 'line', { from: 0, to: hour });
    // Begins with the tenth at 4.5 min; the eighth leaves at 13.5 min, and four are left.
    assert.deepEqual(floods, [{ from: 4.5 * minute, to: 13.5 * minute, count: 3 }]);
    assert.equal(floodShare.value, 9 / 60);
  });

  it('says how much was not heard, and that a rate may be higher then', () => {
    const { twin, report, time } = alarmPlant();
    report(0, on);
    report(15 * minute, { key: 'logic', level: 'unavailable' });
    time.now = hour;
    const { averagePerHour, shares } = alarmStatistics(twin, 'line', { from: 0, to: hour });
    assert.equal(averagePerHour.value, 1);
    assert.equal(averagePerHour.coverage, 0.25);
    assert.deepEqual(averagePerHour.bounds, { low: 1, high: Infinity });
    assert.equal(shares.high.bounds, undefined);
  });

  it('counts nothing that was hidden from people', async () => {
    const { twin, alarms, report, time } = alarmPlant();
    report(0, on);
    time.now = minute;
    await alarms.removeFromService(['press/conditions|logic|E-1']);
    report(2 * minute, { key: 'logic', level: 'normal' });
    report(3 * minute, on);
    time.now = hour;
    assert.equal(alarmStatistics(twin, 'line', { from: 0, to: hour }).averagePerHour.value, 1);
  });

  it('has no value where no alarm can come from', () => {
    const { twin, time } = alarmPlant();
    time.now = hour;
    const { averagePerHour } = alarmStatistics(twin, 'line', { from: 0, to: hour });
    assert.equal(averagePerHour.value, undefined);
    assert.equal(averagePerHour.coverage, undefined);
    assert.deepEqual(averagePerHour.warnings, [{ key: 'noAlarmSources', subjects: [] }]);
  });

  it('ends at the moment of the clock', () => {
    const { twin } = anHour();
    twin.clock.at(10 * minute);
    const { interval, perTenMinutes } = alarmStatistics(twin, 'line', { from: 0, to: hour });
    assert.deepEqual(interval, { from: 0, to: 10 * minute });
    assert.deepEqual(perTenMinutes, [5]);
  });

  it('refuses equipment that is not there and an interval that runs backwards', () => {
    const { twin } = anHour();
    assert.throws(() => alarmStatistics(twin, 'lathe', { from: 0, to: hour }), RangeError);
    assert.throws(() => alarmStatistics(twin, 'line', { from: 1, to: 0 }), RangeError);
  });
});
