import type { TextRule } from '../connector-rules.js';

/** What `from` and `to` of a binding of `sparkplug` name. */
export interface MetricSource {
  readonly group: string;
  readonly node: string;
  /** `undefined`: a metric of the edge node itself. */
  readonly device: string | undefined;
  /** Name of the metric; of what has parts, with the way to the part: `Motor/speed`, `table/0/column`. */
  readonly metric: string;
}

/** What is allowed for `from` of a binding of `sparkplug`, in words. */
export const metricSourceAllowed = 'group/node#metric or group/node/device#metric';

/** Reads `from` of a binding of `sparkplug`; `undefined` if it names no metric. No id can contain `/`, `+` or `#`. */
export function metricSource(from: string): MetricSource | undefined {
  const end = from.indexOf('#');
  const [group, node, device, ...others] = from.slice(0, Math.max(end, 0)).split('/');
  const metric = from.slice(end + 1);
  const ids = device === undefined ? [group, node] : [group, node, device];
  const isRight = ids.every((id) => sparkplugId.pattern.test(id ?? ''));
  return isRight && others.length === 0 && metric !== '' ? { group, node, device, metric } : undefined;
}

/** An id of Sparkplug: of a group, an edge node, a device or a host application (Sparkplug 3.0, 4.1). */
export const sparkplugId: TextRule = { pattern: /^[^/+#\0]+$/, allowed: 'a text without /, + and #' };

/** The least that the whole numbers among the settings of `sparkplug` may be, in milliseconds. */
export const sparkplugLeast = { reorderTimeout: 0, rebirthInterval: 100 } as const;
