import type { NumberSeries } from '../../series/number-series.js';
import type { Interval } from '../../time/interval.js';
import type { Kpi } from '../kpi.js';
import { machineOee, type MachineRecord } from '../oee/machine-oee.js';
import { plus } from '../plus.js';
import { ratio } from '../ratio.js';
import { forEachReading } from '../observed.js';
import { quantile } from '../statistics/summary.js';
import { total } from '../total.js';
import { warningsOf } from '../warnings.js';
import { minus } from '../minus.js';

/** What is known of a machine that tells how long each cycle took. */
export interface SpeedRecord extends MachineRecord {
  /** Seconds, one observation at the end of each cycle: the signal `cycleTime`. */
  readonly cycleTimes: NumberSeries | undefined;
}

/** The cycles of one product. All times are in milliseconds. */
export interface CycleTimes {
  /** `undefined`: none was set. */
  readonly product: string | undefined;
  /** `undefined`: not known. */
  readonly idealCycle: number | undefined;
  readonly cycles: number;
  /** Σ of the cycles. */
  readonly time: number;
  /** Σ (cycle − ideal cycle). Negative: faster than the ideal cycle. */
  readonly lostTime: number | undefined;
  /** Cycles that took longer than the ideal one. */
  readonly slowCycles: number | undefined;
  readonly mean: number;
  readonly minimum: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly maximum: number;
}

/** What the speed loss was made of, and how it agrees with what was counted. */
export interface SpeedLossInput {
  /** Cycles told. */
  readonly cycles: number;
  /** Milliseconds that they took. */
  readonly cycleTime: number;
  /** Milliseconds that they should have taken. */
  readonly idealCycleTime: number | undefined;
  /** Planned time in the state `running`, in milliseconds. */
  readonly productionTime: number;
  /** Pieces counted. */
  readonly producedCount: number | undefined;
  /** Production time less Σ ideal cycle × pieces counted: the whole loss in the state `running`. */
  readonly countedLoss: number | undefined;
  /**
   * `countedLoss` less the loss of the cycles: run time that no cycle tells of (waiting between cycles, cycles not told), or cycles
   * that reach into stops where it is negative. 0 where both agree.
   */
  readonly difference: number | undefined;
}

/** The time lost by slow cycles, in milliseconds, with the distribution of the cycles of each product. */
export interface SpeedLoss extends Kpi<SpeedLossInput> {
  /** In the order in which the products first ran. */
  readonly products: readonly CycleTimes[];
}

/**
 * Speed loss from the cycles themselves: Σ (cycle − ideal cycle) over the cycles that ended in the planned time, product by
 * product. Beside it stands the loss from counts, which also holds what happened between the cycles.
 *
 * The ideal cycle is that of one piece: a machine that makes several in a cycle has to tell the time of a piece.
 * `cyclesDifferFromCount` warns where pieces and cycles are not as many; `noIdealCycle` names products without one.
 *
 * @param planned - the planned parts of the time asked about, in time order, already cut off at the present
 */
export function speedLoss(machine: SpeedRecord, planned: readonly Interval[]): SpeedLoss {
  const { input } = machineOee(machine, planned);
  const { plannedTime, unknownTime, productionTime, producedCount, idealTime } = input;
  const products = [...cyclesByProduct(machine, planned)].map(([product, cycles]) =>
    cycleTimesOf(product, machine.idealCycle(product), cycles),
  );
  const cycles = total(products.map((one) => one.cycles));
  const cycleTime = total(products.map((one) => one.time));
  const lost = products.map(({ lostTime }) => lostTime).reduce(plus, cycles > 0 ? 0 : undefined);
  const countedLoss = minus(productionTime, idealTime);
  const withoutCycle = products.filter(({ idealCycle }) => idealCycle === undefined);
  return {
    value: lost,
    bounds: undefined,
    coverage: ratio(plannedTime - unknownTime, plannedTime),
    inputs: {
      cycles,
      cycleTime,
      idealCycleTime: minus(cycleTime, lost),
      productionTime,
      producedCount,
      countedLoss,
      difference: minus(countedLoss, lost),
    },
    warnings: warningsOf({
      noIdealCycle: withoutCycle.length > 0 && withoutCycle.map(({ product = '' }) => product),
      cyclesDifferFromCount: (producedCount ?? cycles) !== cycles && [String(cycles), String(producedCount)],
    }),
    products,
  };
}

/** Milliseconds of each cycle that ended in the planned time, by the product that was set then. */
function cyclesByProduct(
  { cycleTimes, products }: SpeedRecord,
  planned: readonly Interval[],
): Map<string | undefined, number[]> {
  const cycles = new Map<string | undefined, number[]>();
  if (cycleTimes === undefined) return cycles;
  forEachReading(cycleTimes, planned, (seconds, time) => {
    const product = products?.at(time)?.text || undefined;
    const known = cycles.get(product) ?? [];
    cycles.set(product, known);
    known.push(seconds * 1000);
  });
  return cycles;
}

function cycleTimesOf(
  product: string | undefined,
  idealCycle: number | undefined,
  cycles: readonly number[],
): CycleTimes {
  const time = total(cycles);
  const { length } = cycles;
  // There is a cycle at least, or the product would not be here.
  const at = (share: number) => quantile(cycles, share) as number;
  return {
    product,
    idealCycle,
    cycles: length,
    time,
    lostTime: idealCycle === undefined ? undefined : time - length * idealCycle,
    slowCycles: idealCycle === undefined ? undefined : cycles.filter((one) => one > idealCycle).length,
    mean: time / length,
    minimum: at(0),
    lowerQuartile: at(0.25),
    median: at(0.5),
    upperQuartile: at(0.75),
    maximum: at(1),
  };
}
