import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Equipment, Workshop } from '../model/workshop-types.js';
import { SeededRandom } from '../testing/random.js';
import { workshop } from '../testing/workshop.js';
import { Clock } from '../twin/clock.js';
import { clockHours, equipmentProduction } from './equipment-production.js';
import { longestStop } from './longest-stop.js';
import { outputMachines } from './output-machines.js';
import { Twin } from '../twin/twin.js';

const hour = 3_600_000;
const minute = 60_000;

function twinAt(now: number, extra: Partial<Workshop> = {}): Twin {
  return new Twin(workshop(extra), { clock: new Clock(() => now) });
}

/** Machines of one line, as `id` or `id>fed,fed`. */
function flow(...machines: string[]): Equipment[] {
  return [
    { id: 'line', name: 'Line', level: 'workCenter' },
    { id: 'other', name: 'Other', level: 'workCenter' },
    { id: 'store', name: 'Store', level: 'workUnit', parent: 'other' },
    ...machines.map((text): Equipment => {
      const [id, fed] = text.split('>');
      return { id, name: id, level: 'workUnit', parent: 'line', feeds: fed?.split(',') };
    }),
  ];
}

function outputOf(equipment: Equipment[], counted: string, asked = 'line'): readonly string[] {
  const twin = twinAt(hour, { equipment });
  for (const id of counted.split(' ')) twin.observe([{ signal: `${id}/goodCount`, time: 0, value: 0 }]);
  return outputMachines(twin, asked);
}

test('the output of a line is counted at its last machine, which may feed another line', () => {
  assert.deepEqual(outputOf(flow('a>b', 'b>c', 'c>store'), 'a b c store'), ['c']);
  assert.deepEqual(outputOf(flow('a>b', 'b>c', 'c>store'), 'a b c store', 'b'), ['b']);
});

test('machines of a line without any flow work side by side', () => {
  assert.deepEqual(outputOf(flow('a', 'b', 'pump'), 'a b'), ['a', 'b']);
});

test('two machines behind one are both output', () => {
  assert.deepEqual(outputOf(flow('a>b,c', 'b', 'c'), 'a b c'), ['b', 'c']);
});

test('a last machine that counts nothing is stood for by those that feed it', () => {
  assert.deepEqual(outputOf(flow('a>belt', 'b>belt', 'belt>rack', 'rack'), 'a b'), ['a', 'b']);
  assert.deepEqual(outputOf(flow('a>b,rack', 'b>rack', 'rack'), 'a b'), ['b']);
});

test('rework that leads back is no output', () => {
  assert.deepEqual(outputOf(flow('a>check', 'check>rework,store', 'rework>check'), 'a check rework store'), [
    'check',
  ]);
});

test('the production of a line is that of its last machine, against the target of the line', () => {
  const twin = twinAt(1.5 * hour, {
    equipment: flow('a>b', 'b'),
    targets: { production: { line: 40 } },
  });
  for (const [id, count] of [
    ['a', 90],
    ['b', 30],
  ] as const) {
    twin.observe([
      { signal: `${id}/goodCount`, time: 0, value: 0 },
      { signal: `${id}/goodCount`, time: hour, value: count },
    ]);
  }
  const result = equipmentProduction(twin, 'line', { from: 0, to: 2 * hour });
  assert.deepEqual(result.machines, ['b']);
  assert.equal(result.good, 30);
  assert.deepEqual(
    result.hours.map(({ good, planned, due }) => [good, planned, due]),
    [
      [0, 40, 40],
      [30, 40, 20],
    ],
  );
  assert.equal(result.unit, 'pcs');
});

test('a workshop adds the targets of its lines, and a machine without one plans by ideal cycle and OEE', () => {
  const twin = twinAt(hour, { targets: { oee: 0.5, production: {} } });
  twin.observe([{ signal: 'press/goodCount', time: 0, value: 0 }]);
  const ask = () => equipmentProduction(twin, 'line', { from: 0, to: hour });
  // 60 s a piece: 60 an hour, half of them to reach.
  assert.equal(ask().planned, 30);
  twin.observe([{ signal: 'mill/goodCount', time: 0, value: 0 }]);
  // The mill has neither a target nor an ideal cycle.
  assert.equal(ask().planned, undefined);
  assert.deepEqual(
    ask().warnings.map(({ key }) => key),
    ['noPlan'],
  );
});

test('an equipment that counts nothing says so, and pieces are not added to kilograms', () => {
  const twin = twinAt(hour, {
    products: [
      { id: 'bolt', name: 'Bolt', unit: 'pcs', idealCycle: {} },
      { id: 'paint', name: 'Paint', unit: 'kg', idealCycle: {} },
    ],
  });
  const ask = (id: string) => equipmentProduction(twin, id, { from: 0, to: hour });
  assert.equal(ask('line').warnings[0].key, 'noCounts');
  twin.observe([
    { signal: 'press/goodCount', time: 0, value: 0 },
    { signal: 'press/product', time: 0, value: 'bolt' },
    { signal: 'mill/goodCount', time: 0, value: 0 },
    { signal: 'mill/goodCount', time: 5, value: 12.5 },
    { signal: 'mill/product', time: 0, value: 'paint' },
  ]);
  assert.equal(ask('line').good, undefined);
  assert.deepEqual(ask('line').warnings[0], { key: 'differentUnits', subjects: ['pcs', 'kg'] });
  assert.equal(ask('mill').good, 12.5);
  assert.equal(ask('mill').unit, 'kg');
});

test('the hours of a day on which clocks change are 23 or 25, each a full hour on the wall', () => {
  const { calendar } = twinAt(0, { timeZone: 'Europe/Berlin' });
  for (const [date, count] of [
    [Date.UTC(2026, 2, 29, 12), 23],
    [Date.UTC(2026, 9, 25, 12), 25],
    [Date.UTC(2026, 5, 1, 12), 24],
  ]) {
    const hours = clockHours(calendar, calendar.productionDay(date));
    assert.equal(hours.length, count);
    assert.ok(hours.every(({ from, to }) => to - from === hour && calendar.local(from).minute === 0));
  }
});

test('clock hours of a zone that is ahead by half an hour begin at its full hours', () => {
  const { calendar } = twinAt(0, { timeZone: 'Asia/Kolkata' });
  const hours = clockHours(calendar, { from: 0, to: 2 * hour });
  assert.deepEqual(
    hours.map(({ from, to }) => [from / minute, to / minute]),
    [
      [0, 30],
      [30, 90],
      [90, 120],
    ],
  );
});

test('longestStop() finds the longest planned time without a run, silence included', () => {
  const twin = twinAt(4 * hour);
  const at = (minutes: number, value: string | undefined) =>
    twin.observe([{ signal: 'press/state', time: minutes * minute, value }]);
  at(0, 'running');
  at(10, 'fault');
  at(25, 'running');
  at(40, 'starved');
  at(50, 'running');
  at(150, undefined);
  const stop = (from: number, to: number) =>
    longestStop(twin, ['press'], { from: from * minute, to: to * minute });
  assert.deepEqual(stop(0, 60), { from: 10 * minute, to: 25 * minute, equipment: 'press', state: 'fault' });
  assert.equal(stop(60, 120), undefined);
  assert.equal(stop(120, 240)?.state, 'unknown');
  assert.equal(stop(120, 240)?.from, 150 * minute);
});

for (const seed of [1, 2, 3, 4, 5, 6]) {
  test(`hours add up to the interval whatever was counted, on a day of 25 hours too (seed ${seed})`, () => {
    const random = new SeededRandom(seed);
    const day = Date.UTC(2026, 9, 24, 22);
    const end = day + 25 * hour;
    const now = day + random.whole(25 * hour);
    const twin = twinAt(now, {
      timeZone: 'Europe/Berlin',
      targets: { oee: 0.7, production: random.whole(2) ? { line: 33 } : {} },
      equipment: [
        { id: 'line', name: 'Line', level: 'workCenter' },
        { id: 'press', name: 'P', level: 'workUnit', parent: 'line', idealCycle: 40, feeds: ['mill'] },
        { id: 'mill', name: 'M', level: 'workUnit', parent: 'line', idealCycle: 50 },
      ],
      calendar: {
        shifts: [
          {
            name: 'A',
            from: '05:20',
            to: '17:45',
            days: ['sun'],
            breaks: [{ from: '09:10', to: '09:40' }],
          },
        ],
        holidays: [],
        dayStart: '00:00',
        plannedStops: [{ from: '2026-10-25T11:11:00Z', to: '2026-10-25T12:34:00Z', equipment: ['line'] }],
      },
    });
    let good = 0;
    let scrap = 0;
    for (let time = day - hour; time < end; time += 1 + random.whole(9 * minute)) {
      twin.observe([
        // Counters are set back now and then.
        { signal: 'mill/goodCount', time, value: (good = random.whole(50) ? good + random.whole(9) : 0) },
        { signal: 'mill/scrapCount', time, value: (scrap += random.whole(2)) },
      ]);
    }
    twin.confirm();
    const interval = { from: day + random.whole(3 * hour), to: end - random.whole(3 * hour) };
    const result = equipmentProduction(twin, 'line', interval);
    const sum = (read: (hour: (typeof result.hours)[number]) => number | undefined) =>
      result.hours.reduce((total, one) => total + (read(one) ?? 0), 0);
    const past = { from: interval.from, to: Math.max(interval.from, Math.min(interval.to, now)) };
    const counted = (name: string) => twin.series(`mill/${name}`, 'counter')!.count(past);
    assert.equal(result.hours[0].from, interval.from);
    assert.equal(result.hours.at(-1)!.to, interval.to);
    assert.equal(result.hours.length, Math.ceil(interval.to / hour) - Math.floor(interval.from / hour));
    if (past.to > past.from) {
      assert.equal(
        sum((one) => one.good),
        counted('goodCount'),
      );
      assert.equal(
        sum((one) => one.scrap),
        counted('scrapCount'),
      );
      assert.equal(result.good, counted('goodCount'));
      assert.equal(result.produced, result.good! + result.scrap!);
    }
    const close = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-6, `${a} ≠ ${b}`);
    close(
      sum((one) => one.planned),
      result.planned!,
    );
    close(
      sum((one) => one.due),
      result.due!,
    );
    const plannedTime = twin.calendar
      .planned(interval, 'line')
      .reduce((total, { from, to }) => total + to - from, 0);
    assert.equal(
      sum((one) => one.plannedTime),
      plannedTime,
    );
    const rate = Object.hasOwn(twin.workshop.targets.production, 'line') ? 33 : (3600 / 50) * 0.7;
    close(result.planned!, (plannedTime / hour) * rate);
  });
}
