import { stateCode, stateCount, type StateSeries, type Twin } from '@twinfloor/core';
import { codeOfPacked } from '../charts/state-marks.js';

/** Milliseconds in which nothing goes stale, however often it is expected to report. */
const freshFor = 1000;

/**
 * The states of the machines on a board, one byte each, and which of them have to be painted. Nothing is made for an
 * update: what changed is a position in a list that is as long as the board.
 */
export class BoardCells {
  readonly ids: readonly string[];
  /** `equipment/state` of each cell. */
  readonly addresses: readonly string[];
  /** State code of each cell at the moment of the last update. */
  readonly codes: Uint8Array;
  /** What is painted of the alarms of each cell; 0: nothing. */
  readonly alarms: Uint8Array;
  /** How many cells are in each state. */
  readonly counts = new Uint32Array(stateCount);
  /** The cells to paint; the first {@link dirtyCount} hold. */
  readonly dirty: Uint32Array;
  dirtyCount = 0;
  readonly #twin: Twin;
  readonly #isDirty: Uint8Array;
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #series: (StateSeries | undefined)[];

  constructor(twin: Twin, ids: readonly string[]) {
    this.#twin = twin;
    this.ids = ids;
    this.addresses = ids.map((id) => `${id}/state`);
    this.codes = new Uint8Array(ids.length).fill(stateCode.unknown);
    this.alarms = new Uint8Array(ids.length);
    this.counts[stateCode.unknown] = ids.length;
    this.dirty = new Uint32Array(ids.length);
    this.#isDirty = new Uint8Array(ids.length);
    this.#indexes = new Map(this.addresses.map((address, index) => [address, index]));
    this.#series = new Array<StateSeries | undefined>(ids.length).fill(undefined);
  }

  /** The cell of a machine; -1 where it has none. */
  indexOf(id: string | undefined): number {
    return this.#indexes.get(`${id}/state`) ?? -1;
  }

  /** Reads the machines whose state was observed. */
  read(changed: ReadonlySet<string>): void {
    const now = this.#twin.clock.now();
    for (const address of changed) {
      const index = this.#indexes.get(address);
      if (index !== undefined) this.#readOne(index, now);
    }
  }

  /** Reads all machines: the moment is another one, or sources have gone silent. */
  readAll(): void {
    const now = this.#twin.clock.now();
    for (let index = 0; index < this.ids.length; index++) this.#readOne(index, now);
  }

  /** Takes what is painted of the alarms of a cell. */
  setAlarm(index: number, alarm: number): void {
    if (this.alarms[index] === alarm) return;
    this.alarms[index] = alarm;
    this.mark(index);
  }

  /** Has a cell painted, once however often it is asked for. */
  mark(index: number): void {
    if (index < 0 || this.#isDirty[index]) return;
    this.#isDirty[index] = 1;
    this.dirty[this.dirtyCount++] = index;
  }

  /** Forgets what had to be painted, because it has been. */
  clean(): void {
    for (let place = 0; place < this.dirtyCount; place++) this.#isDirty[this.dirty[place]] = 0;
    this.dirtyCount = 0;
  }

  #readOne(index: number, now: number): void {
    const code = this.#codeAt(index, now);
    const before = this.codes[index];
    if (code === before) return;
    this.codes[index] = code;
    this.counts[before]--;
    this.counts[code]++;
    this.mark(index);
  }

  /** What a source that has gone silent said last is no knowledge of now. */
  #codeAt(index: number, now: number): number {
    const id = this.ids[index];
    const series = (this.#series[index] ??= this.#twin.seriesOf(id, 'state', 'state'));
    if (series === undefined) return stateCode.unknown;
    const { lastTime = -Infinity, end, packed } = series;
    // Who spoke a moment ago is heard: asking how current that is costs more than all the rest.
    if (now - lastTime >= freshFor && this.#twin.knownUntil(id, 'state') !== Infinity)
      return stateCode.unknown;
    // In the present the last observation holds, and need not be looked for.
    const holding = lastTime <= now ? end - 1 : series.start + series.indexAt(now);
    return holding < series.start ? stateCode.unknown : codeOfPacked[packed[holding]];
  }
}
