import type { EnergyUse } from '../kpi/energy/energy.js';
import { duration, type Interval } from '../time/interval.js';

/** The energy of several meters or machines together. It has no peak, because peaks do not add up. */
export function sumOfEnergies(parts: readonly EnergyUse[], interval: Interval): EnergyUse {
  if (parts.length === 1) return parts[0];
  const measured = parts.filter((part) => part.value !== undefined);
  const value =
    measured.length === 0 ? undefined : measured.reduce((sum, part) => sum + (part.value ?? 0), 0);
  const time = duration(interval) * parts.length;
  const measuredTime = parts.reduce((sum, part) => sum + part.inputs.measuredTime, 0);
  const bounded = parts.length > 0 && parts.every((part) => part.bounds !== undefined);
  return {
    value,
    bounds: bounded
      ? {
          low: parts.reduce((sum, part) => sum + (part.bounds?.low ?? 0), 0),
          high: parts.reduce((sum, part) => sum + (part.bounds?.high ?? 0), 0),
        }
      : undefined,
    coverage: time === 0 ? undefined : measuredTime / time,
    inputs: { source: measured[0]?.inputs.source ?? 'none', time, measuredTime },
    warnings: [],
    meanPower:
      measured.length === 0 ? undefined : measured.reduce((sum, part) => sum + (part.meanPower ?? 0), 0),
    peak: undefined,
  };
}
