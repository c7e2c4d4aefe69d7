import type { Twin } from '@twinfloor/core';
import { type Alarm, alarmPriorities } from '@twinfloor/core/alarms';
import type { Language } from '../internal/language.js';
import { equipmentName, messageOf } from './alarm-rows.js';

/** Shortest time between two sentences, in milliseconds: in a flood nobody could listen. */
const rest = 5_000;

/** Says which alarms are new, the most urgent by name, for screen readers. */
export class AlarmNews {
  #known: Map<string, number | undefined> | undefined;
  #saidAt = -rest;

  /** What is there when it begins is no news. */
  begin(): void {
    this.#known = undefined;
  }

  /** A sentence about what is new since the last one; empty if nothing is. */
  of(twin: Twin, alarms: readonly Alarm[], { terms, formats, tag }: Language): string {
    const before = this.#known;
    const raised = alarms.filter(({ state }) => state === 'unacknowledged');
    const now = performance.now();
    if (before !== undefined && now - this.#saidAt < rest) return '';
    this.#known = new Map(raised.map(({ id, raisedAt }) => [id, raisedAt]));
    if (before === undefined) return '';
    const fresh = raised.filter(({ id, raisedAt }) => before.get(id) !== raisedAt);
    if (fresh.length === 0) return '';
    this.#saidAt = now;
    const rank = ({ priority }: Alarm) => alarmPriorities.indexOf(priority);
    const worst = fresh.reduce((a, b) => (rank(b) < rank(a) ? b : a));
    const more = fresh.length > 1 ? formats.number(fresh.length - 1) : '';
    return terms.alarmNew(
      terms.alarmPriorities[worst.priority],
      equipmentName(twin, worst, tag),
      messageOf(twin, worst, tag),
      more,
    );
  }
}
