import assert from 'node:assert/strict';
import { test } from 'node:test';
import { weekdays } from '../../model/workshop-types.js';
import { CounterSeries } from '../../series/counter-series.js';
import { TextSeries } from '../../series/text-series.js';
import { SeededRandom } from '../../testing/random.js';
import { WorkCalendar } from '../../time/calendar.js';
import type { Interval } from '../../time/interval.js';
import type { JobOrder } from './job-order.js';
import { orderHours } from './order-hours.js';
import { orderProgress } from './order-progress.js';
import type { OrderMachine } from './order-stretches.js';

const minute = 60_000;
const hour = 60 * minute;

const calendar = new WorkCalendar(
  {
    shifts: [
      {
        name: 'early',
        from: '06:00',
        to: '14:00',
        days: weekdays,
        breaks: [{ from: '10:00', to: '10:30' }],
      },
    ],
    plannedStops: [],
    holidays: ['1970-01-02'],
    dayStart: '06:00',
  },
  'UTC',
);
const plan = (interval: Interval) => calendar.planned(interval);

type Rows<T> = readonly (readonly [hours: number, value: T])[];

/** Bad quality for `undefined`. */
function counter(rows: Rows<number | undefined>): CounterSeries {
  const series = new CounterSeries();
  for (const [hours, value] of rows) series.append(hours * hour, value ?? 0, value === undefined ? 2 : 0);
  return series;
}

function words(rows: Rows<string | undefined>): TextSeries {
  const series = new TextSeries();
  for (const [hours, text] of rows) series.append(hours * hour, text ?? '', text === undefined ? 2 : 0);
  return series;
}

function machine(
  id: string,
  orders: Rows<string | undefined>,
  good: Rows<number | undefined>,
  extra: Partial<OrderMachine> = {},
): OrderMachine {
  return {
    id,
    orders: words(orders),
    states: undefined,
    produced: undefined,
    good: counter(good),
    scrap: undefined,
    rework: undefined,
    products: undefined,
    idealCycle: () => minute,
    ...extra,
  };
}

const order: JobOrder = {
  id: 'WO-1',
  equipment: ['press'],
  quantity: 200,
  plannedStart: 8 * hour,
  plannedEnd: 12 * hour,
  plannedSetupTime: 10 * minute,
};
// 30 in the first hour, 45 in the second; WO-2 in between took 7.
const press = machine(
  'press',
  [
    [6, 'WO-0'],
    [8, 'WO-1'],
    [9, 'WO-2'],
    [9.25, 'WO-1'],
  ],
  [
    [6, 0],
    [8.5, 10],
    [8.75, 30],
    [9.1, 37],
    [9.5, 62],
    [9.75, 75],
    [10, 82],
  ],
  {
    scrap: counter([
      [6, 0],
      [8.5, 1],
      [9.1, 3],
      [9.75, 4],
    ]),
  },
);

test('orderProgress() counts what was made while the order was registered, over all its stretches', () => {
  const progress = orderProgress(order, [press], plan, 10 * hour);
  assert.deepEqual(progress.inputs, {
    quantity: 200,
    good: 68,
    scrap: 2,
    produced: 70,
    rework: undefined,
    busyTime: 1.75 * hour,
    unknownTime: 0,
    unassigned: 0,
  });
  assert.deepEqual([progress.value, progress.coverage, progress.remaining], [0.34, 1, 132]);
  assert.deepEqual(progress.bounds, { low: 0.34, high: 0.34 });
  assert.deepEqual(
    [progress.status, progress.actualStart, progress.actualEnd],
    ['running', 8 * hour, undefined],
  );
  assert.equal(progress.executionTime, 2 * hour);
  // PRI × POQ + PSUT: 200 min + 10 min.
  assert.equal(progress.plannedExecutionTime, 210 * minute);
});

test('orderProgress() tells its end from the last hour of planned time, over breaks, nights and holidays', () => {
  const progress = orderProgress(order, [press], plan, 10 * hour);
  // The last hour of work on it: 45 min since 9:15 with 38, and the last 15 min before 9:00 with 20.
  assert.equal(progress.recentRate, 58);
  assert.equal(progress.meanRate, 68 / 1.75);
  assert.equal(progress.plannedRate, 60);
  assert.equal(progress.remainingTime, (132 / 58) * hour);
  assert.equal(progress.forecastEnd, 10.5 * hour + (132 / 58) * hour);
  assert.equal(progress.lateness, 10.5 * hour + (132 / 58) * hour - 12 * hour);
  // 3 h 30 min are left of the shift; what is more comes after the holiday.
  const large = orderProgress({ ...order, quantity: 68 + 58 * 4.5 }, [press], plan, 10 * hour);
  assert.equal(large.forecastEnd, (48 + 7) * hour);
});

test('orderProgress() falls back to the mean rate where the last hour made nothing, then to the planned one', () => {
  const still = machine(
    'press',
    [[6, 'WO-1']],
    [
      [6, 0],
      [7, 60],
    ],
  );
  const progress = orderProgress({ ...order, quantity: 90 }, [still], plan, 9 * hour);
  assert.deepEqual([progress.recentRate, progress.meanRate, progress.remainingTime], [0, 20, 1.5 * hour]);
  const begun = machine('press', [[6, 'WO-1']], [[6, 0]]);
  assert.equal(orderProgress(order, [begun], plan, 6.1 * hour).remainingTime, 200 * minute);
  const unrated = orderProgress(order, [{ ...begun, idealCycle: () => undefined }], plan, 6.1 * hour);
  assert.deepEqual(
    [unrated.remainingTime, unrated.forecastEnd, unrated.lateness],
    [undefined, undefined, undefined],
  );
});

test('orderProgress() of an order to come begins at its planned start and takes its set-up', () => {
  const progress = orderProgress(order, [machine('press', [[6, 'WO-0']], [[6, 0]])], plan, 7 * hour);
  assert.deepEqual([progress.status, progress.actualStart, progress.machines], ['waiting', undefined, []]);
  // 2 h until the break, 1 h 30 min after it.
  assert.equal(progress.forecastEnd, 12 * hour);
  assert.deepEqual([progress.lateness, progress.value, progress.coverage], [0, undefined, undefined]);
  const others = ['press', 'mill'].map((id) => machine(id, [[6, 'WO-0']], [[6, 0]]));
  assert.equal(orderProgress(order, others, plan, 7 * hour).plannedRate, 60);
  assert.equal(orderProgress({ ...order, equipment: [] }, others, plan, 7 * hour).plannedRate, 120);
});

test('orderProgress() is complete at the unit that fills the quantity; later ones are more than ordered', () => {
  const progress = orderProgress({ ...order, quantity: 60 }, [press], plan, 10 * hour);
  assert.deepEqual([progress.status, progress.actualEnd, progress.remaining], ['completed', 9.75 * hour, -8]);
  assert.equal(progress.lateness, -2.25 * hour);
  assert.deepEqual([progress.remainingTime, progress.forecastEnd], [0, undefined]);
  // A millisecond more, so that the last unit counts.
  assert.equal(progress.meanRate, (68 * hour) / (1.5 * hour + 1));
});

test('orderProgress() ends where the dispatch status says so, and is suspended where another took its place', () => {
  const now = 9.2 * hour;
  assert.equal(orderProgress(order, [press], plan, now).status, 'suspended');
  const closed = orderProgress({ ...order, dispatchStatus: 'Closed' }, [press], plan, now);
  assert.deepEqual([closed.status, closed.actualEnd, closed.remainingTime], ['completed', 9 * hour, 0]);
  const aborted = orderProgress({ ...order, dispatchStatus: 'Aborted' }, [press], plan, now);
  assert.deepEqual([aborted.status, aborted.forecastEnd], ['ended', undefined]);
});

test('orderProgress() adds up machines side by side; their planned rates add up too', () => {
  const left = machine(
    'left',
    [[8, 'WO-1']],
    [
      [8, 0],
      [9, 40],
    ],
  );
  const right = machine(
    'right',
    [[8.5, 'WO-1']],
    [
      [8.5, 100],
      [9, 120],
    ],
    { idealCycle: () => 2 * minute },
  );
  const progress = orderProgress(order, [left, right], plan, 9.5 * hour);
  assert.equal(progress.inputs.good, 60);
  assert.equal(progress.inputs.busyTime, 2.5 * hour);
  assert.equal(progress.meanRate, 40);
  assert.ok(Math.abs((progress.plannedRate ?? 0) - 90) < 1e-9);
  assert.deepEqual(progress.machines, ['left', 'right']);
});

test('orderProgress() says in its bounds what was counted for nobody knows which order, and what was not counted', () => {
  const lost = machine(
    'press',
    [
      [6, 'WO-1'],
      [7, undefined],
      [8, 'WO-1'],
      [9, 'WO-2'],
    ],
    [
      [6, 0],
      [6.9, 50],
      [7.5, 80],
      [8.5, 100],
    ],
  );
  const progress = orderProgress(order, [lost], plan, 10 * hour);
  assert.deepEqual([progress.inputs.good, progress.inputs.unassigned], [70, 30]);
  assert.deepEqual(progress.bounds, { low: 0.35, high: 0.5 });
  assert.equal(progress.coverage, 2 / 3);
  const silent = { ...lost, countsKnownUntil: 8.5 * hour };
  assert.deepEqual(orderProgress(order, [silent], plan, 10 * hour).bounds, { low: 0.35, high: 0.65 });
  const unrated = { ...silent, idealCycle: () => undefined };
  assert.equal(orderProgress(order, [unrated], plan, 10 * hour).bounds, undefined);
  // The source has gone silent: nothing else was said since, so the order is still taken to run.
  const stale = orderProgress(order, [{ ...press, ordersKnownUntil: 9.5 * hour }], plan, 10 * hour);
  assert.deepEqual([stale.status, stale.inputs.unknownTime], ['running', 0.5 * hour]);
});

test('orderProgress() counts all units where good ones are not counted, and says so', () => {
  const rough = { ...press, good: undefined, scrap: undefined, produced: press.good };
  const progress = orderProgress(order, [rough], plan, 10 * hour);
  assert.equal(progress.value, 0.34);
  assert.deepEqual(progress.warnings, [{ key: 'noGoodCount', subjects: ['press'] }]);
  const uncounted = orderProgress(order, [{ ...rough, produced: undefined }], plan, 10 * hour);
  assert.deepEqual(uncounted.warnings, [{ key: 'noCounts', subjects: ['press'] }]);
  assert.deepEqual([uncounted.value, uncounted.coverage], [undefined, 0]);
  const unordered = orderProgress({ id: 'WO-1', equipment: [] }, [press], plan, 10 * hour);
  assert.deepEqual(
    [unordered.value, unordered.bounds, unordered.remaining],
    [undefined, undefined, undefined],
  );
});

test('orderHours() spreads the plan over planned time and adds up to the order', () => {
  const hours = [8, 9, 10, 11, 12].map((one) => ({ from: one * hour, to: (one + 1) * hour }));
  assert.deepEqual(
    orderHours(order, [press], hours, plan, 10 * hour).map(({ planned, good }) => [
      planned?.toFixed(3),
      good,
    ]),
    [
      ['57.143', 30],
      ['57.143', 38],
      ['28.571', undefined],
      ['57.143', undefined],
      ['0.000', undefined],
    ],
  );
  assert.equal(
    orderHours({ id: 'WO-9', equipment: [] }, [press], hours, plan, 12 * hour)[0].planned,
    undefined,
  );
});

for (const seed of [51, 52, 53]) {
  test(`each unit belongs to one order, none or an unknown one, and the bounds hold what was lost, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    for (let round = 0; round < 100; round++) {
      const truth: [number, string][] = [];
      const said: [number, string | undefined][] = [];
      const readings: [number, number][] = [[6, 0]];
      let total = 0;
      for (let at = 360; at < 840; at += 1 + random.whole(20)) {
        if (random.next() < 0.3 || truth.length === 0)
          truth.push([at / 60, random.pick(['A', 'B', 'C', ''])]);
        const current = truth[truth.length - 1][1];
        if (random.next() < 0.5 || said.length === 0)
          said.push([at / 60, random.next() < 0.2 ? undefined : current]);
        else if (said[said.length - 1][1] !== current && said[said.length - 1][1] !== undefined)
          said.push([at / 60, current]);
        total += random.whole(3);
        readings.push([at / 60 + 0.001, total]);
      }
      const now = 14 * hour;
      const made = (orders: Rows<string | undefined>) =>
        ['A', 'B', 'C', ''].map((id) =>
          orderProgress({ id, equipment: [], quantity: 10 }, [machine('m', orders, readings)], plan, now),
        );
      const real = made(truth);
      assert.equal(
        real.reduce((sum, { inputs }) => sum + (inputs.good ?? 0), 0),
        total,
      );
      made(said).forEach(({ value = 0, bounds, machines }, index) => {
        if (machines.length === 0) return;
        // An order that was lost before it was ever named could have more; from its first sight on nothing is lost.
        const first = said.find(([, id]) => id === ['A', 'B', 'C', ''][index])?.[0] ?? 6;
        const since = readings.findLast(([at]) => at < first)?.[1] ?? 0;
        assert.ok(bounds && bounds.low === value && value <= bounds.high);
        assert.ok((real[index].value ?? 0) <= bounds.high + since / 10);
      });
      const hours = Array.from({ length: 8 }, (_, index) => ({
        from: (6 + index) * hour,
        to: (7 + index) * hour,
      }));
      const hourly = orderHours(
        { id: 'A', equipment: [] },
        [machine('m', truth, readings)],
        hours,
        plan,
        now,
      );
      assert.equal(
        hourly.reduce((sum, { good }) => sum + (good ?? 0), 0),
        real[0].inputs.good ?? 0,
      );
    }
  });
}
