import { machinesOf } from './past.js';
import type { Twin } from '../twin/twin.js';

/**
 * Ids of the machines whose counts are the output of an equipment, so that a piece is counted once however many
 * machines it passes: those that feed no other machine of it. `feeds` that lead back (rework) do not count.
 *
 * Where such a machine counts nothing (a conveyor, a rack), those that feed it stand for it; one that counts nothing
 * and is fed by none is left out. Machines without any `feeds` between them work side by side, and each is output.
 *
 * @throws {RangeError} if there is no such equipment
 */
export function outputMachines(twin: Twin, equipment: string): readonly string[] {
  const flow = new Flow(twin, machinesOf(twin, equipment));
  const output = new Set<string>();
  const seen = new Set<string>();
  const queue = flow.ends();
  for (const id of queue) {
    if (seen.has(id)) continue;
    seen.add(id);
    if (isCounted(twin, id)) output.add(id);
    else queue.push(...flow.feeders(id));
  }
  // A machine that feeds one that counts nothing may also feed one whose pieces are counted already.
  return flow.ids.filter(
    (id) =>
      output.has(id) &&
      !flow.downstream(id).some((other) => output.has(other) && !flow.downstream(other).includes(id)),
  );
}

function isCounted(twin: Twin, id: string): boolean {
  return ['goodCount', 'producedCount'].some((name) => twin.seriesOf(id, name, 'counter') !== undefined);
}

/** Who feeds whom among some machines. */
class Flow {
  readonly ids: readonly string[];
  readonly #fed = new Map<string, readonly string[]>();
  readonly #feeders = new Map<string, string[]>();
  readonly #downstream = new Map<string, readonly string[]>();

  constructor(twin: Twin, ids: readonly string[]) {
    this.ids = ids;
    const known = new Set(ids);
    for (const id of ids) {
      const fed = (twin.tree.get(id).feeds ?? []).filter((other) => known.has(other) && other !== id);
      this.#fed.set(id, fed);
      for (const other of fed) {
        const feeders = this.#feeders.get(other);
        if (feeders) feeders.push(id);
        else this.#feeders.set(other, [id]);
      }
    }
  }

  feeders(id: string): readonly string[] {
    return this.#feeders.get(id) ?? [];
  }

  /** All that pieces of a machine can reach; itself too if they can come back. */
  downstream(id: string): readonly string[] {
    let reached = this.#downstream.get(id);
    if (reached) return reached;
    const found = new Set<string>();
    const queue = [...this.#fedBy(id)];
    for (const one of queue) {
      if (found.has(one)) continue;
      found.add(one);
      queue.push(...this.#fedBy(one));
    }
    reached = [...found];
    this.#downstream.set(id, reached);
    return reached;
  }

  /** Machines behind which nothing follows. Of a circle at an end, those at which pieces come in. */
  ends(): string[] {
    return this.ids.filter((id) => {
      const ahead = this.downstream(id);
      if (!ahead.every((other) => this.downstream(other).includes(id))) return false;
      if (ahead.length === 0) return true;
      const comesIn = (one: string) => this.feeders(one).some((feeder) => !ahead.includes(feeder));
      return comesIn(id) || !ahead.some(comesIn);
    });
  }

  #fedBy(id: string): readonly string[] {
    return this.#fed.get(id) ?? [];
  }
}
