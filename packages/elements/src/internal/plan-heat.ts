import { equipmentOee, type Interval, textIn, type Twin } from '@twinfloor/core';
import type { Colours } from './colours.js';
import type { Language } from './language.js';

/** A figure of each machine as a colour. */
export interface PlanHeat {
  /** What is shown, in words. */
  readonly title: string;
  /** By id; machines without a figure are not in it. */
  readonly values: ReadonlyMap<string, number>;
  readonly low: number;
  readonly high: number;
  /** A value with its unit. */
  readonly text: (value: number) => string;
}

/** Steps of the ramp, from the least. */
export const heatSteps = [1, 2, 3, 4, 5, 6, 7] as const;

/**
 * The figures of machines at the moment of the clock, of those whose source is heard.
 *
 * @param signal - name of a number signal, or `oee`
 * @param interval - of the OEE
 */
export function planHeat(
  twin: Twin,
  signal: string,
  ids: readonly string[],
  interval: Interval,
  { formats, terms, tag }: Language,
): PlanHeat {
  const isOee = signal === 'oee';
  const now = twin.clock.now();
  const values = new Map<string, number>();
  for (const id of ids) {
    const value = isOee
      ? equipmentOee(twin, id, interval).value
      : twin.knownUntil(id, signal) < now
        ? undefined
        : twin.seriesOf(id, signal, 'number')?.at(now)?.value;
    if (value !== undefined) values.set(id, value);
  }
  const low = Math.min(...values.values());
  const high = Math.max(...values.values());
  const definition = isOee || ids.length === 0 ? undefined : definitionOf(twin, `${ids[0]}/${signal}`);
  const digits = Math.max(Math.abs(low), Math.abs(high)) < 100 ? 1 : 0;
  const title = definition?.label && textIn(definition.label, tag);
  return {
    title: title || (terms.heatTitles[signal] ?? signal),
    values,
    low,
    high,
    text: (value) =>
      isOee ? formats.percent(value) : formats.quantity(value, definition?.unit ?? '', digits),
  };
}

/** The colour of a value and the ink that can be read on it. */
export function heatColours(value: number, { low, high }: PlanHeat, colours: Colours): [string, string] {
  const share = high > low ? (value - low) / (high - low) : 0.5;
  const step = heatSteps[Math.min(6, Math.floor(share * 7))];
  const colour = colours.of(`sequential-${step}`);
  const inks = [colours.of('text-primary'), colours.of('text-inverse')];
  const [ink] = inks.toSorted((a, b) => contrast(b, colour) - contrast(a, colour));
  return [colour, ink];
}

function definitionOf(twin: Twin, address: string) {
  try {
    return twin.signal(address).definition;
  } catch {
    return undefined;
  }
}

/** How far two colours are apart for the eye; good enough to choose between dark and light ink. */
function contrast(a: string, b: string): number {
  return Math.abs(Math.log((luminance(a) + 0.05) / (luminance(b) + 0.05)));
}

function luminance(colour: string): number {
  const number = Number.parseInt(colour.slice(1), 16);
  const part = (shift: number) => (((number >> shift) & 255) / 255) ** 2.2;
  return 0.21 * part(16) + 0.72 * part(8) + 0.07 * part(0);
}
