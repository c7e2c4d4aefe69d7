import type { Interval, Twin } from '@twinfloor/core';

const warned = new Set<string>();

/**
 * The interval that a `range` attribute means now. A range that cannot be understood is that of the shift, with one
 * warning in the console: elements never throw for an attribute.
 */
export function intervalOf(twin: Twin, range: string): Interval {
  try {
    return twin.interval(range);
  } catch (error) {
    if (!warned.has(range)) console.warn(error instanceof Error ? error.message : error);
    warned.add(range);
    return twin.interval('shift');
  }
}
