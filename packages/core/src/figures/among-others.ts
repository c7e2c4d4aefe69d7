import type { Kpi } from '../kpi/kpi.js';
import type { OeeInput } from '../kpi/oee/oee.js';
import { ratio } from '../kpi/ratio.js';

/** The figures of some machines, with coverage and bounds over the planned time of others too, of which nothing is known. */
export function amongOthers<Figures extends Kpi<OeeInput>>(figures: Figures, others: OeeInput): Figures {
  const { plannedTime, unknownTime } = figures.inputs;
  // Less than none may be left where more was rejected than produced.
  const idealGoodTime = Math.max(figures.inputs.idealGoodTime ?? 0, 0);
  const planned = plannedTime + others.plannedTime;
  if (planned === 0) return figures;
  const possible = unknownTime + others.productionTime + others.unknownTime;
  return {
    ...figures,
    coverage: ratio(plannedTime - unknownTime, planned),
    bounds: {
      low: idealGoodTime / planned,
      high: Math.max((idealGoodTime + possible) / planned, figures.value ?? 0),
    },
  };
}
