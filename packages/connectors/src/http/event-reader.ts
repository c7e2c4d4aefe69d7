import { createParser, type EventSourceParser } from 'eventsource-parser';

/** The name of events that say none. */
export const unnamedEvent = 'message';

/** An event with more characters is not kept. */
const largestEvent = 16 * 1024 * 1024;

/** The longest wait that a server may ask for, in milliseconds. */
const longestRetry = 3_600_000;

/** Takes the bytes of one stream of server-sent events apart. */
export class EventReader {
  /** The id of the last event; `undefined`: the stream has named none. */
  lastId: string | undefined;
  /** So long the server wants to be left alone after the stream, in milliseconds; `undefined`: it did not say. */
  retry: number | undefined;
  readonly #parser: EventSourceParser;
  readonly #decoder = new TextDecoder();

  /** @param onEvent - called with the data and the name of each event */
  constructor(onEvent: (data: string, name: string) => void) {
    this.#parser = createParser({
      maxBufferSize: largestEvent,
      onEvent: ({ data, event, id }) => {
        if (id !== undefined) this.lastId = id;
        onEvent(data, event ?? unnamedEvent);
      },
      onRetry: (retry) => {
        this.retry = Math.min(retry, longestRetry);
      },
    });
  }

  /** Takes the next bytes. @throws {Error} after an event that is too large */
  push(bytes: Uint8Array): void {
    this.#parser.feed(this.#decoder.decode(bytes, { stream: true }));
  }
}
