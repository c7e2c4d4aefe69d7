import { type SignalDefinition, textIn } from '@twinfloor/core';
import { signalTerms } from '../locales/en/signals.js';
import { powerDigits } from './format.js';
import { addEnglish, type Language } from './language.js';

addEnglish(signalTerms);

/** What people call a signal: its label, else the word for a standard signal, else its name. */
export function signalLabel({ label, name }: SignalDefinition, { terms, tag }: Language): string {
  return label === undefined ? (terms.signals[name] ?? name) : textIn(label, tag);
}

/**
 * How many digits a measured value has after the point: kW as everywhere, kWh and pieces none, per cent and °C one,
 * other units as many as give three digits in all.
 *
 * @param value - the figure, or the largest of a scale that all figures share
 */
export function signalDigits(value: number, unit = ''): number {
  if (unit === 'kW') return powerDigits(value);
  if (unit === 'kWh' || unit === 'pcs') return 0;
  if (unit === '%' || unit === '°C') return 1;
  const size = Math.abs(value);
  return size >= 99.95 || (unit === '' && Number.isInteger(value)) ? 0 : size >= 9.995 ? 1 : 2;
}
