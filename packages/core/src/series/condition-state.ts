import type { Condition } from '../model/condition.js';

/** A condition that is active, with the time since when it has been so on this level. */
export interface ActiveCondition extends Condition {
  /** Milliseconds since the epoch. */
  readonly since: number;
}

/** Which conditions are active after a number of reports, and which keys are known at all. */
export class ConditionState {
  readonly active: ActiveCondition[];
  /** The keys whose last report was not `unavailable`. */
  readonly known: Set<string>;

  constructor(active: readonly ActiveCondition[] = [], known: Iterable<string> = []) {
    this.active = [...active];
    this.known = new Set(known);
  }

  copy(): ConditionState {
    return new ConditionState(this.active, this.known);
  }

  /**
   * Goes one report further.
   *
   * @returns whether the report raises a condition: it was not active, or on another level, or said something else
   */
  apply(condition: Condition, time: number): boolean {
    const { key, level, code } = condition;
    if (level === 'unavailable') {
      this.known.delete(key);
      this.#clear((one) => one.key === key);
      return false;
    }
    this.known.add(key);
    if (level === 'normal') {
      this.#clear((one) => one.key === key && (code === undefined || one.code === code));
      return false;
    }
    const index = this.active.findIndex((one) => one.key === key && one.code === code);
    if (index < 0) {
      this.active.push({ ...condition, since: time });
      return true;
    }
    const before = this.active[index];
    if (equalConditions(before, condition)) return false;
    this.active[index] = { ...condition, since: before.level === level ? before.since : time };
    return true;
  }

  #clear(matches: (one: ActiveCondition) => boolean): void {
    let kept = 0;
    for (const one of this.active) if (!matches(one)) this.active[kept++] = one;
    this.active.length = kept;
  }
}

/** Whether two reports say the same. */
export function equalConditions(a: Condition, b: Condition): boolean {
  return sameCondition(a, b) && a.severity === b.severity && a.qualifier === b.qualifier && a.text === b.text;
}

/** Whether two reports are about the same condition on the same level. */
export function sameCondition(a: Condition, b: Condition): boolean {
  return a.key === b.key && a.level === b.level && a.code === b.code;
}
