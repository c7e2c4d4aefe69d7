import type { Condition, ConditionLevel } from '@twinfloor/core';

/** The conditions that are active under the keys of one source. */
export class ActiveConditions {
  readonly #byKey = new Map<string, Map<string, Condition> | undefined>();

  /** Takes a report into account: `normal` and `unavailable` clear, `warning` and `fault` activate. */
  apply(condition: Condition): void {
    const { key, level, code = '' } = condition;
    if (level === 'unavailable') {
      this.#byKey.set(key, undefined);
      return;
    }
    const active = this.#byKey.get(key) ?? new Map<string, Condition>();
    this.#byKey.set(key, active);
    if (level !== 'normal') active.set(code, condition);
    else if (code) active.delete(code);
    else active.clear();
  }

  /** The worst level under any key. */
  get worst(): ConditionLevel {
    let worst: ConditionLevel = 'unavailable';
    for (const active of this.#byKey.values()) {
      if (!active) continue;
      if (worst === 'unavailable') worst = 'normal';
      for (const { level } of active.values()) {
        if (level === 'fault') return 'fault';
        worst = 'warning';
      }
    }
    return worst;
  }

  /** The keys that were heard. */
  get keys(): string[] {
    return [...this.#byKey.keys()];
  }

  /** The reports that together tell what is known now: for each key what is active, else normal or unavailable. */
  reports(): Condition[] {
    const reports: Condition[] = [];
    for (const [key, active] of this.#byKey) {
      if (!active) reports.push({ key, level: 'unavailable' });
      else if (active.size === 0) reports.push({ key, level: 'normal' });
      else reports.push(...active.values());
    }
    return reports;
  }
}
