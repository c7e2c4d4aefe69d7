import type { Condition, ConditionLevel } from '../model/condition.js';
import { qualityCode } from '../model/quality.js';
import { checkInterval, type Interval } from '../time/interval.js';
import { ColumnSeries } from './column-series.js';
import { type ActiveCondition, ConditionState, equalConditions, sameCondition } from './condition-state.js';
import type { RetentionLimits } from './series.js';
import { blockLength, qualityShift } from './time-column.js';

export type { ActiveCondition } from './condition-state.js';

const badMark = qualityCode.bad << qualityShift;

/**
 * The reports of what is wrong with an equipment.
 *
 * Other than the values of other signals, reports about different conditions, or about one condition on different
 * levels, may have the same time; they keep the order of their arrival. A report of the level `unavailable` has
 * quality `bad`. A report of the same key and code at its very time takes its place: what was active until then goes
 * on as if it had never been missing. Reports that retention drops leave behind what they had made active.
 */
export class ConditionSeries extends ColumnSeries {
  readonly kind = 'condition';
  readonly #conditions: Condition[] = [];
  /** What was active before each 128th observation from `#origin` on, as far as somebody has asked. */
  #snapshots = [new ConditionState()];
  #origin = 0;

  get bytes(): number {
    return this.column.bytes;
  }

  /**
   * Adds a report.
   *
   * @param time - milliseconds since the epoch
   * @returns whether anything changed
   * @throws {RangeError} if the time is not a finite number
   */
  append(time: number, condition: Condition): boolean {
    const mark = condition.level === 'unavailable' ? badMark : 0;
    if (this.column.append(time, mark) < 0) return this.#place(time, condition, mark);
    this.#conditions.push(condition);
    return true;
  }

  /** One report. */
  conditionAt(index: number): Condition {
    return this.#conditions[this.column.start + index];
  }

  /** What is active at a time, in the order in which it was raised. */
  activeAt(time: number): ActiveCondition[] {
    return this.#stateBefore(this.column.holding(time) + 1).active;
  }

  /**
   * How often each condition was raised in the interval, by `key|Level|code`, e.g. `logic|Fault|8100019E`; the
   * code is empty without one. A report that repeats what is active is not counted, nor one that repeats at the time
   * of a gap what was active before it. Linear in the reports inside.
   *
   * @throws {RangeError} if the interval is not finite or runs backwards
   */
  activations(interval: Interval): Map<string, number> {
    checkInterval(interval);
    const counts = new Map<string, number>();
    const { times, end } = this.column;
    let index = this.#firstFrom(interval.from);
    const state = this.#stateBefore(index);
    for (; index < end && times[index] < interval.to; index++) {
      const condition = this.#conditions[index];
      if (!state.apply(condition, times[index])) continue;
      const name = `${condition.key}|${levelNames[condition.level]}|${condition.code ?? ''}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return counts;
  }

  /** Milliseconds in which at least one key has reported something else than `unavailable`. */
  override covered(interval: Interval): number {
    checkInterval(interval);
    const { times, end } = this.column;
    let index = this.#firstFrom(interval.from);
    const state = this.#stateBefore(index);
    let covered = 0;
    let begin = interval.from;
    for (; index < end && times[index] < interval.to; index++) {
      if (state.known.size > 0 && this.#isKept(index - 1)) covered += times[index] - begin;
      begin = times[index];
      state.apply(this.#conditions[index], begin);
    }
    return state.known.size > 0 && this.#isKept(index - 1) ? covered + interval.to - begin : covered;
  }

  override retain(limits: RetentionLimits, now: number): number {
    const dropped = this.column.retain(limits, now);
    if (dropped === 0) return 0;
    this.#snapshots = [this.#stateBefore(this.column.start)];
    this.#origin = this.column.start;
    const shift = this.column.compact();
    if (shift > 0) this.compacted(shift);
    return dropped;
  }

  protected override compacted(shift: number): void {
    this.#conditions.splice(0, shift);
    this.#origin -= shift;
  }

  #place(time: number, condition: Condition, mark: number): boolean {
    const found = this.column.place(time);
    if (found === undefined) return false;
    const position = found < 0 ? ~found + 1 : found;
    const { times, start } = this.column;
    for (let index = position - 1; index >= start && times[index] === time; index--) {
      if (!sameCondition(this.#conditions[index], condition)) continue;
      if (this.#isOverruled(index, position)) {
        this.#conditions.splice(index, 1);
        this.#conditions.splice(position - 1, 0, condition);
        this.column.marks.copyWithin(index, index + 1, position);
        this.column.replace(position - 1, mark);
        this.#forgetFrom(index);
        return true;
      }
      const before = this.#conditions[index];
      if (equalConditions(before, condition) && before.acknowledged === condition.acknowledged) return false;
      this.column.replace(index, mark);
      this.#conditions[index] = condition;
      this.#forgetFrom(index);
      return true;
    }
    this.column.insert(position, time, mark);
    this.#conditions.splice(position, 0, condition);
    this.#forgetFrom(position);
    return true;
  }

  /** Whether a report was followed, at its time, by a gap of its key, or a gap by a report. */
  #isOverruled(index: number, position: number): boolean {
    const { key, level } = this.#conditions[index];
    for (let later = index + 1; later < position; later++) {
      const other = this.#conditions[later];
      if (other.key === key && (level === 'unavailable') !== (other.level === 'unavailable')) return true;
    }
    return false;
  }

  #forgetFrom(position: number): void {
    const kept = Math.floor((position - this.#origin) / blockLength) + 1;
    if (kept < this.#snapshots.length) this.#snapshots.length = kept;
  }

  /** What was active before the report at a position; a copy that the caller may change. */
  #stateBefore(position: number): ConditionState {
    const snapshots = this.#snapshots;
    const wanted = Math.max(Math.floor((position - this.#origin) / blockLength), 0);
    const nearest = Math.min(wanted, snapshots.length - 1);
    const state = snapshots[nearest].copy();
    for (let index = this.#origin + nearest * blockLength; index < position; index++) {
      state.apply(this.#conditions[index], this.column.times[index]);
      if (index + 1 === this.#origin + snapshots.length * blockLength) snapshots.push(state.copy());
    }
    return state;
  }

  /** Position of the first report at or after a time. */
  #firstFrom(time: number): number {
    const { times, start } = this.column;
    let index = this.column.holding(time) + 1;
    while (index > start && times[index - 1] === time) index--;
    return index;
  }

  #isKept(position: number): boolean {
    return position >= this.column.start;
  }
}

/** The levels as MTConnect spells them. */
const levelNames: Readonly<Record<ConditionLevel, string>> = {
  normal: 'Normal',
  warning: 'Warning',
  fault: 'Fault',
  unavailable: 'Unavailable',
};
