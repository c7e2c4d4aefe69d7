import {
  type ConnectorSettings,
  fixedDuration,
  type HistoryFormat,
  historyFormats,
  historyTemplateAllowed,
  isHistoryTemplate,
  pointerText,
  webAddress,
} from '@twinfloor/core';
import type { PayloadSettings } from '../internal/payload.js';
import { checkedPayload, fail } from '../internal/payload-settings.js';

/** How far back a historian is asked, in milliseconds. */
export interface HistorySpan {
  readonly past: number;
  /** How much is asked at once. */
  readonly step: number;
}

/** How to ask a historian over HTTP, as an entry of the workshop file says it. */
export interface HistorySettings extends HistorySpan {
  readonly url: string;
  readonly body: string | undefined;
  readonly bodyType: string;
  readonly format: HistoryFormat;
  readonly payload: PayloadSettings;
  /** JSON pointer to the next page. */
  readonly next: string | undefined;
  /** Milliseconds. */
  readonly timeout: number;
}

/** @throws {RangeError} if a setting is wrong; the message names it, what was found and what is allowed */
export function historySpan({ settings }: ConnectorSettings): HistorySpan {
  const length = (key: string, standard: string): number => {
    const { [key]: value = standard } = settings;
    const milliseconds = typeof value === 'string' ? (fixedDuration(value) ?? 0) : 0;
    if (milliseconds > 0) return milliseconds;
    return fail(key, value, 'an ISO 8601 duration of weeks to seconds, e.g. P1D');
  };
  return { past: length('past', 'P1D'), step: length('step', 'PT6H') };
}

/** @throws {RangeError} if a setting is wrong; the message names it, what was found and what is allowed */
export function historySettings(entry: ConnectorSettings): HistorySettings {
  const { url, body, format = 'json', payload = {}, next, timeout = 30_000 } = entry.settings;
  const { bodyType = 'application/x-www-form-urlencoded' } = entry.settings;
  if (typeof url !== 'string' || !webAddress.pattern.test(url)) fail('url', url, webAddress.allowed);
  if (!isHistoryTemplate(url)) fail('url', url, historyTemplateAllowed);
  if (body !== undefined && !(typeof body === 'string' && isHistoryTemplate(body)))
    fail('body', body, historyTemplateAllowed);
  if (typeof bodyType !== 'string') fail('bodyType', bodyType, 'a media type');
  const known = historyFormats.find((one) => one === format);
  if (!known) fail('format', format, historyFormats.join(', '));
  if (next !== undefined && !(typeof next === 'string' && pointerText.pattern.test(next)))
    fail('next', next, pointerText.allowed);
  if (!(Number.isInteger(timeout) && (timeout as number) >= 10))
    fail('timeout', timeout, 'a whole number from 10');
  return {
    ...historySpan(entry),
    url,
    body,
    bodyType,
    format: known,
    payload: checkedPayload(payload),
    next,
    timeout: timeout as number,
  };
}
