import type { ConnectorContext } from '@twinfloor/core';
import type { Bindings } from '../internal/bindings.js';
import { jsonMessage, shownFound } from '../internal/json-message.js';
import type { BrokerProtocol, Subscription } from '../internal/mqtt/broker-session.js';
import type { eventCondition } from './event-condition.js';
import { defaultOf, fieldOf, guarded, memberOf, qualityOf, rawOf, timeOf, worse } from './field.js';
import { type DataSet, messagesOf, type Origin, type PublisherStatus } from './messages.js';
import type { ProfileBinder } from './profile.js';
import { type FieldRoute, Routes } from './routes.js';
import { Writer } from './writer.js';
import { originIn } from './writer-pattern.js';

/** So many writers are remembered; a broker could name more than a page can hold. */
const rememberedWriters = 10_000;

/** So much later than it promised a publisher that reports cyclically counts as lost, in milliseconds. */
const reportPatience = 10_000;

/** Turns messages of OPC UA PubSub into observations, by the bindings and by the profile. */
export class Receiver implements BrokerProtocol {
  readonly bindings: Bindings;
  readonly subscriptions: readonly Subscription[];
  /** Whether every value so far came with its time. */
  refills = true;
  readonly #context: ConnectorContext;
  readonly #routes: Routes;
  readonly #profile: ProfileBinder | undefined;
  readonly #conditionOf: typeof eventCondition | undefined;
  readonly #writers = new Map<string, Writer>();
  /** When publishers that report cyclically are heard again at the latest. */
  readonly #reports = new Map<string, number>();

  /** @param conditionOf - reads events, where something is bound to them as a whole */
  constructor(
    bindings: Bindings,
    context: ConnectorContext,
    subscriptions: readonly Subscription[],
    conditionOf?: typeof eventCondition,
    profile?: ProfileBinder,
  ) {
    this.#conditionOf = conditionOf;
    this.#context = context;
    this.bindings = bindings;
    this.subscriptions = subscriptions;
    this.#profile = profile;
    this.#routes = new Routes(bindings.sources, this.#refuse);
  }

  /**
   * Takes a message.
   *
   * @param isRetained - whether the broker repeats it from before the subscription
   */
  take(topic: string, bytes: Uint8Array, isRetained: boolean): void {
    const message = jsonMessage(bytes);
    if ('found' in message) return this.#refuse(topic, message.found, message.allowed);
    const refuse = (place: string, found: unknown, allowed: string): void =>
      this.#refuse(`${topic}#${place}`, found, allowed);
    for (const each of messagesOf(message.document, refuse)) {
      if (each.kind === 'data') this.#takeDataSet(topic, each, isRetained);
      else if (each.kind === 'metadata') this.#writerOf(each, topic).learn(each);
      else this.#takeStatus(each);
    }
    this.#checkReports();
  }

  /** The connection was lost at a time: all has to be told anew. */
  lost(time: number): void {
    for (const writer of new Set(this.#writers.values())) {
      writer.lose(time);
      writer.forgetSequence();
    }
    this.#reports.clear();
  }

  #takeDataSet(topic: string, set: DataSet, isRetained: boolean): void {
    const writer = this.#writerOf(set, topic);
    const now = this.#context.now();
    const said = set.time ?? now;
    const place = `${topic}#${set.place}`;
    this.#follow(topic, writer, set, said);
    const { lost } = writer;
    let general = set.time;
    /** When something was so: its own time, else that of the event or message, else now. */
    const timed = (own = general): number => {
      if (own === undefined) this.refills = false;
      const time = own ?? now;
      if (time > lost) return time;
      // A value from before the loss that is told again after it holds then. What the broker has kept, and a message
      // that is older than the loss, say no more than what was.
      return said > lost ? said : isRetained ? now : time;
    };
    const take = (name: string, raw: unknown): void => {
      const routes = this.#routesOf(writer, name);
      // Of a writer's fields often few are bound: the others cost a look.
      if (routes.length === 0) return;
      const at = `${place}/${name}`;
      guarded(at, this.#refuse, () => {
        const field = fieldOf(raw, writer.typeOf(name));
        for (const { source, path } of routes) {
          const part = memberOf(field, path);
          if (!part) continue;
          const value = this.#profile?.has(source)
            ? this.#profile.valueOf(source, part)
            : rawOf(part.value, part.type);
          const quality = qualityOf(worse(set.status, part.status));
          this.bindings.observe(source, timed(part.time), value, quality, at);
          writer.fed.add(source);
        }
      });
    };
    if (set.frame === 'event') {
      guarded(place, this.#refuse, () => {
        general = timeOf(fieldOf(set.fields['Time']).value) ?? general;
        const condition = this.#conditionOf?.(set.fields);
        if (!condition) return;
        const time = timed();
        for (const source of this.#eventsOf(writer))
          this.bindings.observeCondition(source, time, condition, place);
      });
    }
    for (const [name, raw] of Object.entries(set.fields)) take(name, raw);
    // A key frame has all fields: one that a compact message leaves out has the default of its type.
    for (const name of set.frame === 'key' ? writer.fields.keys() : []) {
      const value = defaultOf(writer.typeOf(name));
      if (value !== undefined && !Object.hasOwn(set.fields, name)) take(name, value);
    }
    writer.newest = Math.max(writer.newest, said);
  }

  /**
   * What was lost may have changed anything: nothing is known of the writer's fields until they are told again. A
   * condition stays as it was told last, as no event repeats it.
   */
  #follow(topic: string, writer: Writer, set: DataSet, time: number): void {
    const missing = writer.follow(set, time);
    if (missing === 0) return;
    this.#refuse(
      topic,
      `${missing} data sets missing before ${set.sequence}`,
      'sequence numbers without gaps',
    );
    if (set.frame === 'event') return;
    writer.lose(-Infinity);
    this.bindings.gap(writer.lost, writer.fed);
  }

  #takeStatus({ publisher, isOperational, time, nextReport }: PublisherStatus): void {
    if (isOperational && nextReport !== undefined) this.#reports.set(publisher, nextReport);
    else this.#reports.delete(publisher);
    if (!isOperational) this.#losePublisher(publisher, time);
  }

  #losePublisher(publisher: string, time = -Infinity): void {
    for (const writer of new Set(this.#writers.values())) {
      if (writer.origin.publisher !== publisher || writer.newest === -Infinity) continue;
      writer.lose(time);
      this.bindings.gap(writer.lost, [...writer.fed, ...this.#eventsOf(writer)]);
    }
  }

  /** Publishers that report cyclically and have not done so. */
  #checkReports(): void {
    if (this.#reports.size === 0) return;
    const now = this.#context.now();
    for (const [publisher, due] of this.#reports) {
      if (now <= due + reportPatience) continue;
      this.#reports.delete(publisher);
      this.#losePublisher(publisher);
    }
  }

  #routesOf(writer: Writer, field: string): readonly FieldRoute[] {
    return writer.routes(field, () => {
      const { origin, topic } = writer;
      const byProfile = this.#profile?.routes(field, origin, topic, writer.fields.get(field)) ?? [];
      return [...this.#routes.ofField(field, origin, topic), ...byProfile];
    });
  }

  #eventsOf(writer: Writer): readonly string[] {
    const { origin, topic } = writer;
    return (writer.events ??= [
      ...this.#routes.ofEvents(origin, topic),
      ...(this.#profile?.events(origin, topic) ?? []),
    ]);
  }

  #writerOf(said: Origin, topic: string): Writer {
    const origin = originIn(said, topic);
    const { publisher = '', writer, writerName } = origin;
    const keys: string[] = [];
    // Metadata may name a writer by its id and its name, data by one of them.
    if (writer !== undefined) keys.push(`${publisher}\0i${writer}`);
    if (writerName !== undefined) keys.push(`${publisher}\0n${writerName}`);
    if (keys.length === 0) keys.push(`\0t${topic}`);
    let known = this.#writers.get(keys[0]) ?? this.#writers.get(keys[1]);
    if (!known) {
      if (this.#writers.size >= rememberedWriters) this.#writers.clear();
      known = new Writer(origin, topic);
    }
    for (const key of keys) if (!this.#writers.has(key)) this.#writers.set(key, known);
    known.meet(origin);
    return known;
  }

  readonly #refuse = (place: string, found: unknown, allowed: string): void => {
    this.#context.refuse({ place, found: shownFound(found), allowed });
  };
}
