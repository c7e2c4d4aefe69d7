import type { ConnectorContext, ConnectorSettings } from '@twinfloor/core';
import { BackOff } from '../internal/back-off.js';
import { Bindings } from '../internal/bindings.js';
import { HttpError } from '../internal/http/http-error.js';
import { aborted } from '../internal/until-aborted.js';
import { MessageReader, type MessageRules } from './message-reader.js';

/** What one connection of a stream tells its session. */
export interface StreamListener {
  /** The connection is there. */
  live(): void;
  /** Something was heard, whatever it was. */
  heard(): void;
  /** A message came. */
  take(text: string, channel: string, place: string): void;
}

/** How a connection ended. */
export interface StreamEnd {
  /** A sentence for people. */
  readonly detail: string;
  /** Whether the source said that it ends: all until then was heard. */
  readonly isComplete: boolean;
  /** So long the source wants to be left alone, in milliseconds. */
  readonly retryAfter?: number;
}

/** A source that speaks by itself as long as a connection lasts. */
export interface StreamSource {
  /** Whether the next connection tells what was missed since the one before. */
  readonly resumes: boolean;
  /**
   * Connects and listens until the connection ends.
   *
   * @throws {HttpError} if it cannot be made
   */
  listen(listener: StreamListener): Promise<StreamEnd>;
}

/** Messages of this time are handed over together, in milliseconds. */
const gathering = 16;

/** So many observations are handed over at once, whatever the time. */
const fullBatch = 4_000;

/** One run of a connector whose source speaks by itself: connection after connection until it has to end. */
export class StreamSession implements StreamListener {
  readonly reader: MessageReader;
  #heard = 0;
  #lost = -Infinity;
  #isLive = false;
  /** Whether anything ever came: a connection that is ended before that may be one that nobody allows. */
  #wasHeard = false;
  #gathering = false;
  readonly #context: ConnectorContext;
  readonly #bindings: Bindings;
  readonly #backOff: BackOff;
  #source: StreamSource | undefined;

  /** @throws {RangeError} if the workshop has not the signal that a binding names */
  constructor(entry: ConnectorSettings, rules: MessageRules, context: ConnectorContext) {
    this.#context = context;
    this.#bindings = new Bindings(entry.bindings, context);
    this.reader = new MessageReader(rules, this.#bindings, context);
    this.#backOff = new BackOff(context);
  }

  /** Connects, reads and reconnects until the connector has to end. */
  async run(source: StreamSource): Promise<void> {
    const context = this.#context;
    this.#source = source;
    while (!context.signal.aborted) {
      context.status({ state: 'connecting', attempt: this.#backOff.attempt });
      let end: StreamEnd;
      try {
        end = await source.listen(this);
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        const { isFinal, retryAfter } =
          error instanceof HttpError ? error : { isFinal: false, retryAfter: 0 };
        if (isFinal && !this.#wasHeard && !context.signal.aborted) return this.#fail(detail);
        end = { detail, isComplete: false, retryAfter };
      }
      if (context.signal.aborted) return;
      this.#lose(end);
      await this.#backOff.wait(end.detail, end.retryAfter);
    }
  }

  live(): void {
    const isBack = this.#lost > -Infinity;
    // Only messages that tell when they were true can fill a gap.
    if (isBack && this.#source?.resumes && this.reader.alwaysTimed) {
      this.#bindings.resume(this.#lost);
      this.#lost = -Infinity;
    }
    this.#isLive = true;
    this.#backOff.reset();
    this.#context.status({ state: 'live' });
    this.#hear();
  }

  heard(): void {
    this.#wasHeard = true;
    this.#hear();
  }

  take(text: string, channel: string, place: string): void {
    if (this.#context.signal.aborted) return;
    this.reader.take(text, channel, place, this.#lost);
    if (this.#bindings.batch.length >= fullBatch) this.#bindings.deliver();
  }

  #hear(): void {
    this.#heard = this.#context.now();
    if (this.#gathering) return;
    this.#gathering = true;
    void this.#context.wait(gathering).then(() => {
      this.#gathering = false;
      if (this.#context.signal.aborted || !this.#isLive) return;
      this.#context.confirm();
      this.#bindings.deliver();
    });
  }

  #lose({ isComplete }: StreamEnd): void {
    if (!this.#isLive) return;
    this.#isLive = false;
    this.#lost = isComplete ? this.#context.now() : this.#heard;
    this.reader.reset();
    this.#bindings.deliver();
    this.#bindings.gap(this.#lost);
    this.#bindings.deliver();
  }

  /** Tells that it is of no use to try again, and waits until the connector has to end. */
  #fail(detail: string): Promise<void> {
    const { signal } = this.#context;
    this.#isLive = false;
    this.#context.status({ state: 'failed', detail });
    return aborted(signal);
  }
}
