import type { Condition, ConditionLevel } from '@twinfloor/core';

/** So many keys are remembered: some sources make a new one for each alarm. */
const mostKeys = 5_000;

/** So many codes are remembered as active under one key. */
const mostCodes = 1_000;

/** The conditions that are active under the keys of one source. */
export class ActiveConditions {
  readonly #byKey = new Map<string, Map<string, Condition> | undefined>();

  /** Takes a report into account: `normal` and `unavailable` clear, `warning` and `fault` activate. */
  apply(condition: Condition): void {
    const { key, level, code = '' } = condition;
    if (this.#byKey.size >= mostKeys && !this.#byKey.has(key)) this.#forget();
    if (level === 'unavailable') {
      this.#byKey.set(key, undefined);
      return;
    }
    const active = this.#byKey.get(key) ?? new Map<string, Condition>();
    this.#byKey.set(key, active);
    if (level !== 'normal') active.set(code, condition);
    else if (code) active.delete(code);
    else active.clear();
    if (active.size > mostCodes) active.delete(firstOf(active));
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

  /** Makes room: what has ended is forgotten, else what was heard of first. */
  #forget(): void {
    for (const [key, active] of this.#byKey) if (!active?.size) this.#byKey.delete(key);
    if (this.#byKey.size >= mostKeys) this.#byKey.delete(firstOf(this.#byKey));
  }
}

function firstOf(map: ReadonlyMap<string, unknown>): string {
  const [first] = map.keys();
  return first;
}
