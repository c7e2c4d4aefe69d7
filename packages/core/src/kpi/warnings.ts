import type { KpiWarning } from './kpi.js';

/** The warnings that hold, in this order: their keys with what each is about, `false` where it does not hold. */
export function warningsOf(subjects: Readonly<Record<string, readonly string[] | false>>): KpiWarning[] {
  return Object.entries(subjects).flatMap(([key, about]) => (about ? [{ key, subjects: about }] : []));
}
