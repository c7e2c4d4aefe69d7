import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EquipmentState, stateCode } from '../../model/equipment-state.js';
import { CounterSeries } from '../../series/counter-series.js';
import { StateSeries } from '../../series/state-series.js';
import { TextSeries } from '../../series/text-series.js';
import { SeededRandom } from '../../testing/random.js';
import { duration, type Interval, intersection, subtract, totalDuration } from '../../time/interval.js';
import { machineOee } from '../oee/machine-oee.js';
import { oee } from '../oee/oee.js';
import { losses, sumOfLossInputs } from './losses.js';
import { type LossRecord, machineLosses } from './machine-losses.js';

const minute = 60_000;

function states(...rows: [minutes: number, state: EquipmentState][]): StateSeries {
  const series = new StateSeries();
  for (const [at, state] of rows)
    series.append(at * minute, stateCode[state], '', state === 'unknown' ? 2 : 0);
  return series;
}

function counter(...rows: [minutes: number, count: number][]): CounterSeries {
  const series = new CounterSeries();
  for (const [at, count] of rows) series.append(at * minute, count, 0);
  return series;
}

function texts(...rows: [minutes: number, text: string][]): TextSeries {
  const series = new TextSeries();
  for (const [at, text] of rows) series.append(at * minute, text, 0);
  return series;
}

/** An hour: 10 min of set-up, 20 min fault, a stop of 2 min, 5 min without data, the rest running; a piece a minute. */
function record(extra: Partial<LossRecord> = {}): LossRecord {
  return {
    states: states(
      [0, 'setup'],
      [10, 'running'],
      [20, 'fault'],
      [40, 'running'],
      [45, 'idle'],
      [47, 'running'],
      [55, 'unknown'],
    ),
    statesKnownUntil: 60 * minute,
    produced: counter([0, 0], [15, 3], [50, 20]),
    good: counter([0, 0], [15, 1], [50, 16]),
    scrap: undefined,
    rework: undefined,
    products: undefined,
    idealCycle: () => minute,
    ...extra,
  };
}

const hour: Interval = { from: 0, to: 60 * minute };

test('machineLosses() books set-up, fault, minor stop, speed, rejects and unknown time', () => {
  const { input, warnings } = machineLosses(record(), [hour], [hour]);
  const { times, value, availability } = losses(input);
  const minutes = Object.fromEntries(Object.entries(times).map(([part, time]) => [part, time! / minute]));
  assert.deepEqual(minutes, {
    calendarTime: 60,
    scheduleLoss: 0,
    plannedTime: 60,
    unknownTime: 5,
    equipmentFailure: 20,
    setupAndAdjustment: 10,
    runTime: 25,
    idlingAndMinorStops: 2,
    reducedSpeed: 3,
    netRunTime: 20,
    processDefects: 4,
    reducedYield: 0,
    fullyProductiveTime: 16,
  });
  assert.equal(value, 16 / 55);
  assert.equal(availability, 25 / 55);
  assert.deepEqual(warnings, []);
});

test('time outside the plan is schedule loss, and so are stops that the catalogue books to it', () => {
  const planned = [{ from: 10 * minute, to: 60 * minute }];
  const trial = record({ reasons: texts([20, 'trial']) });
  const rules = { reasons: [{ id: 'trial', loss: 'scheduleLoss' }] } as const;
  const { times } = losses(machineLosses(trial, [hour], planned, rules).input);
  assert.equal(times.scheduleLoss, (10 + 20) * minute);
  assert.equal(times.plannedTime, 30 * minute);
  assert.equal(times.equipmentFailure, 0);
  assert.equal(times.runTime, 25 * minute);
});

test('a stop that the catalogue books to the speed stays in the run time and is no minor stop', () => {
  const slow = record({ reasons: texts([20, 'slow lane']) });
  const rules = { reasons: [{ id: 'slow lane', loss: 'reducedSpeed' }] } as const;
  const { times } = losses(machineLosses(slow, [hour], [hour], rules).input);
  assert.equal(times.runTime, 45 * minute);
  assert.equal(times.reducedSpeed, 23 * minute);
  assert.equal(times.idlingAndMinorStops, 2 * minute);
});

test('rejects while starting up are reduced yield: for a time after set-up, or until so many good pieces', () => {
  const of = (startUp?: { time: number } | { goodPieces: number }) =>
    losses(machineLosses(record(), [hour], [hour], { ...(startUp && { startUp }) }).input).times;
  assert.deepEqual([of().reducedYield, of().processDefects], [0, 4 * minute]);
  for (const startUp of [{ time: 6 * minute }, { goodPieces: 1 }]) {
    assert.deepEqual([of(startUp).reducedYield, of(startUp).processDefects], [2 * minute, 2 * minute]);
  }
  assert.equal(of({ time: 5 * minute }).reducedYield, 0);
  assert.equal(of({ goodPieces: 2 }).reducedYield, 4 * minute);
  assert.equal(of({ goodPieces: 0 }).reducedYield, 0);
  assert.throws(() => of({ time: -1 }), /invalid time: -1/);
});

test('a start-up that began before the time asked about goes on in it', () => {
  const later = { from: 12 * minute, to: 60 * minute };
  const input = (startUp: { time: number } | { goodPieces: number }) =>
    machineLosses(record(), [later], [later], { startUp }).input;
  assert.equal(input({ time: 6 * minute }).reducedYield, 2 * minute);
  assert.equal(input({ goodPieces: 1 }).reducedYield, 2 * minute);
});

test('rejects whose reason the catalogue books to reduced yield are reduced yield', () => {
  const told = record({ scrapReasons: texts([15, 'warm-up'], [16, 'scratch']) });
  const reasons = [
    { id: 'warm-up', loss: 'reducedYield' },
    { id: 'scratch', loss: 'processDefects' },
  ] as const;
  const { times } = losses(machineLosses(told, [hour], [hour], { reasons }).input);
  assert.equal(times.reducedYield, 2 * minute);
  assert.equal(times.processDefects, 2 * minute);
  told.scrapReasons?.append(15 * minute, 'warm-up', 2);
  assert.equal(machineLosses(told, [hour], [hour], { reasons }).input.reducedYield, 0);
});

test('without counts or an ideal cycle there are stops but no losses of speed and quality, and it is said', () => {
  const blind = machineLosses(record({ produced: undefined, good: undefined }), [hour], [hour]);
  assert.deepEqual(
    blind.warnings.map(({ key }) => key),
    ['noProducedCount', 'noGoodCount'],
  );
  assert.equal(blind.input.reducedYield, undefined);
  assert.equal(blind.input.equipmentFailure, 20 * minute);
  const rules = { startUp: { time: minute } };
  assert.equal(
    machineLosses(record({ idealCycle: () => undefined }), [hour], [hour], rules).input.reducedYield,
    undefined,
  );
});

test('a machine of which nothing was observed is unknown in all planned time', () => {
  const nothing = machineLosses(record({ states: undefined }), [hour], [hour]);
  assert.equal(nothing.input.unknownTime, hour.to);
  assert.equal(losses(nothing.input).coverage, 0);
});

const words: readonly EquipmentState[] = [
  'running',
  'running',
  'setup',
  'idle',
  'starved',
  'blocked',
  'fault',
  'maintenance',
  'plannedStop',
  'offline',
  'unknown',
];
const catalogue = [
  { id: 'a', loss: 'equipmentFailure' },
  { id: 'b', loss: 'setupAndAdjustment' },
  { id: 'c', loss: 'idlingAndMinorStops' },
  { id: 'd', loss: 'reducedSpeed' },
  { id: 'e' },
  { id: 'warm', loss: 'reducedYield' },
] as const;

/** A random machine over some hours, with what it did in disorder and with gaps. */
function randomRecord(random: SeededRandom, length: number): LossRecord {
  const series = { states: new StateSeries(), reasons: new TextSeries(), scrapReasons: new TextSeries() };
  const products = new TextSeries();
  const [good, scrap, rework] = [new CounterSeries(), new CounterSeries(), new CounterSeries()];
  const counts = [0, 0, 0];
  const times = Array.from({ length: 20 + random.whole(60) }, () => random.whole(length));
  for (const time of random.shuffled(times)) {
    series.states.append(time, stateCode[random.pick(words)], random.pick(['x', 'y']), 0);
    if (random.next() < 0.5)
      series.reasons.append(
        time + random.whole(length / 50),
        random.pick(['a', 'b', 'c', 'd', 'e', 'f', '']),
        0,
      );
    if (random.next() < 0.2) series.scrapReasons.append(time, random.pick(['warm', 'burr']), 0);
    if (random.next() < 0.2) products.append(time, random.pick(['p', 'q']), 0);
  }
  for (const time of times.sort((a, b) => a - b)) {
    [good, scrap, rework].forEach((counter, index) => {
      counter.append(time, (counts[index] += random.whole(index === 0 ? 30 : 4)), 0);
    });
  }
  return {
    ...series,
    statesKnownUntil: random.pick([Infinity, length / 2 + random.whole(length)]),
    produced: undefined,
    good,
    scrap,
    rework,
    products: random.pick([undefined, products]),
    idealCycle: (product) => (product === 'p' ? 12_345.678 : 7919.5),
  };
}

function randomIntervals(random: SeededRandom, whole: Interval, count: number): Interval[] {
  const borders = Array.from({ length: 2 * count }, () => whole.from + random.whole(duration(whole) + 1));
  borders.sort((a, b) => a - b);
  return Array.from({ length: count }, (_, index) => ({
    from: borders[2 * index],
    to: borders[2 * index + 1],
  })).filter(({ from, to }) => from < to);
}

for (let seed = 1; seed <= 60; seed++) {
  test(`losses add up to the millisecond, keep the OEE, and shifts add up to the whole, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    const length = 8 * 60 * minute;
    const machine = randomRecord(random, length);
    const whole = { from: random.whole(length / 4), to: length - random.whole(length / 4) };
    const planned = randomIntervals(random, whole, 1 + random.whole(5));
    const rules = {
      reasons: catalogue,
      minorStopLimit: random.whole(20) * minute,
      ...random.pick([
        {},
        { startUp: { time: random.whole(30) * minute } },
        { startUp: { goodPieces: random.whole(60) } },
      ]),
    };
    const { input } = machineLosses(machine, [whole], planned, rules);
    const result = losses(input);
    const { times } = result;

    // To the millisecond: each time is the one before it less the losses between them.
    assert.equal(times.calendarTime - times.scheduleLoss, times.plannedTime);
    assert.equal(
      times.plannedTime - times.unknownTime - times.equipmentFailure - times.setupAndAdjustment,
      times.runTime,
    );
    const net = times.runTime - times.idlingAndMinorStops - times.reducedSpeed!;
    assert.ok(Math.abs(net - times.netRunTime!) < 1e-6);
    const productive = times.netRunTime! - times.processDefects! - times.reducedYield!;
    assert.ok(Math.abs(productive - times.fullyProductiveTime!) < 1e-6);
    assert.ok(times.reducedYield! >= 0 && times.processDefects! >= -1e-6);
    if (result.value !== undefined) {
      assert.ok(result.bounds!.low <= result.value && result.value <= result.bounds!.high);
    }

    // No reason books to the schedule loss, so the product is that of ISO 22400, however A and P share the minor stops.
    const iso = oee(machineOee(machine, planned).input);
    assert.equal(result.value, iso.value);
    if (result.performance !== undefined && result.quality !== undefined) {
      const product = result.availability! * result.performance * result.quality;
      assert.ok(Math.abs(product - iso.value!) < 1e-9);
    }
    assert.ok(times.runTime >= iso.inputs.productionTime + times.idlingAndMinorStops);

    // Parts of the time, cut anywhere, add up to the whole.
    const cut = randomIntervals(random, whole, 4);
    const parts = [...cut, ...subtract(whole, cut)].map((part) => {
      const plannedPart = planned.flatMap((one) => intersection(one, part) ?? []);
      return machineLosses(machine, [part], plannedPart, rules).input;
    });
    const sum = sumOfLossInputs(parts);
    assert.equal(sum.calendarTime, totalDuration([whole]));
    for (const name of Object.keys(input) as (keyof typeof input)[]) {
      assert.ok(Math.abs(sum[name]! - input[name]!) < 1e-6, `${name}: ${sum[name]} ≠ ${input[name]}`);
    }
  });
}
