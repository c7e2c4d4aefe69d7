import type { EquipmentState } from '../../model/equipment-state.js';
import type { StateSeries } from '../../series/state-series.js';
import type { TextSeries } from '../../series/text-series.js';
import type { Interval } from '../../time/interval.js';

/** A machine in the flow of material. */
export interface FlowMachine {
  readonly id: string;
  /** Ids of the machines that take what this one has made. */
  readonly feeds: readonly string[];
  /** `undefined`: nothing was ever observed; a conveyor or a rack, which is looked through. */
  readonly states: StateSeries | undefined;
  /** Milliseconds since the epoch: what the states say of later time does not count. Default: no limit. */
  readonly knownUntil?: number;
  /** Why it stands. */
  readonly reasons?: TextSeries | undefined;
}

/** A time in which a machine waited for another, with the same cause all the time. */
export interface WaitingSegment extends Interval {
  /** `starved`: nothing comes; `blocked`: nothing goes. */
  readonly waiting: 'starved' | 'blocked';
  /** Id of the machine that it waited for; `undefined`: the flow ends before one is found, or its state is not known. */
  readonly cause: string | undefined;
  /** What that machine did. `running`: it is too slow. */
  readonly state: EquipmentState | undefined;
  /** Why that machine stood; `undefined`: it did not, or nobody said. */
  readonly reason: string | undefined;
}

/** Who feeds whom, and what each machine did. */
export class Flow {
  readonly #machines: ReadonlyMap<string, FlowMachine>;
  readonly #feeders = new Map<string, string[]>();
  readonly #segments = new Map<string, readonly Segment[]>();
  readonly #interval: Interval;

  constructor(machines: Iterable<FlowMachine>, interval: Interval) {
    this.#machines = new Map(Array.from(machines, (machine) => [machine.id, machine]));
    this.#interval = interval;
    for (const { id, feeds } of this.#machines.values()) {
      for (const fed of feeds) this.#feeders.set(fed, [...(this.#feeders.get(fed) ?? []), id]);
    }
  }

  /** When a machine was starved or blocked in an interval, and by whom, in time order. */
  *waiting(id: string, interval: Interval): Generator<WaitingSegment> {
    for (const { from, to, state } of this.#statesOf(id)) {
      if (state !== 'starved' && state !== 'blocked') continue;
      const end = Math.min(to, interval.to);
      for (let time = Math.max(from, interval.from); time < end;) {
        const { until, ...cause } = this.#causeOf(id, state, time);
        const next = Math.min(until, end);
        yield { from: time, to: next, waiting: state, ...cause };
        time = next;
      }
    }
  }

  /**
   * Against the flow for a starved machine, along it for a blocked one: through all that wait likewise to the first that
   * do not. Of several, one that stands comes before one that works, and a near one before a far one.
   */
  #causeOf(id: string, waiting: 'starved' | 'blocked', time: number): Cause {
    const neighbours = (one: string): readonly string[] =>
      (waiting === 'starved' ? this.#feeders.get(one) : this.#machines.get(one)?.feeds) ?? [];
    const reached = new Set([id]);
    let until = Infinity;
    let cause: string | undefined;
    let found: EquipmentState = 'unknown';
    for (const one of reached) {
      const segment = one === id ? undefined : holding(this.#statesOf(one), time);
      if (segment) until = Math.min(until, segment.to);
      if (!segment || segment.state === waiting) for (const next of neighbours(one)) reached.add(next);
      else if (rank(segment.state) > (cause === undefined ? 0 : rank(found))) {
        cause = one;
        found = segment.state;
      }
    }
    if (cause === undefined) return { cause, state: undefined, reason: undefined, until };
    const reasons = rank(found) < 2 ? undefined : this.#machines.get(cause)?.reasons;
    const index = reasons?.indexAt(time) ?? -1;
    if (!reasons || reasons.length === 0) return { cause, state: found, reason: undefined, until };
    const isSaid = index >= 0 && reasons.qualityAt(index) !== 'bad';
    const changes = index + 1 < reasons.length ? reasons.timeAt(index + 1) : Infinity;
    return {
      cause,
      state: found,
      reason: (isSaid && reasons.textAt(index)) || undefined,
      until: Math.min(until, changes),
    };
  }

  #statesOf(id: string): readonly Segment[] {
    let segments = this.#segments.get(id);
    if (!segments) {
      const { states, knownUntil = Infinity } = this.#machines.get(id) ?? { states: undefined };
      const { from, to } = this.#interval;
      const known = Math.max(from, Math.min(to, knownUntil));
      segments = states?.segments({ from, to: known }) ?? [];
      if (states && known < to) segments = [...segments, { from: known, to, state: 'unknown' }];
      this.#segments.set(id, segments);
    }
    return segments;
  }
}

type Segment = Interval & { readonly state: EquipmentState };

type Cause = Pick<WaitingSegment, 'cause' | 'state' | 'reason'> & { readonly until: number };

/** 2: it stands, 1: it works or waits for the other side, 0: nobody knows. */
function rank(state: EquipmentState): number {
  if (state === 'unknown') return 0;
  return state === 'running' || state === 'starved' || state === 'blocked' ? 1 : 2;
}

/** The segment that a time lies in; `undefined` where there are none. */
function holding(segments: readonly Segment[], time: number): Segment | undefined {
  let [low, high] = [0, segments.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (segments[middle].from <= time) low = middle;
    else high = middle;
  }
  return segments[low];
}
