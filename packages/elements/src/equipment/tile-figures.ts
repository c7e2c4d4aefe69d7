import {
  type Equipment,
  equipmentOee,
  type EquipmentOee,
  type Interval,
  stateCode,
  type Twin,
} from '@twinfloor/core';
import { currentState } from '../internal/current-state.js';
import type { Formats } from '../internal/format.js';
import type { Language } from '../internal/language.js';
import type { TileFigure } from './tile-view.js';

/**
 * The two figures of a tile that are counted: OEE, with its bounds while the source is silent, and pieces.
 *
 * @param compact - whether they stand without captions
 */
export function countedFigures(
  twin: Twin,
  equipment: Equipment,
  interval: Interval,
  compact: boolean,
  language: Language,
): readonly [TileFigure, TileFigure] {
  const oee = equipmentOee(twin, equipment.id, interval);
  const { trust } = currentState(twin, equipment.id, twin.clock.now());
  return [
    oeeFigure(oee, compact ? 0 : 1, trust === 'stale', language),
    countFigure(twin, equipment, oee, language),
  ];
}

function oeeFigure(
  oee: EquipmentOee,
  digits: number,
  stale: boolean,
  { formats, terms }: Language,
): TileFigure {
  const { value, bounds, availability } = oee;
  if (value === undefined && availability !== undefined) {
    const figure = percentFigure(availability, digits, formats, terms.availabilityShort);
    // A tile without captions says with the letter of ISO 22400 that this is not the OEE.
    return digits === 0 ? { ...figure, text: `A ${figure.text}` } : figure;
  }
  if (value === undefined) return { text: terms.none, unit: '', caption: terms.oee };
  const wide = stale && bounds !== undefined;
  const caption = wide
    ? terms.oeeBounds(formats.number(bounds.low * 100), formats.number(bounds.high * 100))
    : terms.oee;
  return percentFigure(value, digits, formats, caption);
}

function percentFigure(value: number, digits: number, formats: Formats, caption: string): TileFigure {
  return { text: formats.number(value * 100, digits), unit: formats.unit('%'), caption };
}

/** Good pieces; where nothing tells them from the rest, all pieces; where nothing is counted, the running time. */
function countFigure(
  twin: Twin,
  { id }: Equipment,
  oee: EquipmentOee,
  { formats, terms }: Language,
): TileFigure {
  const { goodCount, producedCount } = oee.inputs;
  const count = goodCount ?? producedCount;
  if (count !== undefined) {
    const unit = formats.unit(unitOf(twin, id));
    return {
      text: formats.number(count),
      unit,
      caption: goodCount === undefined ? terms.produced : terms.good,
    };
  }
  const running = oee.times[stateCode.running];
  if (running === 0) return { text: terms.none, unit: '', caption: terms.good };
  return { text: formats.duration(running), unit: '', caption: terms.running };
}

/** The unit of what an equipment makes now. */
function unitOf(twin: Twin, id: string): string {
  const product = twin.series(`${id}/product`, 'text')?.at(twin.clock.now())?.text;
  return (product === undefined ? undefined : twin.products.get(product)?.unit) ?? 'pcs';
}
