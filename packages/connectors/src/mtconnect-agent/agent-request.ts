import type { IncomingMessage } from 'node:http';
import type { DataItem } from '../mtconnect/probe-document.js';
import type { DeviceModel } from './device-model.js';
import type { ObservationBuffer } from './observation-buffer.js';
import { pathFilter } from './path-filter.js';

/** A request that is answered with an error document. */
export class AgentRequestError extends Error {
  override name = 'AgentRequestError';
  readonly status: number;
  /** E.g. `OUT_OF_RANGE`. */
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** A request after checking, with the defaults of the standard. */
export interface AgentRequest {
  readonly kind: 'probe' | 'current' | 'sample';
  readonly devices: readonly DeviceModel[];
  readonly wanted: (item: DataItem) => boolean;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly at: number | undefined;
  /** Milliseconds between the parts of a stream; `undefined`: one answer. */
  readonly interval: number | undefined;
  readonly heartbeat: number;
}

const kinds = ['probe', 'current', 'sample'] as const;

/** @throws {AgentRequestError} if it is none that the agent can answer */
export function parseRequest(
  request: IncomingMessage,
  segments: readonly string[],
  search: URLSearchParams,
  models: readonly DeviceModel[],
  buffer: ObservationBuffer,
): AgentRequest {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw new AgentRequestError(405, 'UNSUPPORTED', `${request.method} is not supported`);
  }
  const last = segments.at(-1);
  const kind = kinds.find((one) => one === last) ?? 'probe';
  if (segments[0] === 'asset' || segments[0] === 'assets') {
    throw new AgentRequestError(501, 'UNSUPPORTED', 'assets are not supported');
  }
  const [name, ...more] = kind === last ? segments.slice(0, -1) : segments;
  const devices =
    name === undefined ? models : models.filter((model) => model.name === name || model.uuid === name);
  if (devices.length === 0 || more.length > 0) {
    throw new AgentRequestError(404, 'NO_DEVICE', `Could not find the device '${name}'`);
  }
  const { firstSequence, nextSequence, size } = buffer;
  const at = integer(search, 'at', firstSequence, nextSequence - 1);
  const interval = integer(search, 'interval', 0, 2 ** 31 - 1);
  if (at !== undefined && interval !== undefined) {
    throw new AgentRequestError(400, 'INVALID_REQUEST', "'at' cannot be used with 'interval'");
  }
  return {
    kind,
    devices,
    wanted: wantedItems(search.get('path'), devices),
    from: integer(search, 'from', firstSequence, nextSequence) ?? firstSequence,
    to: integer(search, 'to', firstSequence, Infinity) ?? Infinity,
    count: integer(search, 'count', 1, size) ?? Math.min(100, size),
    at,
    interval,
    heartbeat: integer(search, 'heartbeat', 10, 600_000) ?? 10_000,
  };
}

function integer(
  search: URLSearchParams,
  name: string,
  minimum: number,
  maximum: number,
): number | undefined {
  const text = search.get(name);
  if (text === null) return undefined;
  if (!/^-?\d+$/.test(text)) {
    throw new AgentRequestError(400, 'INVALID_REQUEST', `'${name}' must be an integer, found '${text}'`);
  }
  const value = Number(text);
  if (value >= minimum && value <= maximum) return value;
  throw new AgentRequestError(404, 'OUT_OF_RANGE', `'${name}' must be between ${minimum} and ${maximum}`);
}

function wantedItems(path: string | null, devices: readonly DeviceModel[]): (item: DataItem) => boolean {
  const all = devices.flatMap(({ dataItems }) => dataItems);
  const filter = path === null ? () => true : pathFilter(path);
  if (!filter) throw new AgentRequestError(400, 'INVALID_XPATH', `The path could not be parsed: ${path}`);
  const wanted = new Set(all.filter(filter));
  if (path !== null && wanted.size === 0) {
    throw new AgentRequestError(400, 'INVALID_XPATH', `The path has no matches: ${path}`);
  }
  return (item) => wanted.has(item);
}
