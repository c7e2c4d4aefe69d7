import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DataItem } from '../mtconnect/probe-document.js';
import { AgentDevice, type AgentDeviceOptions } from './agent-device.js';
import { AgentRequestError, parseRequest } from './agent-request.js';
import { jsonText, type JsonVersion } from './json-text.js';
import { ObservationBuffer } from './observation-buffer.js';
import { levelWords, type RecordedValue } from './recording.js';
import { SampleStream } from './sample-stream.js';
import { type DocumentContent, documentText } from './streams-text.js';

/** What an agent serves and how it plays it. */
export interface AgentOptions {
  readonly devices: readonly AgentDeviceOptions[];
  /** Where it is mounted, e.g. `/agent`. Default: at the root. */
  readonly prefix?: string;
  /** Observations it holds. Default 131 072. */
  readonly bufferSize?: number;
  /** The wall clock. Default `Date.now`. */
  readonly now?: () => number;
  /**
   * The moment of the recordings that falls on the start; what was recorded before it is in the buffer then.
   * Default: the beginning of each recording; with `original` the end of the last.
   */
  readonly position?: string;
  /** Keeps the recorded times instead of shifting them to now. Default false. */
  readonly original?: boolean;
  /**
   * Seconds of the recording a second, 1 to 3600. The agent's time runs as fast, so that durations stay right: above
   * 1 its time stamps run ahead of the wall clock. Default 1.
   */
  readonly speed?: number;
  /** Whether a recording begins again at its end. Default false. */
  readonly loop?: boolean;
  /** With `loop`: how much of the rounds before the start the buffer has, in milliseconds. Default one day. */
  readonly past?: number;
  /** Default: the start in seconds since the epoch, as agents do it. */
  readonly instanceId?: number;
  /** How documents in JSON are laid out, which are sent to whoever asks for JSON. Default 2. */
  readonly jsonVersion?: JsonVersion;
  /** Headers of every answer, e.g. for CORS. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * An MTConnect agent for tests and examples. It serves recordings with the URL forms, sequence numbers, buffer limits
 * and error documents of a real one; mount `handle` in any HTTP server of Node.
 */
export class Agent {
  readonly #options: AgentOptions;
  readonly #devices: readonly AgentDevice[];
  readonly #now: () => number;
  readonly #speed: number;
  readonly #start: number;
  /** The agent's time at the start. */
  readonly #origin: number;
  readonly #open = new Set<ServerResponse>();
  #buffer: ObservationBuffer;
  #instanceId: number;

  /** @throws {RangeError} if an option is wrong; the message names it, what was found and what is allowed */
  constructor(options: AgentOptions) {
    const {
      devices,
      bufferSize = 131_072,
      now = Date.now,
      speed = 1,
      loop = false,
      original = false,
    } = options;
    if (!(speed >= 1 && speed <= 3600)) throw new RangeError(`invalid speed: ${speed}, allowed: 1 to 3600`);
    this.#options = options;
    this.#devices = devices.map((device) => new AgentDevice(device, options.position));
    this.#now = now;
    this.#speed = speed;
    this.#start = now();
    const ends = this.#devices.map(({ position, recording }) => position ?? recording.to);
    this.#origin = original ? Math.max(...ends) : this.#start;
    for (const device of this.#devices) {
      const position = device.position ?? device.recording.from;
      device.prepare(original ? 0 : this.#origin - position, loop);
    }
    this.#instanceId = options.instanceId ?? Math.floor(this.#start / 1000);
    this.#buffer = new ObservationBuffer(bufferSize);
    this.#fill((device) => device.roundStart(this.#origin - (loop ? (options.past ?? 86_400_000) : 0)));
  }

  /** The agent's time now, milliseconds since the epoch: it runs as fast as the recordings are played. */
  get time(): number {
    return this.#origin + (this.#now() - this.#start) * this.#speed;
  }

  get instanceId(): number {
    return this.#instanceId;
  }

  /** The number the next observation will have. */
  get nextSequence(): number {
    this.#advance();
    return this.#buffer.nextSequence;
  }

  /** Answers a request. Returns whether it was one for the agent; if not, nothing was done. */
  readonly handle = (request: IncomingMessage, response: ServerResponse): boolean => {
    const segments = segmentsOf(request.url ?? '/', this.#options.prefix ?? '');
    if (!segments) return false;
    this.#open.add(response);
    response.on('close', () => this.#open.delete(response));
    const search = new URLSearchParams(/\?(.*)/s.exec(request.url ?? '')?.[1]);
    const isJson =
      search.get('format') === 'json' || (request.headers.accept ?? '').startsWith('application/json');
    try {
      this.#answer(request, response, segments, search, isJson);
    } catch (error) {
      if (!(error instanceof AgentRequestError)) throw error;
      this.#send(response, error.status, this.#document(isJson, errorContent(error)), isJson);
    }
    return true;
  };

  /** Lets a device say something now, as its adapter would: `time` is the agent's by default. */
  push(deviceName: string, key: string, value: RecordedValue, time = this.time): void {
    const item = this.#devices.find(({ model }) => model.name === deviceName)?.item(key);
    if (!item) throw new RangeError(`unknown signal: ${deviceName}/${key}, allowed: a signal of a device`);
    this.#advance();
    const isWord = item.category === 'CONDITION' && typeof value === 'string';
    this.#buffer.add(item, time, isWord ? { level: levelWords[value.toUpperCase()] ?? 'normal' } : value);
  }

  /** Closes all connections at once, in the middle of whatever they were sending. */
  dropConnections(): void {
    for (const response of this.#open) response.socket?.destroy();
  }

  /**
   * Starts anew, as after a power cut: another instance, numbers from 1, connections closed.
   *
   * @param past - milliseconds of the past that stand in the new buffer. Default 0: each data item says what it says
   * now, with the time of the restart
   */
  restart(past = 0): void {
    this.dropConnections();
    this.#instanceId += 1;
    this.#buffer = new ObservationBuffer(this.#buffer.size);
    this.#fill((device) => Math.max(this.time - past, past > 0 ? device.roundStart(this.time) : 0));
  }

  /** Changes how many observations the buffer holds; the oldest are dropped. */
  resizeBuffer(size: number): void {
    this.#buffer.resize(size);
  }

  /** Ends all answers. */
  dispose(): void {
    this.dropConnections();
  }

  #fill(cutOf: (device: AgentDevice) => number): void {
    const rows: [item: DataItem, time: number, value: RecordedValue][] = [];
    for (const device of this.#devices) {
      const cut = cutOf(device);
      device.seek(cut, (item, value) => rows.push([item, cut, value]));
      device.play(this.time, (item, time, value) => rows.push([item, time, value]));
    }
    this.#add(rows);
  }

  #advance(): void {
    const rows: [item: DataItem, time: number, value: RecordedValue][] = [];
    for (const device of this.#devices) {
      device.play(this.time, (item, time, value) => rows.push([item, time, value]));
    }
    this.#add(rows);
  }

  #add(rows: [item: DataItem, time: number, value: RecordedValue][]): void {
    if (this.#devices.length > 1) rows.sort(([, a], [, b]) => a - b);
    for (const [item, time, value] of rows) this.#buffer.add(item, time, value);
  }

  #answer(
    request: IncomingMessage,
    response: ServerResponse,
    segments: string[],
    search: URLSearchParams,
    isJson: boolean,
  ): void {
    this.#advance();
    const models = this.#devices.map(({ model }) => model);
    const { kind, devices, wanted, ...numbers } = parseRequest(
      request,
      segments,
      search,
      models,
      this.#buffer,
    );
    const { from, to, count, at, interval, heartbeat } = numbers;
    if (kind === 'probe') {
      this.#send(response, 200, this.#document(isJson, { kind: 'Devices', devices }), isJson);
      return;
    }
    let next = from;
    const read = (): { text: string; isEmpty: boolean; hasMore: boolean } => {
      this.#advance();
      const buffer = this.#buffer;
      if (kind === 'current') {
        const rows = [...buffer.at(at ?? Infinity)].flatMap(([item, entries]) =>
          wanted(item) ? entries : [],
        );
        rows.sort((a, b) => a.sequence - b.sequence);
        return {
          text: this.#document(isJson, { kind: 'Streams', devices, observations: rows }),
          isEmpty: false,
          hasMore: false,
        };
      }
      if (next < buffer.firstSequence) {
        throw new AgentRequestError(
          404,
          'OUT_OF_RANGE',
          `'from' must be greater than ${buffer.firstSequence - 1}`,
        );
      }
      const [rows, following] = buffer.read(next, to, count, wanted);
      next = following;
      const text = this.#document(isJson, { kind: 'Streams', devices, observations: rows }, following);
      return { text, isEmpty: rows.length === 0, hasMore: rows.length === count };
    };
    if (interval === undefined) {
      this.#send(response, 200, read().text, isJson);
      return;
    }
    const onError = (error: AgentRequestError): string => this.#document(isJson, errorContent(error));
    new SampleStream(response, {
      interval,
      heartbeat,
      headers: this.#options.headers,
      type: isJson ? 'application/json' : 'text/xml',
      read,
      onError,
    }).start();
  }

  #document(isJson: boolean, content: DocumentContent, next = this.#buffer.nextSequence): string {
    const { firstSequence, nextSequence, size } = this.#buffer;
    const about = { instanceId: this.#instanceId, sender: 'twinfloor', bufferSize: size };
    const numbers = { firstSequence, lastSequence: nextSequence - 1, nextSequence: next };
    const header = { creationTime: this.time, ...about, ...(content.kind === 'Streams' && numbers) };
    return isJson ? jsonText(header, content, this.#options.jsonVersion ?? 2) : documentText(header, content);
  }

  #send(response: ServerResponse, status: number, text: string, isJson: boolean): void {
    const length = Buffer.byteLength(text);
    response.writeHead(status, {
      'Content-Type': isJson ? 'application/json' : 'text/xml; charset=utf-8',
      'Content-Length': length,
      'Cache-Control': 'no-store',
      ...this.#options.headers,
    });
    response.end(text);
  }
}

function errorContent({ code, message }: AgentRequestError): DocumentContent {
  return { kind: 'Error', code, text: message };
}

/** The path below the prefix; `undefined` if it is not below it or malformed. */
function segmentsOf(url: string, prefix: string): string[] | undefined {
  const path = url.replace(/[?#].*/s, '');
  const rest = path.slice(prefix.length);
  if (!path.startsWith(prefix) || (rest !== '' && !rest.startsWith('/'))) return undefined;
  try {
    return rest.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
