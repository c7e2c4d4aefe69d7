import type { MachineCounts } from '../oee/machine-oee.js';
import { total } from '../total.js';

/** Adds what is known; a sum is missing only where all its parts are. */
export function knownSums(parts: readonly MachineCounts[]): MachineCounts {
  const sum = (name: keyof MachineCounts) => {
    const known = parts.flatMap((part) => part[name] ?? []);
    return known.length > 0 ? total(known) : undefined;
  };
  return { good: sum('good'), scrap: sum('scrap'), rework: sum('rework'), produced: sum('produced') };
}
