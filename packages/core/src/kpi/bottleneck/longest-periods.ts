import { type Interval, intersection, subtract } from '../../time/interval.js';
import type { ActivePeriod } from './active-periods.js';

/**
 * Those of some active periods that are longest at some instant: no rival of another machine that is active then is
 * longer. Each of them is a bottleneck as long as it lasts: the change from one to the next takes all the time that
 * both are active (Roser's shifting bottleneck).
 *
 * From the longest down, so that each is compared with the union of all that are longer: O(n log n).
 *
 * @param candidates - the longest first, see {@link byLength}
 * @param rivals - the longest first; they may hold the candidates themselves; one of the same machine that is longer does not compete
 * @param within - only instants in here count. Default: all
 */
export function longestPeriods(
  candidates: readonly ActivePeriod[],
  rivals: readonly ActivePeriod[],
  within: Interval = { from: -Infinity, to: Infinity },
): ActivePeriod[] {
  const cover = new Cover();
  const grown = new Map<number, ActivePeriod[]>();
  let next = 0;
  return candidates.filter((period) => {
    // Nearly all are shorter than those that already cover everything.
    if (cover.holds(within) && !grown.has(period.machine)) return false;
    for (; next < rivals.length && rivals[next].length > period.length; next++) {
      const rival = rivals[next];
      cover.add(rival);
      if (rival.isGrown) grown.set(rival.machine, [...(grown.get(rival.machine) ?? []), rival]);
    }
    const part = intersection(period, within);
    if (!part) return false;
    if (!cover.holds(part)) return true;
    // Its own machine may have covered it.
    if (!grown.get(period.machine)?.some((own) => intersection(own, part))) return false;
    let rest = [part];
    for (let index = 0; index < next && rest.length > 0; index++) {
      const rival = rivals[index];
      if (rival.machine !== period.machine) rest = rest.flatMap((one) => subtract(one, [rival]));
    }
    return rest.length > 0;
  });
}

/** Order of periods: the longest first. */
export function byLength(a: ActivePeriod, b: ActivePeriod): number {
  // Infinity − Infinity would be no number.
  return a.length === b.length ? 0 : b.length - a.length;
}

/** A union of intervals that grows. */
class Cover {
  readonly #parts: Interval[] = [];

  holds({ from, to }: Interval): boolean {
    const part = this.#parts[this.#firstEndingAt(from)];
    return part !== undefined && part.from <= from && part.to >= to;
  }

  add({ from, to }: Interval): void {
    const first = this.#firstEndingAt(from);
    let end = first;
    let merged: Interval = { from, to };
    for (; end < this.#parts.length && this.#parts[end].from <= to; end++) {
      merged = {
        from: Math.min(merged.from, this.#parts[end].from),
        to: Math.max(merged.to, this.#parts[end].to),
      };
    }
    this.#parts.splice(first, end - first, merged);
  }

  /** Position of the first part that ends at a time or later. */
  #firstEndingAt(time: number): number {
    let [low, high] = [0, this.#parts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#parts[middle].to < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
