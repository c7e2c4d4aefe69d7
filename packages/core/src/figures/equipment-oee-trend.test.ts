import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workshop } from '../testing/workshop.js';
import { Clock } from '../twin/clock.js';
import { equipmentOee } from './equipment-oee.js';
import { equipmentOeeTrend } from './equipment-oee-trend.js';
import { Twin } from '../twin/twin.js';

const hour = 3_600_000;
const day = 24 * hour;
/** 10:00 UTC of a Monday. */
const monday = Date.UTC(2026, 2, 16, 10);
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

function twinOf(shifts = true): Twin {
  const clock = new Clock(() => monday);
  const calendar = {
    shifts: shifts
      ? [
          { name: 'early', from: '06:00', to: '14:00', days: weekdays, breaks: [] },
          { name: 'late', from: '14:00', to: '22:00', days: weekdays, breaks: [] },
        ]
      : [],
    plannedStops: [],
    holidays: [],
    dayStart: '06:00',
  };
  const twin = new Twin(workshop({ calendar }), { clock });
  // Running and fault by turns, a piece a minute while it runs.
  let good = 0;
  for (let time = monday - 10 * day; time < monday; time += hour) {
    twin.observe([
      { signal: 'press/state', time, value: (time / hour) % 3 === 0 ? 'fault' : 'running' },
      { signal: 'press/goodCount', time, value: (good += 41) },
    ]);
  }
  twin.observe([{ signal: 'press/scrapCount', time: monday - 10 * day, value: 0 }]);
  twin.confirm();
  return twin;
}

test('equipmentOeeTrend() gives the last shifts over the weekend, the running one as the last', () => {
  const twin = twinOf();
  const steps = equipmentOeeTrend(twin, 'press', 'shift', 5);
  assert.deepEqual(
    steps.map(({ name, from, running }) => [name, new Date(from).toISOString().slice(5, 13), running]),
    [
      ['early', '03-12T06', false],
      ['late', '03-12T14', false],
      ['early', '03-13T06', false],
      ['late', '03-13T14', false],
      ['early', '03-16T06', true],
    ],
  );
  for (const { from, to, oee } of steps) {
    assert.deepEqual(oee, equipmentOee(twin, 'press', { from, to }));
  }
  assert.equal(steps[4].oee.interval.to, monday);
});

test('equipmentOeeTrend() gives days with those on which nothing was planned, and weeks', () => {
  const twin = twinOf();
  const days = equipmentOeeTrend(twin, 'press', 'day', 4);
  assert.deepEqual(
    days.map(({ oee }) => oee.value !== undefined),
    [true, false, false, true],
  );
  assert.deepEqual(
    days.map(({ from }) => new Date(from).toISOString().slice(5, 13)),
    ['03-13T06', '03-14T06', '03-15T06', '03-16T06'],
  );
  const weeks = equipmentOeeTrend(twin, 'press', 'week', 2);
  assert.deepEqual(
    weeks.map(({ from, to }) => (to - from) / day),
    [7, 7],
  );
});

test('equipmentOeeTrend() takes days where the calendar has no shifts', () => {
  const steps = equipmentOeeTrend(twinOf(false), 'press', 'shift', 2);
  assert.equal(steps[0].to - steps[0].from, day);
});

test('equipmentOeeTrend() calculates a closed step again only when more was observed of it', () => {
  const twin = twinOf();
  const first = equipmentOeeTrend(twin, 'press', 'shift', 4);
  twin.observe([{ signal: 'press/goodCount', time: monday, value: 99_999 }]);
  const second = equipmentOeeTrend(twin, 'press', 'shift', 4, first);
  assert.deepEqual(
    second.map((step, index) => step === first[index]),
    [true, true, true, false],
  );
  // A late one: the shift of Friday was not running as it was thought.
  twin.observe([{ signal: 'press/state', time: monday - 3 * day - 2 * hour + 1, value: 'idle' }]);
  const third = equipmentOeeTrend(twin, 'press', 'shift', 4, second);
  const changed = third.find((step, index) => step.oee.availability !== second[index].oee.availability);
  assert.equal(new Date(changed!.from).toISOString().slice(5, 13), '03-13T06');
});

test('equipmentOeeTrend() names the count it refuses', () => {
  assert.throws(() => equipmentOeeTrend(twinOf(), 'press', 'day', 0), /invalid count: 0, allowed: 1 to 400/);
});
