import type { Interval, Twin } from '@twinfloor/core';

const warned = new Set<string>();
/** The last answer: all tiles of a page ask the same in the same moment. */
let last: { twin: Twin; range: string; now: number; interval: Interval } | undefined;

/**
 * The interval that a `range` attribute means now. A range that cannot be understood is that of the shift, with one
 * warning in the console: elements never throw for an attribute.
 */
export function intervalOf(twin: Twin, range: string): Interval {
  const now = twin.clock.now();
  if (last?.twin !== twin || last.range !== range || last.now !== now)
    last = { twin, range, now, interval: understood(twin, range) };
  return last.interval;
}

function understood(twin: Twin, range: string): Interval {
  try {
    return twin.interval(range);
  } catch (error) {
    if (!warned.has(range)) console.warn(error instanceof Error ? error.message : error);
    warned.add(range);
    return twin.interval('shift');
  }
}
