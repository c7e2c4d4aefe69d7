import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture, fixtures } from '../../testing/fixtures.js';
import { oee } from './oee.js';

interface Example {
  readonly id: string;
  readonly input: Readonly<Record<string, number>>;
  readonly expected: Readonly<Record<string, number>>;
}

fixtures('worked examples of OEE', () => {
  for (const { id, input, expected } of JSON.parse(fixture('oee/worked-examples.json')) as Example[]) {
    test(`oee() gives the published answer of ${id}`, () => {
      const planned = input.plannedProductionTimeMin ?? input.shiftLengthMin - input.plannedStopsMin;
      const run = input.runTimeMin ?? planned - input.downtimeMin;
      const cycle = input.idealCycleTimeMin ?? input.idealCycleTimeSec / 60;
      const good = input.goodCount ?? input.totalCount - input.rejectCount;
      const result = oee({
        plannedTime: planned,
        unknownTime: 0,
        productionTime: run,
        idealTime: cycle * input.totalCount,
        idealGoodTime: cycle * good,
        producedCount: input.totalCount,
        goodCount: good,
      });
      for (const factor of ['availability', 'performance', 'quality'] as const) {
        assert.equal(result[factor]!.toFixed(4), expected[factor].toFixed(4), factor);
      }
      assert.equal(result.value!.toFixed(4), expected.oee.toFixed(4));
    });
  }
});
