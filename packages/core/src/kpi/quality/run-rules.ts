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
  readonly needed: number;
  readonly length: number;
  readonly belongs: Belongs;
  /** Whether it asks for standard deviations, which have a meaning on both sides of a symmetrical statistic only. */
  readonly zones?: boolean;
}

/** So many points beyond a limit on one side. */
function beyond(limit: number, needed = 1, length = needed): Pattern {
  const zones = limit === 1 || limit === 2;
  return { needed, length, belongs: (side, position) => side * position > limit, zones };
}

/** So many points in a row. */
function allOf(length: number, belongs: Belongs, zones?: boolean): Pattern {
  return { needed: length, length, belongs, zones };
}

const patterns: Readonly<Record<RunRule, Pattern>> = {
  nelson1: beyond(3),
  nelson2: beyond(0, 9),
  nelson3: allOf(6, (side, position, before, index) => index === 0 || side * (position - before) > 0),
  nelson4: allOf(
    14,
    (side, position, before, index) => index === 0 || (index % 2 ? side : -side) * (position - before) > 0,
  ),
  nelson5: beyond(2, 2, 3),
  nelson6: beyond(1, 4, 5),
  nelson7: allOf(15, (_, position) => Math.abs(position) < 1, true),
  nelson8: allOf(8, (_, position) => Math.abs(position) > 1, true),
  westernElectric1: beyond(3),
  westernElectric2: beyond(2, 2, 3),
  westernElectric3: beyond(1, 4, 5),
  westernElectric4: beyond(0, 8),
};

const names = Object.keys(patterns) as readonly RunRule[];

/** All eight rules of Nelson. */
export const nelsonRules = names.slice(0, 8);

/** All four zone rules of Western Electric. */
export const westernElectricRules = names.slice(8);

/** The rules that also hold for statistics that are not symmetrical (ranges, counts): limits, runs, trends. */
export function rulesWithoutZones(rules: readonly RunRule[] = ['nelson1']): readonly RunRule[] {
  return rules.filter((rule) => !patterns[rule].zones);
}

/**
 * Judges the points of a control chart. A rule looks back at fifteen of them at most.
 *
 * A point on the centre line belongs to no side, one on a limit is not beyond it, and equal neighbours end a trend.
 * Of two of three and four of five points, the last must itself lie in the zone; a rule waits until all points that
 * it looks at are there.
 *
 * @param positions - distances from the centre line in standard deviations; NaN: no point, which ends every pattern
 * @returns in the order of the points that complete a pattern
 * @throws {RangeError} if one of the rules is none
 */
export function runRules(positions: ArrayLike<number>, rules: readonly RunRule[]): RunRuleFinding[] {
  for (const rule of rules) allow(names.includes(rule), 'rule', rule, names.join(', '));
  return Array.from(positions).flatMap((_, at) =>
    rules.flatMap((rule) => {
      const points = pointsOf(patterns[rule], positions, at);
      return points ? { rule, at, points } : [];
    }),
  );
}

/** The points that make a pattern which is complete at a point. */
function pointsOf(
  { needed, length, belongs }: Pattern,
  positions: ArrayLike<number>,
  at: number,
): number[] | undefined {
  const first = at - length + 1;
  for (const side of first < 0 ? [] : [1, -1]) {
    const points: number[] = [];
    let spare = length - needed;
    // Most points complete nothing: from the last one back, that is seen soonest.
    for (let index = at; index >= first && spare >= 0; index--) {
      const position = positions[index];
      if (belongs(side, position, positions[index - 1], index - first)) points.unshift(index);
      else spare -= points.length > 0 ? 1 : length;
      if (Number.isNaN(position)) spare = -1;
    }
    if (spare >= 0) return points;
  }
  return undefined;
}
