import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equipmentStates, stateCode } from '../../model/equipment-state.js';
import { weekdays } from '../../model/workshop-types.js';
import { StateSeries } from '../../series/state-series.js';
import { TextSeries } from '../../series/text-series.js';
import { SeededRandom } from '../../testing/random.js';
import { WorkCalendar } from '../../time/calendar.js';
import type { Interval } from '../../time/interval.js';
import { sumOfTimeModels, timeModel, type TimeModel, type TimeModelRecord } from './time-model.js';

const hour = 3_600_000;
const length = 400;

/** Random intervals of whole milliseconds, in time order. */
function randomIntervals(random: SeededRandom, most: number): Interval[] {
  const borders = Array.from({ length: 2 * random.whole(most + 1) }, () => random.whole(length));
  borders.sort((a, b) => a - b);
  return Array.from({ length: borders.length / 2 }, (_, index) => ({
    from: borders[2 * index],
    to: borders[2 * index + 1],
  }));
}

function randomRecord(random: SeededRandom): TimeModelRecord {
  const series = new StateSeries();
  const orders = new TextSeries();
  for (let count = random.whole(40); count > 0; count--) {
    series.append(random.whole(length), random.whole(equipmentStates.length), 'x', random.whole(3));
  }
  for (let count = random.whole(10); count > 0; count--) {
    orders.append(random.whole(length), random.pick(['', 'A', 'B']), random.whole(3));
  }
  return {
    states: random.whole(20) === 0 ? undefined : series,
    orders: random.whole(3) === 0 ? undefined : orders,
    statesKnownUntil: random.whole(2 * length),
    ordersKnownUntil: random.whole(2 * length),
    operation: randomIntervals(random, 3),
    planned: randomIntervals(random, 4),
  };
}

const contains = (intervals: readonly Interval[], time: number) =>
  intervals.some(({ from, to }) => from <= time && time < to);

/** Millisecond by millisecond, from the words of the standard. */
function slowTimes(record: TimeModelRecord, intervals: readonly Interval[]): Record<string, number> {
  const {
    states,
    orders,
    statesKnownUntil = Infinity,
    ordersKnownUntil = Infinity,
    operation,
    planned,
  } = record;
  const times: Record<string, number> = {};
  const add = (name: string) => (times[name] = (times[name] ?? 0) + 1);
  for (let time = 0; time < length; time++) {
    if (!contains(intervals, time)) continue;
    const sample = time < statesKnownUntil ? states?.at(time) : undefined;
    const state = sample?.state ?? 'unknown';
    const order = time < ordersKnownUntil ? orders?.at(time) : undefined;
    add('calendarTime');
    if (!contains(planned, time)) {
      add(contains(operation, time) ? `downtime ${state}` : `outside ${state}`);
      if (contains(operation, time)) add('plannedOperationTime');
      continue;
    }
    add('plannedOperationTime');
    add('plannedBusyTime');
    if (state === 'unknown') add('unknown');
    else if (state === 'running') add('production');
    else if (state === 'setup') add('setup');
    else if (order && order.text !== '' && order.quality !== 'bad') add('delay');
    else if (state === 'maintenance') add('plannedMaintenance');
    else add(state === 'fault' && orders === undefined ? 'delay' : 'down');
  }
  return times;
}

for (const seed of [1, 2, 3, 4]) {
  test(`timeModel() equals a count of every millisecond, adds up, and is the sum of its pieces, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    for (let round = 0; round < 250; round++) {
      const record = randomRecord(random);
      const intervals = randomIntervals(random, 4);
      const model = timeModel(record, intervals);
      const slow = slowTimes(record, intervals);
      for (const [name, found] of [
        ['calendarTime', model.calendarTime],
        ['plannedOperationTime', model.plannedOperationTime],
        ['plannedBusyTime', model.plannedBusyTime],
        ['production', model.actualProductionTime],
        ['setup', model.actualUnitSetupTime],
        ['delay', model.actualUnitDelayTime],
        ['down', model.actualUnitDownTime],
        ['plannedMaintenance', model.actualPlannedMaintenanceTime],
        ['unknown', model.unknownTime],
        ...equipmentStates.flatMap((state): [string, number][] => [
          [`downtime ${state}`, model.timesInPlannedDowntime[stateCode[state]]],
          [`outside ${state}`, model.timesOutsidePlannedOperation[stateCode[state]]],
        ]),
      ] as [string, number][]) {
        assert.equal(found, slow[name] ?? 0, `${name} in round ${round}`);
      }
      assertAddsUp(model);
      const at = random.whole(length);
      const half = (from: number, to: number) =>
        intervals.flatMap((one) => {
          const part = { from: Math.max(from, one.from), to: Math.min(to, one.to) };
          return part.from < part.to ? [part] : [];
        });
      const sum = sumOfTimeModels([timeModel(record, half(0, at)), timeModel(record, half(at, length))]);
      assert.deepEqual({ ...sum, warnings: model.warnings }, model);
    }
  });
}

function assertAddsUp(model: TimeModel): void {
  const total = (times: Float64Array) => times.reduce((sum, time) => sum + time, 0);
  const {
    timesInPlannedBusyTime,
    timesInPlannedDowntime,
    timesOutsidePlannedOperation,
    actualUnitProcessingTime,
    actualUnitBusyTime,
  } = model;
  assert.equal(
    total(timesInPlannedBusyTime) + total(timesInPlannedDowntime) + total(timesOutsidePlannedOperation),
    model.calendarTime,
  );
  assert.equal(total(timesInPlannedBusyTime), model.plannedBusyTime);
  assert.equal(total(timesInPlannedBusyTime) + total(timesInPlannedDowntime), model.plannedOperationTime);
  assert.equal(
    actualUnitBusyTime +
      model.actualQueuingTime +
      model.actualTransportTime +
      model.actualUnitDownTime +
      model.actualPlannedMaintenanceTime +
      model.unknownTime,
    model.plannedBusyTime,
  );
  assert.equal(actualUnitProcessingTime, model.actualProductionTime + model.actualUnitSetupTime);
  assert.equal(actualUnitBusyTime, actualUnitProcessingTime + model.actualUnitDelayTime);
}

/** A night shift with a break, and a planned stop over the change of clocks in spring. */
const berlin = new WorkCalendar(
  {
    shifts: [
      {
        name: 'night',
        from: '22:00',
        to: '06:00',
        days: weekdays,
        breaks: [{ from: '01:00', to: '01:30' }],
      },
    ],
    holidays: [],
    plannedStops: [{ from: '2026-03-29T01:30:00Z', to: '2026-03-29T02:00:00Z', equipment: ['mill'] }],
    dayStart: '06:00',
  },
  'Europe/Berlin',
);
const days = [
  ['2026-03-28T12:00:00Z', 23],
  ['2026-10-24T12:00:00Z', 25],
  ['2026-11-10T12:00:00Z', 24],
] as const;

test('timeModel() of days with 23 and 25 hours adds up to the hours there were', () => {
  for (const [noon, hours] of days) {
    const day = berlin.productionDay(Date.parse(noon));
    const operation = berlin.shifts(day);
    const running = new StateSeries();
    running.append(day.from, stateCode.running, 'ACTIVE', 0);
    const model = timeModel({ states: running, operation, planned: berlin.planned(day) }, [day]);
    assert.equal(model.calendarTime, hours * hour);
    assert.equal(model.plannedOperationTime, (hours - 16) * hour);
    assert.equal(model.plannedBusyTime, (hours - 16.5) * hour);
    assert.equal(model.actualProductionTime, model.plannedBusyTime);
    assertAddsUp(model);
  }
});

test('timeModel() of a week over the change of clocks is the sum of its days, whatever happened, seed 5', () => {
  const random = new SeededRandom(5);
  for (let round = 0; round < 60; round++) {
    const week = berlin.week(Date.parse(random.pick(days)[0]));
    const at = () => week.from + random.whole(week.to - week.from);
    const series = new StateSeries();
    const orders = new TextSeries();
    for (let count = 0; count < 300; count++) {
      series.append(at(), random.whole(equipmentStates.length), 'x', random.whole(3));
      if (count % 10 === 0) orders.append(at(), random.pick(['', 'A', 'B']), random.whole(3));
    }
    const record = {
      states: series,
      orders,
      statesKnownUntil: at(),
      operation: berlin.shifts(week),
      planned: berlin.planned(week, random.pick(['mill', 'press'])),
    };
    const daily: TimeModel[] = [];
    for (let { from, to } = berlin.productionDay(week.from); from < week.to;) {
      daily.push(timeModel(record, [{ from, to }]));
      ({ from, to } = berlin.productionDay(to));
    }
    const model = timeModel(record, [week]);
    assertAddsUp(model);
    assert.equal(daily.length, 7);
    assert.deepEqual(sumOfTimeModels(daily), model);
  }
});
