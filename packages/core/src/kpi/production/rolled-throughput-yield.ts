import type { Kpi } from '../kpi.js';
import { product } from '../share.js';

/**
 * Rolled throughput yield: the product of the first-pass yields of the steps of a route. The chance that a piece passes
 * all of them right the first time. Not in ISO 22400.
 *
 * `undefined` where a step has no yield, or there is no step. The coverage is that of the step of which least is known.
 *
 * @param steps - first-pass yields, as `firstPassYield()` gives them
 */
export function rolledThroughputYield<Inputs>(steps: readonly Kpi<Inputs>[]): Kpi<readonly Kpi<Inputs>[]> {
  const least = Math.min(1, ...steps.map(({ coverage = NaN }) => coverage));
  return {
    ...product(steps),
    coverage: steps.length > 0 && least >= 0 ? least : undefined,
    inputs: steps,
    warnings: steps.flatMap(({ warnings }) => warnings),
  };
}
