import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as figures from '../figures/index.js';
import { machinesOf, untilNow } from '../figures/past.js';
import { stateCode, stateCount } from '../model/equipment-state.js';
import { line, machines } from '../testing/random-plant.js';
import { assertClose, assertFigures, forPlants, sum } from '../testing/reconciled.js';
import { duration, type Interval, totalDuration } from '../time/interval.js';
import type { Twin } from '../twin/twin.js';
import { type LossTimes, stateTimes } from './index.js';

const { running, unknown } = stateCode;

/** What makes up the calendar time of a waterfall. */
const wholeTime = [
  'scheduleLoss',
  'unknownTime',
  'equipmentFailure',
  'setupAndAdjustment',
  'idlingAndMinorStops',
  'reducedSpeed',
  'processDefects',
  'reducedYield',
  'fullyProductiveTime',
] as const satisfies readonly (keyof LossTimes)[];

describe('figures of random plants: times', () => {
  it('the times of the time model make up the calendar time to the millisecond, seeds 1…2000', () => {
    forPlants(1, 2000, (twin, { interval }) => {
      const past = untilNow(twin, interval);
      for (const id of machines) {
        const model = figures.equipmentTimeModel(twin, id, interval).timeModel;
        const { timesInPlannedBusyTime, timesInPlannedDowntime, timesOutsidePlannedOperation } = model;
        const busy = sum(timesInPlannedBusyTime);
        assert.equal(model.calendarTime, duration(past));
        assert.equal(busy, model.plannedBusyTime);
        assert.equal(busy, totalDuration(twin.calendar.planned(past, id)));
        assert.equal(busy + sum(timesInPlannedDowntime), model.plannedOperationTime);
        assert.equal(model.plannedOperationTime + sum(timesOutsidePlannedOperation), model.calendarTime);
        assert.equal(
          model.actualUnitProcessingTime +
            model.actualUnitDelayTime +
            model.actualQueuingTime +
            model.actualTransportTime +
            model.actualUnitDownTime +
            model.actualPlannedMaintenanceTime +
            model.unknownTime,
          busy,
        );
        const all = stateTimes(
          twin.seriesOf(id, 'state', 'state'),
          [past],
          undefined,
          twin.knownUntil(id, 'state'),
        );
        for (let code = 0; code < stateCount; code++) {
          assert.equal(
            timesInPlannedBusyTime[code] + timesInPlannedDowntime[code] + timesOutsidePlannedOperation[code],
            all[code],
          );
        }
      }
    });
  });

  it('the losses make up the calendar time, and those of machines, products and shifts the whole, seeds 2001…4000', () => {
    forPlants(2001, 2000, (twin, { interval }) => {
      const whole = figures.equipmentLosses(twin, line, interval);
      assertFigures(whole);
      const { times, inputs } = whole;
      assert.equal(times.calendarTime, duration(whole.interval) * whole.machines.length);
      assert.equal(
        times.unknownTime + times.equipmentFailure + times.setupAndAdjustment + times.runTime,
        times.plannedTime,
      );
      const parts = wholeTime.map((part) => times[part]);
      if (parts.every((part) => part !== undefined)) assertClose(sum(parts), times.calendarTime, 'waterfall');
      for (const by of ['machine', 'product', 'shift'] as const) {
        const parts = figures.equipmentLossesBy(twin, line, interval, by);
        for (const part of [
          'calendarTime',
          'scheduleLoss',
          'unknownTime',
          'equipmentFailure',
          'setupAndAdjustment',
          'idlingAndMinorStops',
          'runTime',
        ] as const) {
          assert.equal(sum(parts.map((one) => one.times[part])), times[part], `${part} by ${by}`);
        }
        // A part without a count of its own has no sum.
        for (const name of ['idealTime', 'idealGoodTime', 'producedCount', 'goodCount'] as const) {
          const values = parts.map((one) => one.inputs[name]);
          if (values.every((value) => value !== undefined)) {
            assertClose(sum(values as number[]), inputs[name], `${name} by ${by}`);
          }
        }
      }
    });
  });

  it('stops of every kind of Pareto add up to the time without running, seeds 4001…5000', () => {
    forPlants(4001, 1000, (twin, { interval }) => {
      const past = untilNow(twin, interval);
      const stopped = sum(
        machinesOf(twin, line)
          .filter((id) =>
            figures.equipmentPareto(twin, line, interval, 'machine').some(({ key }) => key === id),
          )
          .map((id) => stoppedTime(twin, id, past)),
      );
      const stops = figures.equipmentStops(twin, line, interval);
      assert.equal(totalDuration(stops), stopped);
      for (const by of ['reason', 'machine', 'product', 'shift', 'loss'] as const) {
        const rows = figures.equipmentPareto(twin, line, interval, by);
        assert.equal(sum(rows.map((row) => row.duration)), stopped, by);
        assert.equal(
          sum(rows.map((row) => row.count)),
          stops.filter(({ continues }) => !continues).length,
          by,
        );
        assert.ok(rows.every((row, index) => index === 0 || rows[index - 1].duration >= row.duration));
        if (stopped > 0) assert.equal(rows.at(-1)?.cumulativeShare, 1);
      }
    });
  });

  it('segments of the bottleneck cover the planned time, waiting adds up to the states, seeds 5001…6000', () => {
    forPlants(5001, 1000, (twin, { interval }) => {
      const found = figures.equipmentBottleneck(twin, line, interval);
      assertFigures(found);
      assert.equal(found.time, totalDuration(found.intervals));
      assert.equal(totalDuration(found.segments), found.time);
      found.segments.forEach((segment, index) => {
        assert.ok(segment.from < segment.to);
        assert.ok(index === 0 || found.segments[index - 1].to <= segment.from);
        assert.ok(found.intervals.some((one) => one.from <= segment.from && segment.to <= one.to));
      });
      assert.equal(found.soleTime + found.shiftingTime + found.noneTime, found.time);
      assert.equal(sum(found.shares.map(({ inputs }) => inputs.soleTime)), found.soleTime);

      const waited = figures.equipmentWaiting(twin, line, interval);
      assertFigures(waited);
      const times = new Float64Array(stateCount);
      for (const id of waited.machines) {
        stateTimes(
          twin.seriesOf(id, 'state', 'state'),
          waited.intervals,
          times,
          twin.knownUntil(id, 'state'),
        );
      }
      assert.equal(waited.inputs.starvedTime, times[stateCode.starved]);
      assert.equal(waited.inputs.blockedTime, times[stateCode.blocked]);
      assert.equal(
        sum(waited.parts.map(({ time }) => time)),
        waited.inputs.starvedTime + waited.inputs.blockedTime,
      );
    });
  });
});

describe('figures of random plants: amounts', () => {
  it('figures of a line are the sums of its machines, those of a time the sums of its parts, seeds 6001…7500', () => {
    forPlants(6001, 1500, (twin, { interval }, random) => {
      const past = untilNow(twin, interval);
      const whole = figures.equipmentOee(twin, line, interval);
      assertFigures(whole);
      const parts = whole.machines.map((id) => figures.equipmentOee(twin, id, interval));
      parts.forEach((part) => assertFigures(part));
      for (const name of ['plannedTime', 'unknownTime', 'productionTime'] as const) {
        assert.equal(sum(parts.map(({ inputs }) => inputs[name])), whole.inputs[name], name);
      }
      for (const name of ['idealTime', 'idealGoodTime', 'producedCount', 'goodCount'] as const) {
        const values = parts.map(({ inputs }) => inputs[name]);
        if (values.every((value) => value !== undefined))
          assertClose(sum(values as number[]), whole.inputs[name], name);
      }
      const times = figures.equipmentStateTimes(twin, line, interval);
      assert.equal(sum(times), duration(past) * machines.length);
      const ofMachines = machines.map((id) => figures.equipmentStateTimes(twin, id, interval));
      for (let code = 0; code < stateCount; code++) {
        assert.equal(sum(ofMachines.map((one) => one[code])), times[code]);
      }
      const border = past.from + random.whole(duration(past) + 1);
      const halves = [
        { from: past.from, to: border },
        { from: border, to: past.to },
      ];
      for (const id of machines) {
        const [all, ...some] = [past, ...halves].map((one) => figures.equipmentLosses(twin, id, one).inputs);
        for (const name of [
          'plannedTime',
          'unknownTime',
          'equipmentFailure',
          'productionTime',
          'producedCount',
          'goodCount',
        ] as const) {
          const values = some.map((one) => one[name]);
          if (values.every((value) => value !== undefined))
            assert.equal(sum(values as number[]), all[name], name);
        }
      }
    });
  });

  it('hours of production add up to what the machines counted, seeds 7501…8000', () => {
    forPlants(7501, 500, (twin, { interval }) => {
      const made = figures.equipmentProduction(twin, line, interval);
      assertFigures(made);
      assert.equal(totalDuration(made.hours), duration(interval));
      for (const name of ['good', 'produced', 'scrap', 'rework'] as const) {
        const hours = made.hours.flatMap((hour) => hour[name] ?? []);
        assert.equal(hours.length > 0 ? sum(hours) : undefined, made[name], name);
      }
      assert.equal(
        sum(made.hours.map((hour) => hour.plannedTime)),
        totalDuration(twin.calendar.planned(interval, line)),
      );
    });
  });

  it('energy by state, cost by band and slices of demand add up to the energy, seeds 8001…9000', () => {
    forPlants(8001, 1000, (twin, { interval }) => {
      const used = figures.equipmentEnergy(twin, line, interval);
      const cost = figures.equipmentEnergyCost(twin, line, interval);
      const demand = figures.equipmentDemand(twin, line, interval);
      const waste = figures.equipmentIdleWaste(twin, line, interval);
      for (const one of [used, cost, demand, waste]) assertFigures(one);
      const { bands } = cost.inputs;
      assertClose(sum(bands.map((band) => band.energy)), cost.inputs.energy, 'bands');
      if (used.value !== undefined) assertClose(cost.inputs.energy, used.value, 'energy of the cost');
      if (cost.value !== undefined) assertClose(sum(bands.map((band) => band.cost ?? 0)), cost.value, 'cost');
      assert.equal(sum(bands.map(({ time }) => time)), duration(used.interval));
      for (const id of [line, ...machines]) {
        const where = figures.equipmentEnergyByState(twin, id, interval);
        const total = figures.equipmentEnergy(twin, id, interval).value;
        if (total !== undefined && where.rest !== undefined) {
          assertClose(sum(where.energies) + where.rest, total, `energy by state of ${id}`);
        }
      }
    });
  });
});

/** Planned time in which a machine is known to stand. */
function stoppedTime(twin: Twin, id: string, past: Interval): number {
  const states = twin.seriesOf(id, 'state', 'state');
  const times = stateTimes(states, twin.calendar.planned(past, id), undefined, twin.knownUntil(id, 'state'));
  return sum(times) - times[running] - times[unknown];
}
