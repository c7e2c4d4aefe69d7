import {
  type Equipment,
  type NumberSeries,
  type SignalDefinition,
  standardSignals,
  textIn,
  type Twin,
  wordsOf,
} from '@twinfloor/core';
import { powerDigits } from '../internal/format.js';
import type { Language } from '../internal/language.js';

/** A signal as a row: what it is called, its newest value and how far that can be trusted. */
export interface SignalRow {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  /** With the space before it. */
  readonly unit: string;
  /** When it was last heard, where that is long ago, or that it is uncertain; else empty. */
  readonly note: string;
  readonly isDoubtful: boolean;
  /** For a line; `undefined` for what is not a measured value. */
  readonly series: NumberSeries | undefined;
}

/** The signals that an equipment may have, each once; those of the workshop file go before the standard ones. */
export function definitionsOf(twin: Twin, { id }: Equipment): readonly SignalDefinition[] {
  const found = new Map<string, SignalDefinition>();
  for (const one of [...twin.workshop.signals, ...Object.values(standardSignals)]) {
    if (one.equipment && !one.equipment.includes(id)) continue;
    if (!found.has(one.name) || (one.equipment && !found.get(one.name)?.equipment)) found.set(one.name, one);
  }
  return [...found.values()];
}

/** The rows of all signals that were observed; state and conditions are shown in their own way. */
export function signalRows(twin: Twin, equipment: Equipment, language: Language): SignalRow[] {
  return definitionsOf(twin, equipment).flatMap((one) => signalRow(twin, equipment.id, one, language) ?? []);
}

/** What a signal is called: by the workshop file, else by the language, else by its name. */
export function signalLabel({ name, label }: SignalDefinition, { terms, tag }: Language): string {
  return label ? textIn(label, tag) : (terms.signalNames[name] ?? name);
}

function signalRow(
  twin: Twin,
  id: string,
  definition: SignalDefinition,
  language: Language,
): SignalRow | undefined {
  const { name, kind, unit = '' } = definition;
  if (kind === 'state' || kind === 'condition') return undefined;
  const series = twin.seriesOf(id, name, kind);
  const now = twin.clock.now();
  const index = series?.indexAt(now) ?? -1;
  if (!series || index < 0) return undefined;
  const { formats, terms } = language;
  const quality = series.qualityAt(index);
  let text = terms.none;
  if (series.kind === 'text') {
    text = quality === 'bad' ? text : wordsOf(twin.workshop, series.textAt(index), language.tag) || text;
  } else {
    const value = series.kind === 'number' ? series.valueAt(index) : series.readingAt(index);
    if (value !== undefined) text = formats.number(value, digitsOf(value, definition));
  }
  const { freshness, age = 0 } = twin.freshness(`${id}/${name}`);
  const isSilent = freshness === 'stale';
  return {
    name,
    label: signalLabel(definition, language),
    text,
    unit: text === terms.none ? '' : formats.unit(unit),
    note: isSilent
      ? terms.atTime(formats.time(now - age, twin.workshop.timeZone))
      : quality === 'uncertain'
        ? terms.uncertain
        : '',
    isDoubtful: isSilent || quality !== 'good',
    series: series.kind === 'number' ? series : undefined,
  };
}

function digitsOf(value: number, { unit, kind }: SignalDefinition): number {
  if (kind === 'counter' || (unit === undefined && Number.isInteger(value))) return 0;
  return unit === 'kW' || Math.abs(value) >= 10 ? powerDigits(value) : 2;
}
