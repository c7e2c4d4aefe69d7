import { readFileSync } from 'node:fs';
import {
  type Condition,
  type Equipment,
  type Interval,
  ObservationBatch,
  rowKind,
  Twin,
  Clock,
  type Workshop,
} from '@twinfloor/core';
import { readWorkshop } from '@twinfloor/core/workshop';
import { Simulation, type SimulationOptions } from '../simulator/simulation.js';

/** The factory of the examples. */
export function exampleFactory(): Workshop {
  const file = new URL('../../../../examples/factory/workshop.json', import.meta.url);
  const { workshop, problems } = readWorkshop(JSON.parse(readFileSync(file, 'utf8')));
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return workshop as Workshop;
}

/** One observation of a simulation. */
export interface Row {
  readonly signal: string;
  readonly time: number;
  readonly value: number | string | Condition;
}

/** A simulation whose observations go into a list and into a twin. */
export class SimulatedFactory {
  readonly workshop: Workshop;
  readonly simulation: Simulation;
  readonly rows: Row[] = [];
  readonly twin: Twin;
  readonly clock = new Clock();
  readonly #batch = new ObservationBatch();
  readonly #addresses: string[] = [];

  constructor(workshop: Workshop, options: Omit<SimulationOptions, 'sink'>) {
    this.workshop = workshop;
    this.clock.at(options.from);
    this.twin = new Twin({ ...workshop, connectors: [] }, { clock: this.clock, scheduler: () => {} });
    const resolve = (address: string): number => {
      const { handle } = this.twin.signal(address);
      this.#addresses[handle] = address;
      return handle;
    };
    this.simulation = new Simulation(workshop, { ...options, sink: { batch: this.#batch, resolve } });
  }

  /** Goes on until a time, in pieces of at most `limit` observations. */
  advance(until: number, limit?: number): void {
    for (let more = true; more;) {
      more = this.simulation.advance(until, limit);
      this.#collect();
    }
    this.clock.at(until);
    this.twin.confirm();
  }

  /** The equipment of a type, or all that stands on a floor. */
  units(type?: string): Equipment[] {
    return this.workshop.equipment.filter(
      (one) => one.level === 'workUnit' && (type === undefined || one.type === type),
    );
  }

  /** The last number of a signal at a time; 0 before the first. */
  number(address: string, time: number): number {
    const kind = address.endsWith('Count') && !address.endsWith('bufferCount') ? 'counter' : 'number';
    const series = this.twin.series(address, kind);
    if (series === undefined) return 0;
    const index = series.indexAt(time);
    if (index < 0) return 0;
    return ('readingAt' in series ? series.readingAt(index) : series.valueAt(index)) ?? 0;
  }

  #collect(): void {
    const batch = this.#batch;
    for (let row = 0; row < batch.length; row++) {
      const value = batch.values[row];
      const kind = batch.kinds[row];
      this.rows.push({
        signal: this.#addresses[batch.signals[row]],
        time: batch.times[row],
        value:
          kind === rowKind.number
            ? value
            : kind === rowKind.condition
              ? batch.conditions[value]
              : batch.texts[value],
      });
    }
    this.twin.observe(batch);
    batch.clear();
  }
}

/** Windows at random in an interval. */
export function windowsIn({ from, to }: Interval, count: number, random: () => number): Interval[] {
  return Array.from({ length: count }, () => {
    const [a, b] = [random(), random()].map((share) => Math.round(from + share * (to - from)));
    return { from: Math.min(a, b), to: Math.max(a, b) };
  });
}
