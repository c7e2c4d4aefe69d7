import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture, fixtures } from '../../testing/fixtures.js';
import { oee } from '../oee/oee.js';
import { compareLosses } from './compare-losses.js';
import { type LossInput, losses, type LossTimes, sumOfLossInputs } from './losses.js';

/** Vorne: 480 min of shift, 60 of breaks, 47 down, 1 s a piece, 19 271 pieces, 423 rejected; in seconds. */
const vorne: LossInput = {
  calendarTime: 480 * 60,
  plannedTime: 420 * 60,
  unknownTime: 0,
  equipmentFailure: 47 * 60,
  setupAndAdjustment: 0,
  productionTime: 373 * 60,
  idlingAndMinorStops: 0,
  idealTime: 19_271,
  idealGoodTime: 18_848,
  reducedYield: 0,
  producedCount: 19_271,
  goodCount: 18_848,
};

test('losses() takes the example of Vorne apart, second by second', () => {
  const result = losses(vorne);
  assert.deepEqual(result.times, {
    calendarTime: 28_800,
    scheduleLoss: 3600,
    plannedTime: 25_200,
    unknownTime: 0,
    equipmentFailure: 2820,
    setupAndAdjustment: 0,
    runTime: 22_380,
    idlingAndMinorStops: 0,
    reducedSpeed: 3109,
    netRunTime: 19_271,
    processDefects: 423,
    reducedYield: 0,
    fullyProductiveTime: 18_848,
  });
  assert.equal(result.value?.toFixed(4), '0.7479');
  assert.equal(result.availability?.toFixed(4), '0.8881');
  assert.equal(result.performance?.toFixed(4), '0.8611');
  assert.equal(result.quality?.toFixed(4), '0.9780');
});

test('minor stops move from the availability to the performance, and the OEE stays', () => {
  // Of the 47 minutes down, 12 were stops of less than five.
  const result = losses({
    ...vorne,
    equipmentFailure: 35 * 60,
    productionTime: 385 * 60,
    idlingAndMinorStops: 12 * 60,
  });
  assert.equal(result.availability, 385 / 420);
  assert.equal(result.performance, 19_271 / (385 * 60));
  assert.equal(result.value, oee(vorne).value);
  assert.equal(result.availability * result.performance * (18_848 / 19_271), 18_848 / 25_200);
  assert.equal(result.times.idlingAndMinorStops, 720);
  assert.equal(result.times.reducedSpeed, 3109);
});

test('rejects of the start-up are taken out of the process defects', () => {
  const { times } = losses({ ...vorne, reducedYield: 123 });
  assert.equal(times.reducedYield, 123);
  assert.equal(times.processDefects, 300);
});

test('pieces faster than the ideal cycle are a gain: reduced speed is negative and not cut off', () => {
  const result = losses({ ...vorne, idealTime: 23_000, idealGoodTime: 22_000 });
  assert.equal(result.times.reducedSpeed, -620);
  assert.deepEqual(
    result.warnings.map(({ key }) => key),
    ['performanceAboveOne'],
  );
});

test('without counts or an ideal cycle the waterfall ends at the run time', () => {
  const result = losses({
    ...vorne,
    idealTime: undefined,
    idealGoodTime: undefined,
    reducedYield: undefined,
  });
  assert.equal(result.value, undefined);
  assert.equal(result.availability?.toFixed(4), '0.8881');
  assert.equal(result.times.runTime, 22_380);
  for (const part of ['reducedSpeed', 'netRunTime', 'processDefects', 'reducedYield'] as const) {
    assert.equal(result.times[part], undefined, part);
  }
});

test('unknown time is a part of its own and widens the bounds', () => {
  const result = losses({ ...vorne, unknownTime: 600, productionTime: 22_380 - 600 });
  assert.equal(result.times.unknownTime, 600);
  assert.equal(result.coverage, 24_600 / 25_200);
  assert.equal(result.value, 18_848 / 24_600);
  assert.deepEqual(result.bounds, { low: 18_848 / 25_200, high: (18_848 + 600) / 25_200 });
});

test('losses() has no value where nothing was planned, and 0 where the machine stood still', () => {
  const none = sumOfLossInputs([]);
  assert.equal(losses(none).value, undefined);
  assert.equal(losses(none).coverage, undefined);
  const still = losses({ ...none, calendarTime: 10, plannedTime: 10, equipmentFailure: 10 });
  assert.equal(still.value, 0);
  assert.equal(still.performance, undefined);
});

test('losses() refuses parts that do not make up the planned time', () => {
  assert.throws(
    () => losses({ ...vorne, equipmentFailure: 0 }),
    /invalid plannedTime: 25200, allowed: 22380/,
  );
  assert.throws(() => losses({ ...vorne, idlingAndMinorStops: -1 }), /invalid idlingAndMinorStops: -1/);
  assert.throws(() => losses({ ...vorne, calendarTime: NaN }), /invalid calendarTime: NaN/);
});

test('losses() refuses more planned time than there was time, and more minor stops than run time', () => {
  assert.throws(() => losses({ ...vorne, calendarTime: 25_000 }), {
    name: 'RangeError',
    message: 'invalid plannedTime: 25200, allowed: at most 25000',
  });
  assert.throws(() => losses({ ...vorne, idlingAndMinorStops: 22_381 }), {
    name: 'RangeError',
    message: 'invalid idlingAndMinorStops: 22381, allowed: at most 22380',
  });
});

test('a sum of losses lacks what one of them lacks', () => {
  const sum = sumOfLossInputs([vorne, { ...vorne, reducedYield: undefined }]);
  assert.equal(sum.plannedTime, 50_400);
  assert.equal(sum.idealTime, 38_542);
  assert.equal(sum.reducedYield, undefined);
  assert.equal(losses(sum).times.processDefects, undefined);
});

test('compareLosses() gives the difference of each part in time and as share of the planned time', () => {
  const before = losses({ ...vorne, equipmentFailure: 5640, productionTime: 19_560 });
  const comparison = compareLosses(losses(vorne), before);
  assert.deepEqual(comparison.equipmentFailure, {
    now: 2820,
    before: 5640,
    change: -2820,
    shareNow: 2820 / 25_200,
    shareBefore: 5640 / 25_200,
    shareChange: 2820 / 25_200 - 5640 / 25_200,
  });
  assert.equal(comparison.reducedSpeed.change, 2820);
  assert.equal(comparison.fullyProductiveTime.change, 0);
  assert.equal(comparison.netRunTime.shareNow, 19_271 / 25_200);
});

test('compareLosses() compares shares of the known planned time, so that a shift stands beside a week', () => {
  const week = losses(sumOfLossInputs([vorne, vorne, vorne, vorne, vorne]));
  const comparison = compareLosses(losses(vorne), week);
  for (const part of Object.keys(comparison) as (keyof LossTimes)[]) {
    assert.ok(Math.abs(comparison[part].shareChange ?? NaN) < 1e-15, part);
  }
  assert.equal(comparison.equipmentFailure.change, -4 * 2820);
  const halfKnown = losses({ ...vorne, unknownTime: 12_600, equipmentFailure: 0, productionTime: 12_600 });
  assert.equal(compareLosses(losses(vorne), halfKnown).runTime.shareBefore, 1);
  assert.equal(compareLosses(halfKnown, losses(vorne)).runTime.shareNow, 1);
});

test('compareLosses() has no change where one of the two is not known', () => {
  const blind = losses({ ...vorne, idealTime: undefined, idealGoodTime: undefined, reducedYield: undefined });
  const { reducedSpeed, equipmentFailure } = compareLosses(losses(vorne), blind);
  assert.equal(reducedSpeed.now, 3109);
  assert.equal(reducedSpeed.change, undefined);
  assert.equal(equipmentFailure.change, 0);
  assert.equal(compareLosses(losses(vorne), losses(sumOfLossInputs([]))).runTime.shareBefore, undefined);
});

interface Example {
  readonly id: string;
  readonly input: Readonly<Record<string, number>>;
  readonly expected: Readonly<Record<string, number>>;
}

fixtures('worked examples of OEE as losses', () => {
  for (const { id, input, expected } of JSON.parse(fixture('oee/worked-examples.json')) as Example[]) {
    test(`losses() gives the published answer of ${id}, and its parts add up to the calendar time`, () => {
      const planned = input.plannedProductionTimeMin ?? input.shiftLengthMin - input.plannedStopsMin;
      const run = input.runTimeMin ?? planned - input.downtimeMin;
      const cycle = input.idealCycleTimeMin ?? input.idealCycleTimeSec / 60;
      const good = input.goodCount ?? input.totalCount - input.rejectCount;
      const result = losses({
        calendarTime: input.shiftLengthMin ?? planned,
        plannedTime: planned,
        unknownTime: 0,
        equipmentFailure: planned - run,
        setupAndAdjustment: 0,
        productionTime: run,
        idlingAndMinorStops: 0,
        idealTime: cycle * input.totalCount,
        idealGoodTime: cycle * good,
        reducedYield: 0,
        producedCount: input.totalCount,
        goodCount: good,
      });
      assert.equal(result.value!.toFixed(4), expected.oee.toFixed(4));
      const {
        scheduleLoss,
        equipmentFailure,
        reducedSpeed,
        processDefects,
        fullyProductiveTime,
        calendarTime,
      } = result.times;
      const sum = scheduleLoss + equipmentFailure + reducedSpeed! + processDefects! + fullyProductiveTime!;
      assert.equal(sum.toFixed(9), calendarTime.toFixed(9));
    });
  }
});
