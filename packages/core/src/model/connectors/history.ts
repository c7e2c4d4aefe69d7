import { check, literal, optional, picklist, pipe, strictObject, string } from 'valibot';
import { fixedDuration } from '../../time/duration.js';
import { pointerText } from '../connector-rules.js';
import { object } from '../value-schemas.js';
import { common, whole, written } from './common.js';
import { historyFormats, historyTemplateAllowed, isHistoryTemplate } from './history-rules.js';
import { httpLeast, webAddress } from './http-rules.js';
import { type MqttPayload, payloadSchema } from './mqtt.js';

/** What an entry of the type `history` says beside id, name and bindings. */
export interface HistoryEntry {
  /** Asks a historian what was before the page was opened. */
  readonly type: 'history';
  /**
   * Address of the question, with `{from}`, `{to}` (ISO 8601; also `{fromSeconds}`, `{fromMilliseconds}` …),
   * `{source}` (what a binding names) and `{cursor}` in it.
   */
  readonly url: string;
  /** The question as a body, sent by POST, with the same in braces. Default: none, asked by GET. */
  readonly body?: string;
  /** Media type of the body. Default `application/x-www-form-urlencoded`. */
  readonly bodyType?: string;
  /** How it answers: `json` (default), `influxdb` (InfluxQL JSON, Flux CSV, rows of SQL), `prometheus`. */
  readonly format?: 'json' | 'influxdb' | 'prometheus';
  /** Where the parts of an observation stand in an answer of the format `json`. */
  readonly payload?: MqttPayload;
  /** JSON pointer to the address or the cursor of the next page. Default: an answer is all there is. */
  readonly next?: string;
  /** How far back it is asked, as an ISO 8601 duration of weeks to seconds. Default `P1D`. */
  readonly past?: string;
  /** How much is asked at once, as an ISO 8601 duration of weeks to seconds. Default `PT6H`. */
  readonly step?: string;
  /** Milliseconds after which an answer that is not complete is given up, whole, 10 or more. Default 30000. */
  readonly timeout?: number;
}

const durationAllowed = 'an ISO 8601 duration of weeks to seconds, e.g. P1D';
const duration = optional(
  pipe(
    string(durationAllowed),
    check((length) => (fixedDuration(length) ?? 0) > 0, durationAllowed),
  ),
);
const template = check(isHistoryTemplate, historyTemplateAllowed);

export const historySchema = strictObject(
  {
    type: literal('history'),
    ...common,
    url: pipe(written(webAddress), template),
    body: optional(pipe(string(historyTemplateAllowed), template)),
    bodyType: optional(string('a media type')),
    format: optional(picklist(historyFormats, historyFormats.join(', '))),
    payload: optional(payloadSchema),
    next: optional(written(pointerText)),
    past: duration,
    step: duration,
    timeout: optional(whole(httpLeast.timeout)),
  },
  object,
);

export const historyType = { schema: historySchema };
