import { allow } from '../allow.js';

/** The rules of Nelson (1984) and the zone rules of the Western Electric handbook (1956). */
export type RunRule =
  | 'nelson1'
  | 'nelson2'
  | 'nelson3'
  | 'nelson4'
  | 'nelson5'
  | 'nelson6'
  | 'nelson7'
  | 'nelson8'
  | 'westernElectric1'
  | 'westernElectric2'
  | 'westernElectric3'
  | 'westernElectric4';

/** A pattern that chance alone seldom makes. */
export interface RunRuleFinding {
  readonly rule: RunRule;
  /** Index of the point that completed the pattern. */
  readonly at: number;
  /** Indexes of the points that make it, the last of them `at`. */
  readonly points: readonly number[];
}

/** Whether a point belongs to a pattern on one side: 1 above or rising, −1 below or falling. */
type Belongs = (side: number, position: number, before: number, index: number) => boolean;

/** `needed` of `length` points in a row belong to it, the last one among them. */
interface Pattern {
  readonly length: number;
  readonly needed: number;
  readonly belongs: Belongs;
  /** Whether it asks for standard deviations, which have a meaning on both sides of a symmetrical statistic only. */
  readonly zones?: boolean;
}

const beyond =
  (limit: number): Belongs =>
  (side, position) =>
    side * position > limit;

const beyondLimits: Pattern = { length: 1, needed: 1, belongs: beyond(3) };
const beyondTwo: Pattern = { length: 3, needed: 2, belongs: beyond(2), zones: true };
const beyondOne: Pattern = { length: 5, needed: 4, belongs: beyond(1), zones: true };

const patterns: Readonly<Record<RunRule, Pattern>> = {
  nelson1: beyondLimits,
  nelson2: { length: 9, needed: 9, belongs: beyond(0) },
  nelson3: {
    length: 6,
    needed: 6,
    belongs: (side, position, before, index) => index === 0 || side * (position - before) > 0,
  },
  nelson4: {
    length: 14,
    needed: 14,
    belongs: (side, position, before, index) =>
      index === 0 || (index % 2 ? side : -side) * (position - before) > 0,
  },
  nelson5: beyondTwo,
  nelson6: beyondOne,
  nelson7: { length: 15, needed: 15, belongs: (_, position) => Math.abs(position) < 1, zones: true },
  nelson8: { length: 8, needed: 8, belongs: (_, position) => Math.abs(position) > 1, zones: true },
  westernElectric1: beyondLimits,
  westernElectric2: beyondTwo,
  westernElectric3: beyondOne,
  westernElectric4: { length: 8, needed: 8, belongs: beyond(0) },
};

/** All eight rules of Nelson. */
export const nelsonRules = Object.keys(patterns).slice(0, 8) as readonly RunRule[];

/** All four zone rules of Western Electric. */
export const westernElectricRules = Object.keys(patterns).slice(8) as readonly RunRule[];

/** The rules that also hold for statistics that are not symmetrical (ranges, counts): limits, runs, trends. */
export function rulesWithoutZones(rules: readonly RunRule[]): readonly RunRule[] {
  return rules.filter((rule) => !patterns[rule].zones);
}

const longest = 15;

/**
 * Judges the points of a control chart one by one, whatever their number: only the last fifteen are kept.
 *
 * A point on the centre line belongs to no side, one on a limit is not beyond it, and equal neighbours end a trend.
 * Of two of three and four of five points, the last must itself lie in the zone; a rule waits until all points that
 * it looks at are there.
 */
export class RunRules {
  readonly #rules: readonly RunRule[];
  readonly #positions: number[] = [];
  #count = 0;

  /** @throws {RangeError} if one of the rules is none */
  constructor(rules: readonly RunRule[]) {
    for (const rule of rules) {
      allow(Object.hasOwn(patterns, rule), 'rule', rule, Object.keys(patterns).join(', '));
    }
    this.#rules = rules;
  }

  /**
   * Takes the next point.
   *
   * @param position - its distance from the centre line in standard deviations; NaN: no point, which ends every pattern
   * @returns the patterns that it completes
   */
  add(position: number): RunRuleFinding[] {
    const at = this.#count++;
    const positions = this.#positions;
    if (Number.isNaN(position)) positions.length = 0;
    else if (positions.push(position) > longest) positions.shift();
    const findings: RunRuleFinding[] = [];
    for (const rule of this.#rules) {
      const points = this.#points(patterns[rule], at);
      if (points) findings.push({ rule, at, points });
    }
    return findings;
  }

  #points({ length, needed, belongs }: Pattern, at: number): number[] | undefined {
    const positions = this.#positions;
    const first = positions.length - length;
    if (first < 0) return undefined;
    for (const side of [1, -1]) {
      const isIn = (index: number) =>
        belongs(side, positions[first + index], positions[first + index - 1], index);
      // Most points complete nothing: from the last one back, that is seen soonest.
      let missing = isIn(length - 1) ? length - needed : -1;
      for (let index = length - 2; index >= 0 && missing >= 0; index--) if (!isIn(index)) missing--;
      if (missing < 0) continue;
      return Array.from({ length }, (_, index) => index)
        .filter(isIn)
        .map((index) => at - length + 1 + index);
    }
    return undefined;
  }
}
