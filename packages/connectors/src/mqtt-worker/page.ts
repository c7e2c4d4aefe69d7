import type { SharedMessage, WorkerSays } from '../internal/mqtt/shared-messages.js';
import { topicFits } from '../internal/mqtt/topic-filter.js';

/** Messages of this time are handed to a page together, in milliseconds. */
const gathering = 8;

/** So many topics are remembered; a broker could name more than a worker can hold. */
const rememberedLimit = 20_000;

/** What is known of one topic for a page. */
interface TopicState {
  /** Whether the page listens to it. */
  readonly isWanted: boolean;
  /** Whether the page has got anything of it. */
  isKnown: boolean;
}

/** A page that uses a connection, as the worker sees it. */
export class Page {
  /** Its filters, with the quality of service that it asked for. */
  readonly filters = new Map<string, 0 | 1>();
  #messages: SharedMessage[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #topics = new Map<string, TopicState>();
  readonly say: (said: WorkerSays) => void;

  constructor(say: (said: WorkerSays) => void) {
    this.say = say;
  }

  /** Notes that the filters are others now. */
  changed(): void {
    this.#topics.clear();
  }

  /**
   * Hands over a message, if the page listens to its topic. What the broker had retained comes again for each page
   * that subscribes; who already has something of the topic knows it, or something newer.
   */
  take(topic: string, payload: Uint8Array, retained: boolean): void {
    const state = this.#stateOf(topic);
    if (!state.isWanted || (retained && state.isKnown)) return;
    state.isKnown = true;
    this.#messages.push([topic, payload, retained]);
  }

  /** Tells the page soon what came, or that the broker lives. */
  heard(): void {
    this.#timer ??= setTimeout(() => this.#flush(), gathering);
  }

  /** Tells what came until now, and that nothing more comes. */
  close(reason: string, code?: number): void {
    this.#flush();
    this.say({ type: 'closed', reason, ...(code !== undefined && { code }) });
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const messages = this.#messages;
    this.#messages = [];
    this.say({ type: 'heard', messages });
  }

  #stateOf(topic: string): TopicState {
    const known = this.#topics.get(topic);
    if (known) return known;
    if (this.#topics.size >= rememberedLimit) this.#topics.clear();
    const isWanted = [...this.filters.keys()].some((filter) => topicFits(filter, topic));
    const state = { isWanted, isKnown: false };
    this.#topics.set(topic, state);
    return state;
  }
}
