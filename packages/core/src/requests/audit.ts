import { Listeners } from '../twin/listeners.js';
import type { Twin } from '../twin/twin.js';
import type { Act } from './act.js';

/**
 * What became of an act.
 *
 * - `pending`: a request was permitted and goes to the plant
 * - `confirmed`: the plant was observed to have done it
 * - `refused`: not permitted, not allowed, or the source did not take it; nothing is known to have changed
 * - `timedOut`: the source took it, and the plant was not observed to have done it in time
 * - `done`: it needed no plant, e.g. an alarm was acknowledged
 */
export type ActOutcome = 'pending' | 'confirmed' | 'refused' | 'timedOut' | 'done';

/** One step of one act. */
export interface AuditEvent {
  /** The same for all steps of one act; counts up from 1 in each twin. */
  readonly number: number;
  /** When, in milliseconds since the epoch: the present, whatever moment of the past is shown. */
  readonly at: number;
  /** Who, as the host page said; `undefined` if nobody was permitted. */
  readonly who: string | undefined;
  readonly act: Act;
  readonly outcome: ActOutcome;
  /** One sentence for people, e.g. why it was refused. */
  readonly detail?: string;
}

/** How many events are kept to be looked at. */
const kept = 1000;

/**
 * What was done at a page to a plant. It keeps the newest 1,000 events in memory and loses them with the page: a host
 * that has to keep a record subscribes and sends each event to its own store.
 */
export class Audit {
  readonly #twin: Twin;
  readonly #events: AuditEvent[] = [];
  #count = 0;
  #acts = 0;
  readonly #listeners = new Listeners<[event: AuditEvent]>();

  constructor(twin: Twin) {
    this.#twin = twin;
  }

  /** The newest events, oldest first, at most 1,000. */
  get events(): readonly AuditEvent[] {
    return this.#events;
  }

  /** How many events there were, also those that are kept no longer. */
  get count(): number {
    return this.#count;
  }

  /** A number for a new act. */
  begin(): number {
    return ++this.#acts;
  }

  /**
   * Adds a step of an act.
   *
   * @param step - without the time, which is the present; without a number it is an act of its own
   */
  add(step: Omit<AuditEvent, 'at' | 'number'> & { readonly number?: number }): AuditEvent {
    const event = { ...step, number: step.number ?? this.begin(), at: this.#twin.clock.latest };
    this.#events.push(event);
    if (this.#events.length > kept) this.#events.shift();
    this.#count += 1;
    this.#listeners.tell(event);
    return event;
  }

  /** Calls back with each event as it happens; returns how to end that. */
  subscribe(listener: (event: AuditEvent) => void): () => void {
    return this.#listeners.add(listener);
  }
}

const audits = new WeakMap<Twin, Audit>();

/** What was done to the plant through this twin. */
export function auditOf(twin: Twin): Audit {
  let audit = audits.get(twin);
  if (!audit) audits.set(twin, (audit = new Audit(twin)));
  return audit;
}
