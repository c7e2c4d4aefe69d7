import {
  type CounterSeries,
  energySources,
  type Interval,
  type NumberSeries,
  type Series,
  type Twin,
} from '@twinfloor/core';
import type { LineSource } from '../charts/line.js';
import type { Step } from '../charts/steps.js';

const hour = 3_600_000;
/** A window of which less than this share was measured is a gap. */
const leastMeasured = 0.5;

/** What tells the power of one meter or machine. */
interface Source {
  readonly id: string;
  readonly counter: CounterSeries | undefined;
  readonly power: NumberSeries | undefined;
  /** What the power says of later time does not count: its source has fallen silent. */
  readonly knownUntil: number;
}

/** The energy of a range, cut off at the moment of the clock. */
export interface RangeEnergy {
  /** kWh; `undefined` where nothing was measured. */
  readonly amount: number | undefined;
  /** Mean power in kW over the measured time. */
  readonly mean: number | undefined;
  /** Share of the time that was measured, 0 to 1. */
  readonly coverage: number | undefined;
}

/** The demand window under way. */
export interface OpenWindow extends Interval {
  /** Mean power in kW that the window will have if the load stays as it is. */
  readonly expected: number | undefined;
  /** Mean power in kW until its end with which it just keeps the limit; negative: the limit is passed already. */
  readonly allowed: number | undefined;
}

/**
 * Load and demand of an equipment: of the meters that measure it, else of itself, else of all that belongs to it,
 * added up. A sum is known only where each of its parts is.
 */
export class PowerData {
  /** Ids of the equipment that are read. */
  readonly ids: readonly string[];
  /** Length of a demand window in milliseconds. */
  readonly window: number;
  /** Agreed maximum demand in kW, where the equipment is the whole that it was agreed for. */
  readonly limit: number | undefined;
  readonly #sources: readonly Source[];

  constructor(twin: Twin, equipment: string) {
    const all = sourcesOf(twin, twin.tree.roots);
    this.ids = equipment ? sourcesOf(twin, [equipment]) : all;
    this.window = twin.workshop.energy.demandInterval * 60_000;
    // The limit is agreed for the whole; a part of the workshop has none of its own.
    const isWhole = this.ids.length === all.length && this.ids.every((id) => all.includes(id));
    this.limit = isWhole ? twin.workshop.energy.demandLimit : undefined;
    this.#sources = this.ids.map((id) => ({
      id,
      counter: twin.seriesOf(id, 'energy', 'counter'),
      power: twin.seriesOf(id, 'power', 'number'),
      knownUntil: twin.knownUntil(id, 'power'),
    }));
  }

  /** Whether nothing was observed of any part. */
  get isEmpty(): boolean {
    return this.#sources.every(({ counter, power }) => counter === undefined && power === undefined);
  }

  /** Grows when anything was observed. */
  get revision(): number {
    return this.#sum(({ counter, power }) => (counter?.revision ?? 0) + (power?.revision ?? 0));
  }

  /** The load as a line; `undefined` where a part has a counter only. */
  get line(): LineSource | undefined {
    const powers = this.#sources.map(({ power }) => power);
    if (powers.length === 0 || !powers.every((power) => power !== undefined)) return undefined;
    return powers.length === 1 ? powers[0] : new LoadSum(powers);
  }

  /** Until when the load is known: without end while all sources are heard. */
  get knownUntil(): number {
    return Math.min(...this.#sources.map(({ knownUntil }) => knownUntil));
  }

  /** Load in kW at a time. */
  loadAt(time: number): number | undefined {
    return total(this.#sources, ({ power }) => power?.at(time)?.value);
  }

  /** Changes when the past has changed: an observation came late, took the place of another or was dropped. */
  get past(): number {
    const ofSeries = (series: Series | undefined) =>
      series === undefined ? 0 : series.lateCount + series.revision - series.length;
    return this.#sum(({ counter, power }) => ofSeries(counter) + ofSeries(power));
  }

  /** Time until which every part has been read. */
  get readUntil(): number {
    return Math.min(...this.#sources.map(({ counter, power }) => (counter ?? power)?.lastTime ?? -Infinity));
  }

  /**
   * The demand windows that touch an interval and are over at `now`.
   *
   * @param known - windows calculated before that cannot have changed, in time order
   */
  steps({ from, to }: Interval, now: number, known: readonly Step[] = []): Step[] {
    const { window } = this;
    const first = Math.floor(from / window) * window;
    const steps = known.filter((step) => step.from >= first && step.to <= Math.min(to, now));
    // Only what goes on without a hole from the first window can be kept.
    if (steps[0]?.from !== first) steps.length = 0;
    for (let start = first + steps.length * window; start < to && start + window <= now; start += window) {
      const step = { from: start, to: start + window };
      steps.push({ ...step, value: total(this.#sources, (source) => demand(source, step)) });
    }
    return steps;
  }

  /** Since when nothing was heard of the part that has been silent the longest; `undefined` while none is silent. */
  silentSince(twin: Twin, now: number): number | undefined {
    const ages = this.ids.map((id) => twin.freshness(`${id}/${this.line ? 'power' : 'energy'}`));
    const silent = ages.filter(({ freshness }) => freshness === 'stale').map(({ age }) => age ?? 0);
    return silent.length > 0 ? now - Math.max(...silent) : undefined;
  }

  /** Energy of an interval. */
  energy({ from, to }: Interval, now: number): RangeEnergy {
    const past = { from, to: Math.max(from, Math.min(to, now)) };
    const amount = total(this.#sources, (source) => energyOf(source, past));
    const measured = this.#sum((source) => measuredTime(source, past));
    const time = (past.to - past.from) * this.#sources.length;
    return {
      amount,
      mean:
        amount === undefined || measured === 0
          ? undefined
          : (amount * hour * this.#sources.length) / measured,
      coverage: time > 0 ? measured / time : undefined,
    };
  }

  /** The window that is open at a time. */
  openWindow(now: number): OpenWindow {
    const from = Math.floor(now / this.window) * this.window;
    const to = from + this.window;
    const left = to - now;
    const load = total(this.#sources, (source) => presentLoad(source, now));
    const used = total(this.#sources, (source) => usedSince(source, from, now));
    if (load === undefined || used === undefined)
      return { from, to, expected: undefined, allowed: undefined };
    const expected = (used + load * left) / this.window;
    const allowed = this.limit === undefined ? undefined : (this.limit * this.window - used) / left;
    return { from, to, expected, allowed };
  }

  #sum(figure: (source: Source) => number): number {
    return this.#sources.reduce((sum, source) => sum + figure(source), 0);
  }
}

function sourcesOf(twin: Twin, equipment: readonly string[]): string[] {
  return [...new Set(equipment.flatMap((id) => energySources(twin, id)))];
}

/** The sum of several loads, as the sum of their means in each column. */
class LoadSum implements LineSource {
  readonly #powers: readonly NumberSeries[];

  constructor(powers: readonly NumberSeries[]) {
    this.#powers = powers;
  }

  drawColumns(target: Float64Array, { from, to }: Interval, width: number): void {
    const step = (to - from) / width;
    for (let column = 0; column < width; column++) {
      const interval = { from: from + column * step, to: from + (column + 1) * step };
      const value = total(this.#powers, (power) => power.mean(interval)) ?? NaN;
      target.fill(value, column * 4, column * 4 + 4);
    }
  }
}

/** Energy in kWh; a counter knows it over a gap too, from the readings at its ends. */
function energyOf(source: Source, interval: Interval): number | undefined {
  if (measuredTime(source, interval) === 0) return undefined;
  if (source.counter) return source.counter.amount(interval);
  const integral = source.power?.integral(known(source, interval));
  return integral === undefined ? undefined : integral / hour;
}

function measuredTime(source: Source, interval: Interval): number {
  const { counter, power } = source;
  if (counter === undefined) return power?.covered(known(source, interval)) ?? 0;
  const from = Math.max(interval.from, counter.firstTime ?? Infinity);
  return Math.max(0, Math.min(interval.to, counter.lastTime ?? -Infinity) - from);
}

/** The part of an interval before the source fell silent. */
function known({ knownUntil }: Source, { from, to }: Interval): Interval {
  return { from, to: Math.max(from, Math.min(to, knownUntil)) };
}

/** Mean power of a window in kW. */
function demand(source: Source, window: Interval): number | undefined {
  const { counter, power } = source;
  const length = window.to - window.from;
  if (counter === undefined) {
    if (power === undefined || measuredTime(source, window) < length * leastMeasured) return undefined;
    return power.mean(known(source, window));
  }
  const { firstTime = Infinity, lastTime = -Infinity } = counter;
  const isMeasured = firstTime <= window.from && lastTime >= window.to;
  if (!isMeasured || counter.covered(window) < length * leastMeasured) return undefined;
  const amount = counter.amount(window);
  return amount === undefined ? undefined : (amount * hour) / length;
}

/** Load in kW; of a counter, the mean between its last two readings. */
function presentLoad({ counter, power }: Source, now: number): number | undefined {
  if (power !== undefined) return power.at(now)?.value;
  const index = counter?.indexAt(now) ?? -1;
  if (counter === undefined || index < 1) return undefined;
  const interval = { from: counter.timeAt(index - 1), to: counter.timeAt(index) };
  const amount = counter.amount(interval);
  return amount === undefined ? undefined : (amount * hour) / (interval.to - interval.from);
}

/** Energy since a time in kW · ms; what the counter has not read yet is taken at the present load. */
function usedSince(source: Source, from: number, now: number): number | undefined {
  const { counter, power } = source;
  if (counter === undefined) return now > from ? power?.integral({ from, to: now }) : 0;
  const index = counter.indexAt(now);
  if (index < 0) return undefined;
  const read = Math.max(from, counter.timeAt(index));
  const amount = read > from ? counter.amount({ from, to: read }) : 0;
  if (amount === undefined) return undefined;
  const rest = power && now > read ? power.integral({ from: read, to: now }) : undefined;
  const load = presentLoad(source, now);
  if (rest === undefined && load === undefined) return undefined;
  return amount * hour + (rest ?? (load ?? 0) * (now - read));
}

/** The sum of a figure; `undefined` where a part has none. */
function total<Part>(parts: readonly Part[], figure: (part: Part) => number | undefined): number | undefined {
  if (parts.length === 0) return undefined;
  let sum = 0;
  for (const part of parts) {
    const value = figure(part);
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}
