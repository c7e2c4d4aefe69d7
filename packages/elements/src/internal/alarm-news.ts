import type { Twin } from '@twinfloor/core';
import { type Alarm, alarmPriorities } from '@twinfloor/core/alarms';
import { equipmentName, messageOf } from './alarm-words.js';
import { announce } from './announce.js';
import type { Language } from './language.js';

/** Shortest time between two sentences, in milliseconds: in a flood nobody could listen. */
const rest = 5_000;

/** Says which alarms are new, the most urgent by name, for screen readers. */
export class AlarmNews {
  #known: Map<string, number | undefined> | undefined;
  #read: readonly Alarm[] | undefined;
  #saidAt = -rest;

  /** Whether these alarms were looked at already. */
  hasRead(alarms: readonly Alarm[]): boolean {
    return alarms === this.#read;
  }

  /** What is there when it begins is no news. */
  begin(): void {
    this.#known = this.#read = undefined;
  }

  /** A sentence about what is new since the last one; empty if nothing is. */
  of(twin: Twin, alarms: readonly Alarm[], { terms, formats, tag }: Language): string {
    const before = this.#known;
    const raised = alarms.filter(({ state }) => state === 'unacknowledged');
    const now = performance.now();
    if (before !== undefined && now - this.#saidAt < rest) return '';
    this.#read = alarms;
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

const ofTwins = new WeakMap<Twin, AlarmNews>();

/** Says what is new at a twin whose marks are on the page, once however many show it; nothing of the past. */
export function sayNews(twin: Twin, alarms: readonly Alarm[], language: Language): void {
  let news = ofTwins.get(twin);
  if (!news) ofTwins.set(twin, (news = new AlarmNews()));
  if (twin.clock.mode !== 'live') return news.begin();
  if (news.hasRead(alarms)) return;
  const sentence = news.of(twin, alarms, language);
  if (sentence) announce(sentence, language.tag);
}
