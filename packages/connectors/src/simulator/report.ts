import type { Condition, EquipmentState, ObservationBatch } from '@twinfloor/core';

/** Where the observations of a simulation go. */
export interface Sink {
  /** Filled by the simulation, emptied by whoever takes from it. */
  readonly batch: ObservationBatch;
  /** The handle of a signal by its address. */
  resolve(address: string): number;
}

/** What of the past is told. What happens does not depend on it. */
export interface Detail {
  /** From here on each change is told; before, what changes often is told each quarter of an hour. In ms. */
  readonly from: number;
  /** From here on vehicles tell where they are on their way. In ms. */
  readonly positionsFrom: number;
}

const coarsePeriod = 900_000;

/** Tells what happens in the factory. */
export class Report {
  readonly detail: Detail;
  readonly #sink: Sink;

  constructor(sink: Sink, detail: Detail) {
    this.#sink = sink;
    this.detail = detail;
  }

  /** The handle of a signal of an equipment. */
  handle(equipment: string, signal: string): number {
    return this.#sink.resolve(`${equipment}/${signal}`);
  }

  /** Whether what changes often is told at a time. */
  isDetailed(time: number): boolean {
    return time >= this.detail.from;
  }

  /**
   * Whether a tick of a period belongs to the few that are told of a past without detail: the last before each
   * quarter, so that what was done before a break is told before it.
   */
  isCoarseTick(time: number, period: number): boolean {
    return time % coarsePeriod >= coarsePeriod - period;
  }

  value(handle: number, time: number, value: number | string): void {
    this.#sink.batch.add(handle, time, value);
  }

  state(handle: number, time: number, state: EquipmentState): void {
    this.#sink.batch.addState(handle, time, state, state);
  }

  condition(handle: number, time: number, condition: Condition): void {
    this.#sink.batch.addCondition(handle, time, condition);
  }
}
