import type { Kpi } from '../kpi.js';

/**
 * Rolled throughput yield: the product of the first-pass yields of the steps of a route. The chance that a piece passes
 * all of them right the first time. Not in ISO 22400.
 *
 * `undefined` where a step has no yield, or there is no step. The coverage is that of the step of which least is known.
 *
 * @param steps - first-pass yields, as `firstPassYield()` gives them
 */
export function rolledThroughputYield<Inputs>(steps: readonly Kpi<Inputs>[]): Kpi<readonly Kpi<Inputs>[]> {
  const joined = (
    of: (step: Kpi<Inputs>) => number | undefined,
    join = (a: number, b: number) => a * b,
  ): number | undefined =>
    steps
      .map(of)
      .reduce(
        (a, b) => (a === undefined || b === undefined ? undefined : join(a, b)),
        steps.length > 0 ? 1 : undefined,
      );
  const low = joined(({ bounds }) => bounds?.low);
  const high = joined(({ bounds }) => bounds?.high);
  return {
    value: joined(({ value }) => value),
    bounds: low === undefined || high === undefined ? undefined : { low, high },
    coverage: joined(({ coverage }) => coverage, Math.min),
    inputs: steps,
    warnings: steps.flatMap(({ warnings }) => warnings),
  };
}
