/** Something of the factory to which things happen at times. */
export abstract class Actor {
  /** When it is its turn, in milliseconds since the epoch; `Infinity`: never. Set by the agenda. */
  due = Infinity;
  /** Its place in the agenda, -1 outside. Set by the agenda. */
  slot = -1;

  /** Unique; of two actors that are due at one time the lower comes first. */
  readonly rank: number;

  constructor(rank: number) {
    this.rank = rank;
  }

  /** Takes its turn. */
  abstract act(time: number): void;
}

/**
 * Who is next: a heap in which each actor stands at most once, so that putting off and calling off cost as little as
 * scheduling, whatever the number of actors.
 */
export class Agenda {
  readonly #heap: Actor[] = [];

  /** When the next actor is due; `Infinity` without one. */
  get nextTime(): number {
    return this.#heap.length === 0 ? Infinity : this.#heap[0].due;
  }

  /** Gives an actor its next turn, in place of the one it had. `Infinity` calls it off. */
  schedule(actor: Actor, time: number): void {
    actor.due = time;
    if (time === Infinity) {
      if (actor.slot >= 0) this.#remove(actor);
      return;
    }
    if (actor.slot < 0) {
      actor.slot = this.#heap.length;
      this.#heap.push(actor);
    }
    this.#sift(actor);
  }

  /** Takes out the actor whose turn it is. */
  take(): Actor {
    const actor = this.#heap[0];
    this.#remove(actor);
    return actor;
  }

  #remove(actor: Actor): void {
    const { slot } = actor;
    const last = this.#heap.pop() as Actor;
    actor.slot = -1;
    if (last === actor) return;
    this.#heap[slot] = last;
    last.slot = slot;
    this.#sift(last);
  }

  #sift(actor: Actor): void {
    const heap = this.#heap;
    let { slot } = actor;
    for (; slot > 0;) {
      const parent = (slot - 1) >> 1;
      if (isBefore(heap[parent], actor)) break;
      this.#put(heap[parent], slot);
      slot = parent;
    }
    for (;;) {
      let child = 2 * slot + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) child++;
      if (isBefore(actor, heap[child])) break;
      this.#put(heap[child], slot);
      slot = child;
    }
    this.#put(actor, slot);
  }

  #put(actor: Actor, slot: number): void {
    this.#heap[slot] = actor;
    actor.slot = slot;
  }
}

function isBefore(a: Actor, b: Actor): boolean {
  return a.due < b.due || (a.due === b.due && a.rank < b.rank);
}
