import { type EquipmentOee, type Interval, type KpiWarning, textIn, type Twin } from '@twinfloor/core';
import type { Language } from '../internal/language.js';

/** Names of equipment in one language, as a list. */
export function namesOf(twin: Twin, ids: readonly string[], { tag, terms }: Language): string {
  return ids
    .map((id) => (twin.tree.has(id) ? textIn(twin.tree.get(id).name, tag) : id))
    .join(terms.listComma);
}

/** Which time a figure is about: the shift by its name, else from when to when. */
export function rangeWords(twin: Twin, interval: Interval, { tag, terms, formats }: Language): string {
  const zone = twin.workshop.timeZone;
  const now = twin.clock.now();
  const shift = twin.calendar.shiftAt(interval.from);
  const until = Math.min(interval.to, now);
  if (shift?.from === interval.from && shift.to === interval.to) {
    return terms.shiftTo(textIn(shift.name, tag), formats.time(until, zone));
  }
  const longAgo = now - interval.from > 86_400_000;
  const words = (time: number) => (longAgo ? formats.dateTime(time, zone) : formats.time(time, zone));
  return terms.fromTo(words(interval.from), words(until));
}

/** What a reader has to know beside the figure, as sentences. */
export function remarks(twin: Twin, oee: EquipmentOee, language: Language): string[] {
  const { terms } = language;
  const { value, withoutBasis, machines, warnings, inputs } = oee;
  if (inputs.plannedTime === 0) return [terms.nothingPlanned];
  const sentences: string[] = [];
  if (withoutBasis.length > 0) {
    const missing = missingWords(warnings, language);
    const names = namesOf(twin, withoutBasis, language);
    if (value === undefined) sentences.push(terms.noOee(missing, names));
    else {
      const total = machines.length + withoutBasis.length;
      sentences.push(terms.oeeOfSome(machines.length, total, names, missing));
    }
  }
  if (warnings.some(({ key }) => key === 'performanceAboveOne')) sentences.push(terms.performanceAboveOne);
  return sentences;
}

/** What a figure lacks, as words. */
export function missingWords(warnings: readonly KpiWarning[], { terms }: Language): string {
  const has = (key: string) => warnings.some((warning) => warning.key === key);
  const missing: string[] = [];
  // Where nothing is counted it goes without saying that good pieces are not.
  if (has('noProducedCount')) missing.push(terms.noProducedCount);
  else if (has('noGoodCount')) missing.push(terms.noGoodCount);
  if (has('noIdealCycle')) missing.push(terms.noIdealCycle);
  return missing.join(terms.and) || terms.noData;
}
