import type { Condition } from '../model/condition.js';

/** A condition that is active, with the time since when it has been so on this level. */
export interface ActiveCondition extends Condition {
  /** Milliseconds since the epoch. */
  readonly since: number;
}

/** Which conditions are active after a number of reports, and which keys are known at all. */
export class ConditionState {
  /** The keys whose last report was not `unavailable`. */
  readonly known = new Set<string>();
  /** What is active, and among it what `#lost` names. */
  #raised: ActiveCondition[] = [];
  /**
   * What `unavailable` has cleared at the time `#lostAt`. It keeps its place until a report of another time comes: a
   * report of the same time takes the place of the gap, and what it repeats has never ended.
   */
  readonly #lost = new Set<ActiveCondition>();
  #lostAt = -Infinity;

  /** In the order in which they were raised. */
  get active(): ActiveCondition[] {
    return this.#raised.filter((one) => !this.#lost.has(one));
  }

  copy(): ConditionState {
    const copy = new ConditionState();
    copy.#raised = [...this.#raised];
    copy.#lostAt = this.#lostAt;
    for (const one of this.#lost) copy.#lost.add(one);
    for (const key of this.known) copy.known.add(key);
    return copy;
  }

  /**
   * Goes one report further.
   *
   * @returns whether the report raises a condition: it was not active, or on another level, or said something else
   */
  apply(condition: Condition, time: number): boolean {
    const { key, level, code } = condition;
    if (this.#lost.size > 0 && time !== this.#lostAt) this.#clear((one) => this.#lost.has(one));
    if (level === 'unavailable') {
      this.known.delete(key);
      for (const one of this.#raised) if (one.key === key) this.#lost.add(one);
      this.#lostAt = time;
      return false;
    }
    this.known.add(key);
    if (level === 'normal') {
      this.#clear((one) => one.key === key && (code === undefined || one.code === code));
      return false;
    }
    const index = this.#raised.findIndex((one) => one.key === key && one.code === code);
    if (index < 0) {
      this.#raised.push({ ...condition, since: time });
      return true;
    }
    const before = this.#raised[index];
    this.#lost.delete(before);
    const isSame = equalConditions(before, condition);
    if (isSame && before.acknowledged === condition.acknowledged) return false;
    this.#raised[index] = { ...condition, since: before.level === level ? before.since : time };
    return !isSame;
  }

  #clear(matches: (one: ActiveCondition) => boolean): void {
    let kept = 0;
    for (const one of this.#raised) {
      if (!matches(one)) this.#raised[kept++] = one;
      else this.#lost.delete(one);
    }
    this.#raised.length = kept;
  }
}

/** Whether two reports say the same, whether or not somebody has acknowledged it. */
export function equalConditions(a: Condition, b: Condition): boolean {
  return sameCondition(a, b) && a.severity === b.severity && a.qualifier === b.qualifier && a.text === b.text;
}

/** Whether two reports are about the same condition on the same level. */
export function sameCondition(a: Condition, b: Condition): boolean {
  return a.key === b.key && a.level === b.level && a.code === b.code;
}
