import { Payload, type PayloadSettings, qualityOf, timeOf } from '../internal/payload.js';
import type { HistoryPage, HistoryQuestion } from './historian.js';

/**
 * Reads an answer in JSON: a list of observations, or one where the pointer to the items says. Each is an object
 * with value and time as `payload` says.
 */
export function jsonAnswer(
  document: unknown,
  payload: PayloadSettings,
  refuse: HistoryQuestion['refuse'],
): HistoryPage {
  const page = {
    times: [] as number[],
    values: [] as HistoryPage['values'],
    qualities: [] as NonNullable<HistoryPage['qualities']>,
  };
  const items = new Payload(payload).items(document, true);
  if (!items) {
    refuse(payload.items ?? '/', JSON.stringify(document)?.slice(0, 200), 'items where the pointer says');
    return page;
  }
  for (const [index, { value, time, quality }] of items.entries()) {
    const place = `item ${index}`;
    const at = timeOf(time);
    const known = quality === undefined || quality === null ? 'good' : qualityOf(quality);
    if (at === undefined) refuse(place, time, 'a time: milliseconds, seconds or ISO 8601 with offset');
    else if (!known) refuse(place, quality, 'a quality: good, uncertain, bad or a status code');
    else if (value !== null && !['number', 'string', 'boolean'].includes(typeof value))
      refuse(place, JSON.stringify(value), 'a number, a text or null');
    else {
      page.times.push(at);
      page.values.push(value === null ? undefined : typeof value === 'number' ? value : String(value));
      page.qualities.push(known);
    }
  }
  return page;
}
