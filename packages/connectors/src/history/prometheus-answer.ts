import { HttpError } from '../internal/http/http-error.js';
import type { HistoryPage, HistoryQuestion } from './historian.js';

/**
 * Reads the answer of `/api/v1/query_range` or `/api/v1/query` of Prometheus: one series, whose samples are
 * `[seconds, "text of the number"]`. `NaN` says that there is no value, and so do samples that are missing among the
 * others: there are as many as questions of the range, one a step, where anything is known.
 *
 * @param end - of the range that was asked for, in milliseconds
 * @throws {HttpError} if the answer says that the question failed, or is none
 */
export function prometheusAnswer(
  document: unknown,
  refuse: HistoryQuestion['refuse'],
  end = -Infinity,
): HistoryPage {
  const { status, error, data } = (document ?? {}) as { status?: unknown; error?: unknown; data?: unknown };
  if (status === 'error') throw new HttpError(`the historian says: ${String(error)}`, { isFinal: true });
  const { result, resultType } = (data ?? {}) as { result?: unknown; resultType?: unknown };
  if (status !== 'success' || !Array.isArray(result))
    throw new HttpError('the answer is none of Prometheus, allowed: status and data.result', {
      isFinal: true,
    });
  const page: HistoryPage = { times: [], values: [] };
  for (const [index, series] of (result as unknown[]).entries()) {
    if (index > 0) {
      refuse(`data.result[${index}]`, JSON.stringify((series as { metric?: unknown })?.metric), 'one series');
      continue;
    }
    const { values, value } = (series ?? {}) as { values?: unknown; value?: unknown };
    const samples = resultType === 'vector' ? [value] : values;
    if (!Array.isArray(samples)) refuse('data.result[0].values', samples, 'a list of samples');
    else
      samples.forEach((sample: unknown, row) => take(sample, `data.result[0].values[${row}]`, page, refuse));
  }
  return withHoles(page, end);
}

/** The samples, with what has no value from a step after a sample on where the next one does not follow. */
function withHoles({ times, values }: HistoryPage, end: number): HistoryPage {
  const distances = times.slice(1).map((time, index) => time - times[index]);
  const step = distances.sort((a, b) => a - b)[distances.length >> 1];
  // Of two samples nobody knows how far apart they ought to be.
  if (distances.length < 2 || !(step > 0)) return { times, values };
  const page: HistoryPage = { times: [], values: [] };
  for (const [index, time] of times.entries()) {
    page.times.push(time);
    page.values.push(values[index]);
    if (!((times[index + 1] ?? end) - time > 1.5 * step)) continue;
    page.times.push(time + step);
    page.values.push(undefined);
  }
  return page;
}

function take(sample: unknown, place: string, page: HistoryPage, refuse: HistoryQuestion['refuse']): void {
  const [seconds, text] = Array.isArray(sample) ? (sample as unknown[]) : [];
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || typeof text !== 'string') {
    refuse(place, JSON.stringify(sample), '[seconds, "number"]');
    return;
  }
  if (text !== 'NaN' && !Number.isFinite(Number(text))) return refuse(place, text, 'a finite number or NaN');
  page.times.push(seconds * 1000);
  page.values.push(text === 'NaN' ? undefined : Number(text));
}
