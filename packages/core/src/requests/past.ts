import type { Twin } from '../twin/twin.js';

/** The clock counts as showing the past from this far behind the present on, in milliseconds. */
const pastFrom = 1_000;

/** Whether a twin shows a moment of the past: what people do belongs to the present, so nothing can be done then. */
export function showsPast({ clock }: Twin): boolean {
  // Asked one after the other, the two are a moment apart: a live clock would now and then show the past.
  return clock.mode !== 'live' && clock.latest - clock.now() > pastFrom;
}
