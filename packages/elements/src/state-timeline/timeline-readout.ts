import { type EquipmentState, stateCode, stateCount, textIn, type Twin, wordsOf } from '@twinfloor/core';
import type { TimeAxis } from '../charts/time-axis.js';
import type { Language } from '../internal/language.js';
import { reasonAt } from '../internal/reason.js';
import { type RowData, rowData } from './timeline-rows.js';
import type { TimelineScene } from './timeline-view.js';

/** What a row answers for a moment. */
export interface RowReadout {
  readonly state: EquipmentState;
  readonly word: string;
  readonly reason: string;
  /** Since when it has been in the state; `undefined` if nothing was ever known. */
  readonly since: number | undefined;
  /** For how long the state has lasted at that moment, in words. */
  readonly duration: string;
  /** What somebody last wrote about it since then; empty if nothing. */
  readonly comment: string;
  /** Whether nothing is known of the moment because the source is silent. */
  readonly isStale: boolean;
}

/** The state of a machine at a time; `undefined` for the future. */
export function rowReadout(twin: Twin, id: string, time: number, language: Language): RowReadout | undefined {
  const { terms, formats, tag } = language;
  if (time > twin.clock.now()) return undefined;
  const { series, knownUntil } = rowData(twin, id);
  const isStale = time > knownUntil;
  const sample = isStale ? undefined : series?.at(time);
  const state = sample?.state ?? 'unknown';
  const since = isStale ? knownUntil : sample?.since;
  const reason =
    since === undefined
      ? terms.noData
      : state === 'unknown'
        ? terms.noDataSince(formats.time(since, twin.workshop.timeZone))
        : reasonAt(twin, id, time, tag);
  const duration = since === undefined ? '' : formats.duration(Math.max(0, time - since));
  const said = twin.seriesOf(id, 'comment', 'text')?.at(time);
  const comment =
    said && since !== undefined && said.time >= since ? wordsOf(twin.workshop, said.text, tag) : '';
  return { state, word: terms.states[state], reason, since, duration, comment, isStale };
}

/** What a row answers for a moment, as a sentence to be spoken. */
export function rowSentence(
  { twin, language, alarms }: Pick<TimelineScene, 'twin' | 'language' | 'alarms'>,
  id: string,
  time: number,
): string {
  const { terms, formats, tag } = language;
  const readout = rowReadout(twin, id, time, language);
  const name = textIn(twin.tree.get(id).name, tag);
  const sentence = readout
    ? terms.equipmentSentence(name, readout.word, readout.duration, readout.reason)
    : `${name}: ${terms.none}`;
  const parts = [formats.timeWithSeconds(time, twin.workshop.timeZone), sentence, readout?.comment];
  parts.push(alarms?.alarmWords(twin, id, time, language));
  return parts.filter(Boolean).join(terms.pause);
}

/** How much of the drawn past a machine ran. */
export interface RunningShare {
  /** A fraction of the known time; `undefined` where nothing is known. */
  readonly share: number | undefined;
  /** Whether more than a twentieth of the time is not known. */
  readonly isUncertain: boolean;
}

const times = new Float64Array(stateCount);

/** Reads the running share over what the axis shows until now, folds left out. */
export function runningShare({ series, knownUntil }: RowData, axis: TimeAxis, now: number): RunningShare {
  let running = 0;
  let known = 0;
  let all = 0;
  for (const { from, to } of axis.pieces) {
    const end = Math.min(to, now);
    if (end <= from) continue;
    all += end - from;
    const until = Math.min(end, knownUntil);
    if (!series || until <= from) continue;
    series.timePerState({ from, to: until }, times);
    running += times[stateCode.running];
    known += until - from - times[stateCode.unknown];
  }
  return { share: known > 0 ? running / known : undefined, isUncertain: known < all * 0.95 };
}
