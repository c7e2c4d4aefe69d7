import { type Equipment, type EquipmentState, type NumberSeries, textIn, type Twin } from '@twinfloor/core';
import { type CurrentState, currentState, type Trust } from '../internal/current-state.js';
import { type Formats, powerDigits } from '../internal/format.js';
import type { Language } from '../internal/language.js';
import { reasonAt } from '../internal/reason.js';
import type { Terms } from '../locales/terms.js';

/** How the data of a tile stand. */
export type TileLook = Trust | 'loading' | 'message' | 'locked';

/** One of the three figures of a tile. */
export interface TileFigure {
  /** The number, or the sign for none. */
  readonly text: string;
  /** With the space before it. */
  readonly unit: string;
  readonly caption: string;
}

/** Everything that a tile shows, as text. */
export interface TileView {
  readonly look: TileLook;
  readonly name: string;
  readonly state: EquipmentState;
  readonly word: string;
  readonly reason: string;
  readonly duration: string;
  readonly figures: readonly [TileFigure, TileFigure, TileFigure];
  /** The whole tile as a sentence. */
  readonly label: string;
}

const blank: TileFigure = { text: '', unit: '', caption: '' };
const noFigures = [blank, blank, blank] as const;

/** A tile without data: while loading, with a message, or locked. */
export function plainView(look: TileLook, name: string, message: string): TileView {
  return {
    look,
    name,
    state: 'unknown',
    word: '',
    reason: message,
    duration: '',
    figures: noFigures,
    label: name && message ? `${name}: ${message}` : name || message,
  };
}

/**
 * What a tile shows of an equipment at the moment of the clock.
 *
 * @param counted - the figures that are counted; `undefined` while what counts them is not loaded
 */
export function tileView(
  twin: Twin,
  equipment: Equipment,
  compact: boolean,
  language: Language,
  counted: readonly [TileFigure, TileFigure] | undefined,
): TileView {
  const { formats, terms } = language;
  const now = twin.clock.now();
  const name = textIn(equipment.name, language.tag);
  const current = currentState(twin, equipment.id, now);
  const reason = reasonOf(twin, equipment.id, now, compact, current, language);
  const word = terms.states[current.state];
  const duration = current.since === undefined ? '' : formats.duration(Math.max(0, now - current.since));
  const figures = [
    ...(counted ?? ([blank, blank] as const)),
    powerFigure(twin, equipment.id, now, current.heard, language),
  ] as const;
  const figureTexts = figures
    .filter(({ text }) => text && text !== terms.none)
    .map((one) => figureSentence(one));
  const label = [terms.equipmentSentence(name, word, duration, reason), ...figureTexts].join(terms.pause);
  return { look: current.trust, name, state: current.state, word, reason, duration, figures, label };
}

function reasonOf(
  twin: Twin,
  id: string,
  now: number,
  compact: boolean,
  { trust, state, heard }: CurrentState,
  { formats, terms, tag }: Language,
): string {
  if (trust !== 'stale' && state !== 'unknown') return reasonAt(twin, id, now, tag);
  // The roomy tile says the time under a figure.
  return compact && heard !== undefined
    ? terms.noDataSince(formats.time(heard, twin.workshop.timeZone))
    : terms.noData;
}

/** Power at a moment. Exported because it is the figure that changes most often. */
export function powerFigure(
  twin: Twin,
  id: string,
  now: number,
  heard: number | undefined,
  { formats, terms }: { readonly formats: Formats; readonly terms: Terms },
): TileFigure {
  const value = lastKnown(twin.series(`${id}/power`, 'number'), now);
  if (value === undefined) return { text: terms.none, unit: '', caption: terms.power };
  const caption =
    heard === undefined ? terms.power : terms.atTime(formats.time(heard, twin.workshop.timeZone));
  return { text: formats.number(value, powerDigits(value)), unit: formats.unit('kW'), caption };
}

/** The last value before a gap stays to be read; its look and its caption say that it is old. */
function lastKnown(series: NumberSeries | undefined, now: number): number | undefined {
  if (series === undefined) return undefined;
  let index = series.indexAt(now);
  while (index >= 0 && series.qualityAt(index) === 'bad') index--;
  return index < 0 ? undefined : series.valueAt(index);
}

function figureSentence({ text, unit, caption }: TileFigure): string {
  return `${caption} ${text.replace(/^A /, '')}${unit}`;
}
