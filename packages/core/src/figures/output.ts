import { machineCounts } from '../kpi/oee/machine-oee.js';
import { plus } from '../kpi/plus.js';
import type { ProductionRecord } from '../kpi/production/production.js';
import type { Interval } from '../time/interval.js';
import type { Twin } from '../twin/twin.js';
import { machineRecord } from './equipment-oee.js';
import { outputMachines } from './output-machines.js';

/** What is known of a machine whose pieces are counted, and until when its counts are known. */
export function productionRecord(twin: Twin, id: string): ProductionRecord {
  const known = ['goodCount', 'producedCount'].map((name) =>
    twin.seriesOf(id, name, 'counter') ? twin.knownUntil(id, name) : Infinity,
  );
  return { ...machineRecord(twin, id), countsKnownUntil: Math.min(...known) };
}

/** Units of quantity of what some machines made in the past; `pcs` where that is not known. */
export function unitsOf(twin: Twin, machines: readonly string[], past: Interval): ReadonlySet<string> {
  const units = machines.flatMap((id) => {
    const products = twin.seriesOf(id, 'product', 'text')?.segments(past) ?? [];
    const own = products.flatMap(({ text }) => twin.products.get(text)?.unit ?? []);
    return own.length > 0 ? own : ['pcs'];
  });
  return new Set(units);
}

/**
 * Good units that an equipment put out, however many of its machines a piece passed; `undefined` where a machine at the
 * end of the flow is not counted, or units differ.
 *
 * @param machines - default: those at the end of the flow
 */
export function goodOutput(
  twin: Twin,
  equipment: string,
  past: Interval,
  machines = outputMachines(twin, equipment),
): number | undefined {
  if (machines.length === 0 || unitsOf(twin, machines, past).size > 1) return undefined;
  return machines.reduce<number | undefined>(
    (sum, id) => plus(sum, machineCounts(machineRecord(twin, id), past).good),
    0,
  );
}
