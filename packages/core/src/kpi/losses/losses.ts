import { allow } from '../allow.js';
import type { Kpi } from '../kpi.js';
import { oee, type Oee, type OeeInput } from '../oee/oee.js';
import { checkAmounts } from '../share.js';
import { sumOf } from '../sum-of.js';
import { minus } from '../minus.js';

/** Where the time of an equipment went, or the sums of several. All times share one unit. */
export interface LossInput extends OeeInput {
  /** All time asked about, planned or not. */
  readonly calendarTime: number;
  /** Calendar time less the schedule loss. */
  readonly plannedTime: number;
  /** Time of stops booked to failures. */
  readonly equipmentFailure: number;
  /** Time of stops booked to set-up and adjustment. */
  readonly setupAndAdjustment: number;
  /** Run time: planned and known, less failures and set-up. Minor stops are part of it: the performance bears them. */
  readonly productionTime: number;
  /** Time of minor stops. */
  readonly idlingAndMinorStops: number;
  /** Σ planned runtime per item × pieces rejected while starting up, part of the ideal time of all rejects. */
  readonly reducedYield: number | undefined;
}

/**
 * The time of an equipment from the calendar down to what was fully productive. Each time is the one before it less the losses between
 * them; what cannot be known without counts and an ideal cycle is `undefined`.
 */
export interface LossTimes {
  readonly calendarTime: number;
  /** Outside of the plan, and stops that the catalogue books to it. Lowers only the TEEP. */
  readonly scheduleLoss: number;
  readonly plannedTime: number;
  /** Planned time without a trustworthy state. Not a loss: nobody knows. */
  readonly unknownTime: number;
  readonly equipmentFailure: number;
  readonly setupAndAdjustment: number;
  readonly runTime: number;
  readonly idlingAndMinorStops: number;
  /** What the performance lost beside the minor stops. Negative: faster than the ideal cycle, a gain. */
  readonly reducedSpeed: number | undefined;
  /** What the pieces should have taken. */
  readonly netRunTime: number | undefined;
  /** Ideal time of the pieces rejected in steady production. */
  readonly processDefects: number | undefined;
  /** Ideal time of the pieces rejected while starting up. */
  readonly reducedYield: number | undefined;
  /** What the good pieces should have taken. */
  readonly fullyProductiveTime: number | undefined;
}

/** The OEE with minor stops booked to the performance, and the losses that it is made of. */
export interface SixBigLosses extends Kpi<LossInput>, Omit<Oee, 'inputs'> {
  readonly times: LossTimes;
}

/**
 * The six big losses and the schedule loss (Nakajima, TPM) as a waterfall of times.
 *
 * The value is the OEE: the same product as ISO 22400-2 gives, with minor stops in the performance where that has them in the
 * availability. Time without data is neither planned loss nor production; see {@link oee} for coverage and bounds.
 *
 * @throws {RangeError} if an input is negative or not finite, the parts do not make up the planned time, or a part exceeds what it is part of
 *
 * @example
 * ```ts
 * // Vorne: shift 480 min with 60 min of breaks, 47 min down, 1 s a piece, 19 271 pieces, 423 of them rejected.
 * losses({
 *   calendarTime: 480, plannedTime: 420, unknownTime: 0, equipmentFailure: 47, setupAndAdjustment: 0, productionTime: 373,
 *   idlingAndMinorStops: 0, idealTime: 19271 / 60, idealGoodTime: 18848 / 60, reducedYield: 0,
 *   producedCount: 19271, goodCount: 18848,
 * }).times.reducedSpeed; // 51.8 min
 * ```
 */
export function losses(input: LossInput): SixBigLosses {
  check(input);
  const { calendarTime, plannedTime, unknownTime, equipmentFailure, setupAndAdjustment } = input;
  const { productionTime, idlingAndMinorStops, idealTime, idealGoodTime, reducedYield } = input;
  return {
    ...oee(input),
    inputs: input,
    times: {
      calendarTime,
      scheduleLoss: calendarTime - plannedTime,
      plannedTime,
      unknownTime,
      equipmentFailure,
      setupAndAdjustment,
      runTime: productionTime,
      idlingAndMinorStops,
      reducedSpeed: minus(productionTime - idlingAndMinorStops, idealTime),
      netRunTime: idealTime,
      processDefects: minus(minus(idealTime, idealGoodTime), reducedYield),
      reducedYield,
      fullyProductiveTime: idealGoodTime,
    },
  };
}

function check(input: LossInput): void {
  const { calendarTime, plannedTime, unknownTime, productionTime } = input;
  const { equipmentFailure, setupAndAdjustment, idlingAndMinorStops } = input;
  checkAmounts({ calendarTime, equipmentFailure, setupAndAdjustment, idlingAndMinorStops });
  const parts = unknownTime + equipmentFailure + setupAndAdjustment + productionTime;
  // A billionth of slack, because times given in minutes or hours are sums of fractions.
  const most = (name: string, time: number, limit: number) =>
    allow(time <= limit * (1 + 1e-9), name, time, `at most ${limit}`);
  most('plannedTime', plannedTime, calendarTime);
  most('idlingAndMinorStops', idlingAndMinorStops, productionTime);
  allow(Math.abs(parts - plannedTime) <= plannedTime * 1e-9, 'plannedTime', plannedTime, parts);
}

/** Adds the inputs of several equipments, or of one in several times. What one of them lacks is missing in the sum too. */
export function sumOfLossInputs(inputs: readonly LossInput[]): LossInput {
  return sumOf(inputs, none);
}

const none: LossInput = {
  calendarTime: 0,
  plannedTime: 0,
  unknownTime: 0,
  equipmentFailure: 0,
  setupAndAdjustment: 0,
  productionTime: 0,
  idlingAndMinorStops: 0,
  idealTime: 0,
  idealGoodTime: 0,
  reducedYield: 0,
  producedCount: 0,
  goodCount: 0,
};
