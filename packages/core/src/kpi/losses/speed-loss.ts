import type { NumberSeries } from '../../series/number-series.js';
import type { Interval } from '../../time/interval.js';
import type { Kpi, KpiWarning } from '../kpi.js';
import { machineOee, type MachineRecord } from '../oee/machine-oee.js';
import { plus } from '../plus.js';
import { ratio } from '../ratio.js';
import { quantile } from '../statistics/summary.js';
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
  const products = [...cyclesByProduct(machine, planned)].map(([product, cycles]) =>
    cycleTimesOf(product, machine.idealCycle(product), cycles),
  );
  const cycles = products.reduce((sum, one) => sum + one.cycles, 0);
  const cycleTime = products.reduce((sum, one) => sum + one.time, 0);
  const lost = products.map(({ lostTime }) => lostTime).reduce(plus, cycles > 0 ? 0 : undefined);
  const countedLoss = minus(input.productionTime, input.idealTime);
  const warnings: KpiWarning[] = [];
  const withoutCycle = products.filter(({ idealCycle }) => idealCycle === undefined);
  if (withoutCycle.length > 0) {
    warnings.push({ key: 'noIdealCycle', subjects: withoutCycle.map(({ product = '' }) => product) });
  }
  if (input.producedCount !== undefined && input.producedCount !== cycles) {
    warnings.push({ key: 'cyclesDifferFromCount', subjects: [String(cycles), String(input.producedCount)] });
  }
  return {
    value: lost,
    bounds: undefined,
    coverage: ratio(input.plannedTime - input.unknownTime, input.plannedTime),
    inputs: {
      cycles,
      cycleTime,
      idealCycleTime: minus(cycleTime, lost),
      productionTime: input.productionTime,
      producedCount: input.producedCount,
      countedLoss,
      difference: minus(countedLoss, lost),
    },
    warnings,
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
  for (const { from, to } of planned) {
    let index = Math.max(cycleTimes.indexAt(from), 0);
    for (; index < cycleTimes.length && cycleTimes.timeAt(index) < to; index++) {
      const time = cycleTimes.timeAt(index);
      const seconds = cycleTimes.valueAt(index);
      if (time < from || seconds === undefined) continue;
      const product = products?.at(time)?.text || undefined;
      const known = cycles.get(product);
      if (known) known.push(seconds * 1000);
      else cycles.set(product, [seconds * 1000]);
    }
  }
  return cycles;
}

function cycleTimesOf(
  product: string | undefined,
  idealCycle: number | undefined,
  cycles: readonly number[],
): CycleTimes {
  const sorted = Float64Array.from(cycles).sort();
  const time = sorted.reduce((total, one) => total + one, 0);
  // There is a cycle at least, or the product would not be here.
  const at = (share: number) => quantile(sorted, share) as number;
  return {
    product,
    idealCycle,
    cycles: sorted.length,
    time,
    lostTime: idealCycle === undefined ? undefined : time - sorted.length * idealCycle,
    slowCycles: idealCycle === undefined ? undefined : sorted.filter((one) => one > idealCycle).length,
    mean: time / sorted.length,
    minimum: sorted[0],
    lowerQuartile: at(0.25),
    median: at(0.5),
    upperQuartile: at(0.75),
    maximum: sorted[sorted.length - 1],
  };
}
