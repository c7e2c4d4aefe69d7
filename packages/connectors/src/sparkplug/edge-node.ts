import type { ConnectorContext } from '@twinfloor/core';
import { dataTypeName } from './data-types.js';
import { absent, MetricColumns } from './metric-columns.js';
import type { MetricIntake } from './metric-intake.js';
import { ReorderBuffer } from './reorder-buffer.js';
import type { Tags } from './tags.js';
import type { EdgeTopic } from './topic.js';
import { scalarOf } from './scalar-value.js';

/** A message of an edge node, taken apart. */
export interface EdgeMessage {
  readonly topic: string;
  readonly parsed: EdgeTopic;
  readonly columns: MetricColumns;
}

/** What a birth said of a metric. */
export interface BornMetric {
  readonly name: string;
  /** Code of the data type. */
  readonly type: number;
  /** −1: it has none. */
  readonly alias: number;
  /** Name for bindings; `undefined`: nothing is bound to it or to a part of it. */
  readonly from: string | undefined;
  /** The edge node or device: `group/node` or `group/node/device`. */
  readonly owner: string;
}

/** What an edge node needs from the host application. */
export interface EdgeHost {
  readonly context: ConnectorContext;
  readonly tags: Tags;
  readonly intake: MetricIntake;
  /** Milliseconds. */
  readonly reorderTimeout: number;
  /** Asks the edge node for its birth, not too often. */
  askForBirth(node: EdgeNode): void;
}

/** An edge node with its devices, from birth to death (Sparkplug 3.0, 5). */
export class EdgeNode {
  readonly group: string;
  readonly node: string;
  /** Name for bindings: `group/node`. */
  readonly name: string;
  /** Whether its birth is known and nothing has gone wrong since. */
  isBorn = false;
  /** Whether its birth was asked for and has not come. */
  wantsBirth = false;
  #birthCount: number | undefined;
  /** When the last message in turn was sent, in milliseconds. */
  #heard = -Infinity;
  readonly #aliases = new Map<number, BornMetric>();
  /** Metrics by name, of the node and of each device that is born, by `group/node[/device]`. */
  readonly #owners = new Map<string, Map<string, BornMetric>>();
  /** Devices that were born before the node's newest birth and have not come again, and since when. */
  readonly #awaited = new Set<string>();
  #awaitedSince = 0;
  readonly #order: ReorderBuffer<EdgeMessage>;
  readonly #host: EdgeHost;

  constructor(group: string, node: string, host: EdgeHost) {
    this.group = group;
    this.node = node;
    this.name = `${group}/${node}`;
    this.#host = host;
    this.#order = new ReorderBuffer<EdgeMessage>({
      timeout: host.reorderTimeout,
      wait: (milliseconds) => host.context.wait(milliseconds),
      take: (message) => this.#inTurn(message),
      lost: (missing, takeRest) => {
        if (host.context.signal.aborted) return;
        this.#loseAll(this.#heard);
        takeRest();
        host.tags.bindings.deliver();
        this.#rebirth(this.name, `no message with seq ${missing}`, 'messages one after the other');
      },
    });
  }

  /** What the birth said of a metric; `undefined` if there is none of that name, or no birth. */
  metric(owner: string, name: string): BornMetric | undefined {
    return this.isBorn ? this.#owners.get(owner)?.get(name) : undefined;
  }

  /** Takes a message; those that come too early wait for their turn. */
  take(message: EdgeMessage): void {
    const { parsed, columns } = message;
    if (parsed.type === 'NBIRTH') return this.#birth(message);
    if (parsed.type === 'NDEATH') return this.#death(message);
    if (!this.isBorn) return this.#rebirth(message.topic, `${parsed.type} before a birth`, 'NBIRTH first');
    if (columns.sequence === absent) {
      this.#refuse(message.topic, 'no seq', 'a sequence number');
      return this.#inTurn(message);
    }
    if (this.#order.offer(columns.sequence, message, kept)) return;
    this.#refuse(message.topic, `seq ${columns.sequence}`, `seq ${this.#order.next}`);
  }

  /** The connection to the broker is lost: whatever comes next may be of another session. */
  forget(): void {
    // What was missing then never comes: nothing is certain since the message before it.
    if (this.#order.isWaiting) this.#loseAll(this.#heard);
    this.#order.begin(-1, () => false);
    this.isBorn = false;
    this.wantsBirth = false;
    this.#owners.clear();
    this.#aliases.clear();
    this.#awaited.clear();
  }

  #birth(message: EdgeMessage): void {
    const { columns, topic } = message;
    const time = this.#timeOf(columns);
    const birthCount = this.#birthCountOf(columns);
    if (columns.sequence === absent) this.#refuse(topic, 'no seq', 'seq 0');
    if (birthCount === undefined) this.#refuse(topic, 'no bdSeq', 'the metric bdSeq');
    // Another session without the death of the last one: nobody knows what was in between.
    if (this.isBorn && birthCount !== this.#birthCount) this.#loseAll(this.#heard);
    for (const owner of this.#owners.keys()) if (owner !== this.name && this.isBorn) this.#awaited.add(owner);
    this.#awaitedSince = time;
    this.#owners.clear();
    this.#aliases.clear();
    this.#birthCount = birthCount;
    this.isBorn = true;
    this.wantsBirth = false;
    this.#heard = time;
    this.#register(this.name, message, time);
    if (this.#awaited.size > 0)
      void this.#host.context.wait(this.#host.reorderTimeout).then(() => {
        if (this.#settle(time)) this.#host.tags.bindings.deliver();
      });
    const sequence = columns.sequence === absent ? 0 : columns.sequence;
    this.#order.begin(sequence, (waiting) => this.#timeOf(waiting.columns) >= time);
  }

  #death({ columns, topic }: EdgeMessage): void {
    const birthCount = this.#birthCountOf(columns);
    if (!this.isBorn || (birthCount !== undefined && birthCount !== this.#birthCount)) {
      const current = this.isBorn ? String(this.#birthCount) : 'none, as the node is not born';
      this.#refuse(topic, `the death of bdSeq ${birthCount}`, `bdSeq ${current}`);
      return;
    }
    this.#order.flush();
    this.#loseAll(this.#host.context.now());
    this.forget();
  }

  #inTurn(message: EdgeMessage): void {
    const { parsed, columns } = message;
    const { owner } = parsed;
    const time = this.#timeOf(columns);
    this.#heard = Math.max(this.#heard, time);
    switch (parsed.type) {
      case 'DBIRTH':
        this.#awaited.delete(owner);
        return this.#register(owner, message, time);
      case 'DDEATH':
        this.#awaited.delete(owner);
        this.#removeOwner(owner);
        return this.#host.tags.lose(owner, time);
      default:
        this.#settle(this.#awaitedSince);
        return this.#data(owner, message, time);
    }
  }

  /** Notes what a birth says of its metrics and takes their values. */
  #register(owner: string, { topic, columns }: EdgeMessage, time: number): void {
    const { tags, intake } = this.#host;
    this.#removeOwner(owner);
    const metrics = new Map<string, BornMetric>();
    this.#owners.set(owner, metrics);
    const saying = { topic, time, isBirth: true };
    for (let row = 0; row < columns.length; row++) {
      const name = this.#nameIn(columns, row, topic);
      if (name === undefined) continue;
      const full = `${owner}#${name}`;
      const from = tags.get(full) || tags.hasParts(full) ? full : undefined;
      const [type, alias] = [columns.types[row], columns.aliases[row]];
      const metric = { name, type, alias, from, owner };
      const other = alias === absent ? undefined : this.#aliases.get(alias);
      if (other && (other.owner !== owner || other.name !== name)) {
        intake.refuse(topic, `alias ${alias} of ${name}`, `another alias, as ${other.name} has it`);
        continue;
      }
      metrics.set(name, metric);
      if (alias !== absent) this.#aliases.set(alias, metric);
      if (from === undefined) continue;
      if (type === 0) intake.refuse(topic, `${name} of ${dataTypeName(0)}`, 'a data type');
      else intake.take(from, type, columns, row, saying);
    }
  }

  #data(owner: string, { topic, columns, parsed }: EdgeMessage, time: number): void {
    const metrics = this.#owners.get(owner);
    if (!metrics) return this.#rebirth(topic, `${parsed.type} before a birth`, 'DBIRTH first');
    const saying = { topic, time, isBirth: false };
    for (let row = 0; row < columns.length; row++) {
      const metric = this.#metricIn(columns, row, metrics, topic);
      if (!metric || metric.owner !== owner) {
        const found = metric ? `the metric ${metric.name} of ${metric.owner}` : nameOrAlias(columns, row);
        this.#rebirth(topic, found, 'a metric of the birth');
      } else if (metric.from !== undefined) {
        this.#host.intake.take(metric.from, columns.types[row] || metric.type, columns, row, saying);
      }
    }
  }

  #metricIn(
    columns: MetricColumns,
    row: number,
    metrics: ReadonlyMap<string, BornMetric>,
    topic: string,
  ): BornMetric | undefined {
    const alias = columns.aliases[row];
    const known = alias === absent ? undefined : this.#aliases.get(alias);
    if (known || columns.names[row] === 0) return known;
    const name = this.#nameIn(columns, row, topic);
    return name === undefined ? undefined : metrics.get(name);
  }

  #nameIn(columns: MetricColumns, row: number, topic: string): string | undefined {
    try {
      const name = columns.nameOf(row);
      if (name !== undefined && name !== '') return name;
      this.#refuse(topic, `metric ${row} without a name`, 'a name in a birth');
    } catch (error) {
      this.#refuse(topic, error instanceof Error ? error.message : String(error), 'a name in UTF-8');
    }
    return undefined;
  }

  /** How often the node had connected, as a birth or a death says it. */
  #birthCountOf(columns: MetricColumns): number | undefined {
    for (let row = 0; row < columns.length; row++) {
      if (columns.names[row] === 0) continue;
      try {
        if (columns.nameOf(row) === 'bdSeq') return Number(scalarOf(columns, row, columns.types[row]));
      } catch {
        // A name or a number that cannot be read is told where the metric is taken.
      }
    }
    return undefined;
  }

  #timeOf(columns: MetricColumns): number {
    return columns.timestamp > 0 ? columns.timestamp : this.#host.context.now();
  }

  /** Devices that have not come again by now are gone since the node's birth. */
  #settle(since: number): boolean {
    if (since !== this.#awaitedSince || this.#awaited.size === 0) return false;
    for (const owner of this.#awaited) this.#host.tags.lose(owner, since);
    this.#awaited.clear();
    return true;
  }

  #removeOwner(owner: string): void {
    for (const { alias } of this.#owners.get(owner)?.values() ?? []) this.#aliases.delete(alias);
    this.#owners.delete(owner);
  }

  /** From a time on nothing is certain until the birth. */
  #loseAll(time: number): void {
    for (const owner of new Set([this.name, ...this.#owners.keys(), ...this.#awaited])) {
      this.#host.tags.lose(owner, time);
    }
  }

  #refuse(place: string, found: string, allowed: string): void {
    this.#host.intake.refuse(place, found, allowed);
  }

  #rebirth(place: string, found: string, allowed: string): void {
    this.#refuse(place, found, allowed);
    this.#host.askForBirth(this);
  }
}

/** What is kept of a message whose bytes are lent. */
function kept({ topic, parsed, columns }: EdgeMessage): EdgeMessage {
  const own = new MetricColumns(Math.max(columns.length, 1));
  own.decode(columns.bytes.slice());
  return { topic, parsed, columns: own };
}

function nameOrAlias(columns: MetricColumns, row: number): string {
  return columns.aliases[row] === absent
    ? 'a metric with an unknown name'
    : `the alias ${columns.aliases[row]}`;
}
