import type { EquipmentState } from '../../model/equipment-state.js';
import type { StateSeries } from '../../series/state-series.js';
import type { TextSeries } from '../../series/text-series.js';
import type { Interval } from '../../time/interval.js';
import { lastWhere } from '../last-where.js';

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

/** A machine with those around it. */
interface Node extends FlowMachine {
  /** For whom it waits: those that feed it if it is starved, those that it feeds if it is blocked. */
  readonly starved: Node[];
  readonly blocked: Node[];
  /** What it did, without a hole; empty where it says nothing. */
  readonly segments: readonly Segment[];
}

type Segment = Interval & { readonly state: EquipmentState };

/** Who feeds whom, by id, and what each machine did in an interval. */
export function flowOf(machines: Iterable<FlowMachine>, interval: Interval): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>();
  for (const one of machines) {
    nodes.set(one.id, { ...one, starved: [], blocked: [], segments: segmentsOf(one, interval) });
  }
  for (const node of nodes.values()) {
    for (const id of node.feeds) {
      const fed = nodes.get(id);
      if (fed) node.blocked.push(fed);
      fed?.starved.push(node);
    }
  }
  return nodes;
}

function segmentsOf({ states, knownUntil = Infinity }: FlowMachine, { from, to }: Interval): Segment[] {
  if (!states) return [];
  const known = Math.max(from, Math.min(to, knownUntil));
  return [...states.segments({ from, to: known }), { from: known, to, state: 'unknown' }];
}

/** When a machine was starved or blocked in an interval, and by whom, in time order. */
export function waitingSegments(node: Node, interval: Interval): WaitingSegment[] {
  const found: WaitingSegment[] = [];
  for (const { from, to, state } of node.segments) {
    if (state !== 'starved' && state !== 'blocked') continue;
    const end = Math.min(to, interval.to);
    for (let time = Math.max(from, interval.from); time < end; time = found[found.length - 1].to) {
      found.push(segmentFrom(time, end, node, state));
    }
  }
  return found;
}

/**
 * Against the flow for a starved machine, along it for a blocked one: through all that wait likewise to the first that
 * do not. Of several, one that stands comes before one that works, and a near one before a far one.
 */
function segmentFrom(
  from: number,
  end: number,
  waiter: Node,
  waiting: 'starved' | 'blocked',
): WaitingSegment {
  const reached = new Set([waiter]);
  let to = end;
  let cause: Node | undefined;
  let state: EquipmentState | undefined;
  for (const node of reached) {
    const { segments } = node;
    const held = segments[lastWhere(0, segments.length, (index) => segments[index].from <= from)];
    if (held) to = Math.min(to, held.to);
    if (!held || held.state === waiting) for (const next of node[waiting]) reached.add(next);
    else if (rank(held.state) > rank(state)) [cause, state] = [node, held.state];
  }
  const reasons = rank(state) === 2 ? cause?.reasons : undefined;
  const next = reasons ? reasons.indexAt(from) + 1 : 0;
  if (reasons && next < reasons.length) to = Math.min(to, reasons.timeAt(next));
  const said = reasons?.at(from);
  const reason = said?.quality === 'bad' ? undefined : said?.text || undefined;
  return { from, to, waiting, cause: cause?.id, state, reason };
}

/** States of a machine that works or waits for the other side. */
const working: readonly EquipmentState[] = ['running', 'starved', 'blocked'];

/** 2: it stands, 1: it works, 0: nobody knows. */
function rank(state: EquipmentState = 'unknown'): number {
  return state === 'unknown' ? 0 : working.includes(state) ? 1 : 2;
}
