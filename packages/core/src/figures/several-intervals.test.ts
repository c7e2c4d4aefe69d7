import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workshop } from '../testing/workshop.js';
import { lastShifts } from '../time/periods.js';
import { Clock } from '../twin/clock.js';
import { Twin } from '../twin/twin.js';
import { equipmentLosses } from './equipment-losses.js';
import { equipmentOee } from './equipment-oee.js';
import { equipmentReliability } from './equipment-reliability.js';
import { equipmentTimeModel } from './equipment-time-model.js';

const hour = 3_600_000;
const day = 24 * hour;

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const shift = (name: string, from: string, to: string) => ({ name, from, to, days: [...days], breaks: [] });

/** Four days in which the press makes a piece a minute, and fails in the n-th hour of the n-th night for 20 min. */
function plant(): Twin {
  const calendar = {
    shifts: [
      shift('early', '06:00', '14:00'),
      shift('late', '14:00', '22:00'),
      shift('night', '22:00', '06:00'),
    ],
    plannedStops: [],
    holidays: [],
    dayStart: '06:00',
  };
  const twin = new Twin(workshop({ calendar }), { clock: new Clock(() => 4 * day + 7 * hour) });
  let count = 0;
  for (let night = 0; night < 4; night++) {
    const begin = night * day + 22 * hour;
    const failure = begin + (night + 1) * hour;
    twin.observe([
      { signal: 'press/state', time: begin - 8 * hour, value: 'running' },
      { signal: 'press/state', time: failure, value: 'fault' },
      { signal: 'press/state', time: failure + hour / 3, value: 'running' },
      { signal: 'press/producedCount', time: begin, value: count },
      { signal: 'press/goodCount', time: begin, value: count },
      { signal: 'press/producedCount', time: begin + 7 * hour, value: count + 400 },
      { signal: 'press/goodCount', time: begin + 7 * hour, value: count + 400 },
    ]);
    count += 400;
  }
  twin.confirm();
  return twin;
}

test('the figures of the last three night shifts are those of the three together, not of the days between', () => {
  const twin = plant();
  const nights = lastShifts(twin.calendar, twin.clock.now(), 3, { name: 'night' });
  assert.deepEqual(
    nights.map(({ from, to }) => [from / hour, to / hour]),
    [
      [46, 54],
      [70, 78],
      [94, 102],
    ],
  );
  const oee = equipmentOee(twin, 'press', nights);
  assert.equal(oee.inputs.plannedTime, 24 * hour);
  assert.equal(oee.inputs.productionTime, 23 * hour);
  assert.equal(oee.value, 1200 / (24 * 60));
  assert.deepEqual(oee.interval, { from: 46 * hour, to: 102 * hour });
  assert.equal(oee.calendarTime, 24 * hour);

  const { times } = equipmentLosses(twin, 'press', nights);
  assert.equal(times.equipmentFailure, hour);
  assert.equal(times.calendarTime, 24 * hour);

  const { timeModel } = equipmentTimeModel(twin, 'press', nights);
  assert.equal(timeModel.calendarTime, 24 * hour);
  assert.equal(timeModel.plannedOperationTime, 24 * hour);
  assert.equal(timeModel.actualProductionTime, 23 * hour);

  const { failures, meanTimeToRestore } = equipmentReliability(twin, 'press', nights);
  assert.equal(failures.length, 3);
  assert.equal(meanTimeToRestore.value, hour / 3);
});

test('one interval in a list is that interval, and the present cuts a list off too', () => {
  const twin = plant();
  const whole = { from: 3 * day, to: 9 * day };
  assert.deepEqual(equipmentLosses(twin, 'line', [whole]), equipmentLosses(twin, 'line', whole));
  assert.equal(equipmentOee(twin, 'line', [whole]).interval.to, 4 * day + 7 * hour);
});

test('intervals that overlap, run backwards or are out of order are refused; of none there is no figure', () => {
  const twin = plant();
  const [early, late] = [
    { from: 0, to: 8 * hour },
    { from: 6 * hour, to: 9 * hour },
  ];
  assert.throws(
    () => equipmentOee(twin, 'press', [early, late]),
    /invalid interval: 28800000 … 21600000, allowed: from ≤ to/,
  );
  assert.throws(() => equipmentLosses(twin, 'press', [{ from: 9, to: 10 }, early]), RangeError);
  assert.throws(() => equipmentReliability(twin, 'press', [{ from: 10, to: 9 }]), RangeError);
  assert.equal(equipmentOee(twin, 'press', []).value, undefined);
  assert.equal(equipmentTimeModel(twin, 'press', []).timeModel.calendarTime, 0);
});
