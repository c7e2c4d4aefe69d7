import { type RequestRules, type SignalDefinition, type Twin, wordsOf } from '@twinfloor/core';
import { valueMistake } from '@twinfloor/core/requests';
import type { Language } from '../internal/language.js';
import { signalDigits } from '../internal/signal-words.js';

/** What somebody wants a signal to become. */
export type Entry = number | string;

/** What a signal is now. */
export interface Current {
  /** As it stands in the field; empty where nothing is known. */
  readonly text: string;
  /** As people read it. */
  readonly shown: string;
  /** With the space before it; empty without one. */
  readonly unit: string;
  readonly value: Entry | undefined;
  /** Of when it is, or since when nothing came. */
  readonly caption: string;
  readonly isStale: boolean;
}

/** Reads what a signal of numbers or texts is at the moment of the clock. */
export function currentOf(twin: Twin, address: string, language: Language): Current {
  const { equipment, definition } = twin.signal(address);
  const { terms, formats } = language;
  const { timeZone } = twin.workshop;
  const now = twin.clock.now();
  const knownUntil = twin.knownUntil(equipment, definition.name);
  const isStale = knownUntil < now;
  const time = Math.min(now, knownUntil);
  const sample =
    definition.kind === 'number'
      ? twin.series(address, 'number')?.at(time)
      : twin.series(address, 'text')?.at(time);
  const value =
    sample && sample.quality !== 'bad' ? ('value' in sample ? sample.value : sample.text) : undefined;
  return {
    text: value === undefined ? '' : String(value),
    ...shownOf(twin, definition, value, language),
    value,
    caption: isStale
      ? terms.noDataSince(formats.time(knownUntil, timeZone))
      : sample
        ? terms.atTime(formats.time(sample.time, timeZone))
        : terms.noData,
    isStale,
  };
}

/** A value with its unit, as people read it. */
export function quantityText(twin: Twin, address: string, value: Entry, language: Language): string {
  const { shown, unit } = shownOf(twin, twin.signal(address).definition, value, language);
  return shown + unit;
}

/** A value and its unit, as people read them. */
export function shownOf(
  twin: Twin,
  { unit = '', request }: SignalDefinition,
  value: Entry | undefined,
  { formats, tag }: Language,
): Pick<Current, 'shown' | 'unit'> {
  if (typeof value !== 'number')
    return { shown: value === undefined ? '' : wordsOf(twin.workshop, value, tag), unit: '' };
  const digits = Math.max(
    request?.step === undefined ? 0 : decimals(request.step),
    Math.min(decimals(value), signalDigits(value, unit)),
  );
  return { shown: formats.number(value, digits), unit: formats.unit(unit) };
}

/** A number of the rules, as people read it. */
export function plain(value: number, { formats }: Language): string {
  return formats.number(value, decimals(value));
}

/** How many digits a number has after the point, at most six. */
function decimals(value: number): number {
  const [, fraction = ''] = String(Number(value.toFixed(6))).split('.');
  return fraction.includes('e') ? 6 : fraction.length;
}

/** What was typed or chosen, as the plant needs it; NaN where it is no number. */
export function entryOf({ kind }: SignalDefinition, text: string): Entry {
  if (kind === 'text') return text;
  return text.trim() === '' ? NaN : Number(text);
}

/** Why a value cannot be asked for, in a sentence; `undefined` if it can. */
export function mistakeOf(
  twin: Twin,
  address: string,
  rules: RequestRules,
  entry: Entry,
  current: Current,
  language: Language,
): string | undefined {
  const { definition } = twin.signal(address);
  const { terms } = language;
  const { minimum = 0, maximum = 0, step = 1 } = rules;
  switch (valueMistake(definition.kind, rules, entry)) {
    case 'notListed':
      return terms.requestNotListed;
    case 'outOfRange':
      return terms.requestOutOfRange(plain(minimum, language), plain(maximum, language));
    case 'betweenSteps':
      return terms.requestBetweenSteps(plain(step, language), plain(minimum, language));
    default:
      return rules.confirmedBy === undefined && !current.isStale && entry === current.value
        ? terms.requestSame
        : undefined;
  }
}
