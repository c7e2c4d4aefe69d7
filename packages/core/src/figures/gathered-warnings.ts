import type { KpiWarning } from '../kpi/kpi.js';

/** The warnings of some machines, one of a kind, with those that they concern. */
export function gatheredWarnings(
  parts: readonly { readonly warnings: readonly KpiWarning[] }[],
  ids: readonly string[],
): KpiWarning[] {
  const byKey = new Map<string, Set<string>>();
  parts.forEach(({ warnings }, index) => {
    for (const { key } of warnings) byKey.set(key, (byKey.get(key) ?? new Set()).add(ids[index]));
  });
  return Array.from(byKey, ([key, subjects]) => ({ key, subjects: [...subjects] }));
}
