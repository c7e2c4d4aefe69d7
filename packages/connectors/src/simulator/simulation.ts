import type { Workshop } from '@twinfloor/core';
import { Plant } from './plant.js';
import { type Detail, Report, type Sink } from './report.js';
import { startScenario, type Scenario } from './scenarios.js';
import { Site } from './site.js';

/** What can be set of a {@link Simulation}. */
export interface SimulationOptions {
  /** The same seed is the same factory. Default 1. */
  readonly seed?: number;
  /** Where its observations go. */
  readonly sink: Sink;
  /** A time in the week with which it begins, in milliseconds since the epoch. */
  readonly from: number;
  /** What of the past is told. Default: all. */
  readonly detail?: Detail;
}

const allDetail: Detail = { from: -Infinity, positionsFrom: -Infinity };

/**
 * A factory whose numbers agree with each other, moved from event to event. It knows no clock and no page: whoever
 * owns it says how far to go and takes what happened out of the batch of its sink.
 */
export class Simulation {
  readonly site: Site;
  readonly #seed: number;
  readonly #sink: Sink;
  readonly #report: Report;
  #plant: Plant;
  #time: number;
  #isDetailed: boolean;

  constructor(workshop: Workshop, { seed = 1, sink, from, detail = allDetail }: SimulationOptions) {
    this.site = new Site(workshop);
    this.#seed = seed;
    this.#sink = sink;
    this.#report = new Report(sink, detail);
    const week = this.site.week(from);
    this.#time = week.from;
    this.#isDetailed = detail.from <= week.from;
    this.#plant = new Plant(this.site, seed, week, this.#report);
  }

  /** How far it has come, in milliseconds since the epoch. */
  get time(): number {
    return this.#time;
  }

  /** The factory of the week under way. */
  get plant(): Plant {
    return this.#plant;
  }

  /**
   * Goes on until a time, that time included, or until the batch holds `limit` observations.
   *
   * @returns whether more was due
   */
  advance(until: number, limit = Infinity): boolean {
    const { batch } = this.#sink;
    for (;;) {
      const time = Math.min(this.#plant.agenda.nextTime, this.#plant.week.to);
      if (time > until) break;
      if (batch.length >= limit) return true;
      this.#time = time;
      if (!this.#isDetailed && time >= this.#report.detail.from) {
        this.#isDetailed = true;
        this.#plant.catchUp(this.#report.detail.from);
      }
      if (time === this.#plant.week.to) this.#beginWeek(time);
      else this.#plant.agenda.take().act(time);
    }
    this.#time = Math.max(this.#time, until);
    return false;
  }

  /**
   * Starts something worth watching at the time it has come to. It changes only what comes after.
   *
   * @param equipment - id of a machine, a line or a workshop. Default: one that suits
   * @returns the id of the equipment that it starts with, `undefined` for the whole factory
   * @throws {RangeError} if it does not fit the equipment
   */
  start(scenario: Scenario, equipment?: string): string | undefined {
    return startScenario(this.#plant, this.site, this.#time, scenario, equipment);
  }

  #beginWeek(time: number): void {
    this.#plant.close(time - 1);
    this.#plant = new Plant(this.site, this.#seed, this.site.week(time), this.#report);
  }
}
