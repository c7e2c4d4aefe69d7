import { literal, optional, picklist, strictObject } from 'valibot';
import { agentAddress, mtconnectLeast } from '../connector-rules.js';
import { object, word } from '../value-schemas.js';
import { common, flag, whole, written } from './common.js';

/** What an entry of the type `mtconnect` says beside id, name and bindings. */
export interface MtconnectEntry {
  /** Reads a machine or a shop from an MTConnect agent over HTTP. */
  readonly type: 'mtconnect';
  /** Base address of the agent, absolute or relative to the page, e.g. `http://agent.local:5000`. */
  readonly url: string;
  /** Name or uuid of a device; without it the agent's only one or all. */
  readonly device?: string;
  /** Milliseconds between two deliveries of a stream, whole, 1 or more. Default 500. */
  readonly interval?: number;
  /** Most observations in one answer, whole, 1 or more. Default 1000. */
  readonly count?: number;
  /** Milliseconds after which the agent answers though nothing changed, whole, 10 or more. Default 10000. */
  readonly heartbeat?: number;
  /** In which format the agent is asked to write: `xml` or `json`. What it sends in the other one is read too. Default `xml`. */
  readonly format?: 'xml' | 'json';
  /** Whether the agent streams; `false` asks again and again. Default `true`. */
  readonly streaming?: boolean;
  /** Whether to read all that the agent still remembers, so that the page has a past. Default `true`. */
  readonly past?: boolean;
}

export const mtconnectSchema = strictObject(
  {
    type: literal('mtconnect'),
    ...common,
    url: written(agentAddress),
    device: optional(word),
    interval: optional(whole(mtconnectLeast.interval)),
    count: optional(whole(mtconnectLeast.count)),
    heartbeat: optional(whole(mtconnectLeast.heartbeat)),
    format: optional(picklist(['xml', 'json'], 'xml or json')),
    streaming: flag,
    past: flag,
  },
  object,
);

export const mtconnectType = { schema: mtconnectSchema };
