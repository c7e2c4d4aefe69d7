import {
  type EquipmentState,
  type Interval,
  type SignalDefinition,
  type Twin,
  wordsOf,
} from '@twinfloor/core';
import { sinceWords } from '../charts/since.js';
import type { Language } from '../internal/language.js';
import { signalDigits } from '../internal/signal-words.js';

/** What a signal says now. */
export interface Reading {
  /** The figure or the word; empty where nothing is known. */
  readonly text: string;
  /** With the space before it; empty without one. */
  readonly unit: string;
  /** The figure itself, for limits. */
  readonly value: number | undefined;
  /** Of a signal of states. */
  readonly state: EquipmentState | undefined;
  /** Since when, or of when, in words. */
  readonly caption: string;
  /** Whether the source has fallen silent: the last value is shown and marked. */
  readonly isStale: boolean;
  /** Whether the source does not vouch for it. */
  readonly isUncertain: boolean;
}

/**
 * Reads a signal at the moment of the clock; of a counter its growth since the range began. `undefined` for signals that
 * are no single value.
 */
export function readSignal(
  twin: Twin,
  equipment: string,
  { name, kind, unit = '' }: SignalDefinition,
  range: Interval,
  language: Language,
): Reading | undefined {
  const { terms, formats } = language;
  const { timeZone } = twin.workshop;
  const now = twin.clock.now();
  const knownUntil = twin.knownUntil(equipment, name);
  const isStale = knownUntil < now;
  const time = Math.min(now, knownUntil);
  const clock = (moment: number) => formats.time(moment, timeZone);
  const silent = isStale ? terms.noDataSince(clock(knownUntil)) : '';
  const words = (text: string, caption: string, rest: Partial<Reading> = {}): Reading => ({
    text,
    unit: '',
    value: undefined,
    state: undefined,
    isStale,
    isUncertain: false,
    ...rest,
    caption: silent || caption,
  });
  const figure = (value: number | undefined, unit: string, caption: string, rest?: Partial<Reading>) =>
    value === undefined
      ? words('', caption)
      : words(formats.number(value, signalDigits(value, unit)), caption, {
          value,
          unit: formats.unit(unit),
          ...rest,
        });
  switch (kind) {
    case 'number': {
      const sample = twin.seriesOf(equipment, name, 'number')?.at(time);
      const caption = sample ? terms.atTime(clock(sample.time)) : terms.noData;
      return figure(sample?.value, unit, caption, { isUncertain: sample?.quality === 'uncertain' });
    }
    case 'counter': {
      const series = twin.seriesOf(equipment, name, 'counter');
      const until = { from: range.from, to: Math.max(range.from, time) };
      const growth = unit === 'kWh' ? series?.amount(until) : series?.count(until);
      return figure(growth, unit || 'pcs', sinceWords(range.from, now, timeZone, language));
    }
    case 'state': {
      // A state of a silent source is no state any more: what was true then need not be true now.
      const sample = isStale ? undefined : twin.seriesOf(equipment, name, 'state')?.at(time);
      const state = sample?.state ?? 'unknown';
      const caption = sample ? sinceWords(sample.since, now, timeZone, language) : terms.noData;
      return words(terms.states[state], caption, { state, isStale: false });
    }
    case 'text': {
      const sample = twin.seriesOf(equipment, name, 'text')?.at(time);
      const isKnown = sample !== undefined && sample.quality !== 'bad';
      const caption = sample ? sinceWords(sample.time, now, timeZone, language) : terms.noData;
      return words(isKnown ? wordsOf(twin.workshop, sample.text, language.tag) : '', caption, {
        isUncertain: sample?.quality === 'uncertain',
      });
    }
    default:
      return undefined;
  }
}
