import {
  type Binding,
  type ConnectorContext,
  type ConnectorSettings,
  type PlantRequest,
} from '@twinfloor/core';
import type { Bindings } from '../internal/bindings.js';
import type { BrokerProtocol, Message, Subscription } from '../internal/mqtt/broker-session.js';
import { type BornMetric, type EdgeHost, EdgeNode } from './edge-node.js';
import type { HostState } from './host-state.js';
import { MetricColumns } from './metric-columns.js';
import { MetricIntake } from './metric-intake.js';
import { rebirthCommand } from './rebirth-command.js';
import type { SparkplugSettings } from './settings.js';
import { Tags } from './tags.js';
import { edgeTopic, type EdgeTopic, namespace } from './topic.js';
import { Malformed } from './wire.js';

/** Publishes a message; rejects with a sentence if it cannot. */
export type Publish = (message: Message) => Promise<void>;

/** So many topics are remembered; a broker could name more than a page can hold. */
const rememberedTopics = 20_000;

/** Within this time after a connection edge nodes are asked for their births, each page at another moment. */
const firstAsking = 500;

/** So long messages wait for what reads properties and values with parts, in milliseconds. */
const longestLoading = 10_000;

/** A message that waits. */
interface WaitingMessage {
  readonly topic: string;
  readonly payload: Uint8Array;
  readonly parsed: EdgeTopic;
  readonly node: EdgeNode;
}

/** A host application of Sparkplug B, as what is spoken over a broker. */
export class HostApplication implements BrokerProtocol, EdgeHost {
  readonly bindings: Bindings;
  readonly subscriptions: readonly Subscription[];
  readonly context: ConnectorContext;
  readonly tags: Tags;
  readonly intake: MetricIntake;
  readonly reorderTimeout: number;
  readonly #settings: SparkplugSettings;
  readonly #requested: readonly Binding[];
  readonly #nodes = new Map<string, EdgeNode>();
  readonly #topics = new Map<string, EdgeTopic | undefined>();
  readonly #columns = new MetricColumns();
  readonly #state: HostState | undefined;
  readonly #publish: Publish;
  /** Edge nodes of which a birth was asked for less than an interval ago. */
  readonly #asked = new Set<EdgeNode>();
  /** Messages that wait until properties and values with parts can be read; `undefined`: nothing has to wait. */
  #waiting: WaitingMessage[] | undefined;
  /** Counts connections, so that what was begun in one does nothing in the next. */
  #connection = 0;

  /** @param state - what it tells of itself; `undefined`: nothing */
  constructor(
    entry: ConnectorSettings,
    settings: SparkplugSettings,
    context: ConnectorContext,
    publish: Publish,
    state?: HostState,
  ) {
    this.context = context;
    this.#settings = settings;
    this.#publish = publish;
    this.reorderTimeout = settings.reorderTimeout;
    this.tags = new Tags(entry.bindings, context);
    this.bindings = this.tags.bindings;
    this.intake = new MetricIntake(this.tags, context);
    this.#requested = entry.bindings;
    for (const name of this.tags.nodes) {
      const [group, node] = name.split('/');
      this.#nodes.set(name, new EdgeNode(group, node, this));
    }
    this.#state = state;
    this.subscriptions = subscriptionsOf(settings.groups, [...this.#nodes.values()], state?.topic);
    if (state) {
      this.will = () => state.will();
      this.farewell = () => state.death();
    }
  }

  will?(): Message;
  farewell?(): Message;

  async connected(): Promise<void> {
    this.#connection++;
    this.#asked.clear();
    if (this.#state) await this.#publish(this.#state.birth());
    for (const node of this.#nodes.values()) void this.#askSoon(node);
  }

  take(topic: string, payload: Uint8Array, retained: boolean): void {
    if (topic === this.#state?.topic) return this.#ownState(payload, retained);
    const parsed = this.#parsed(topic);
    const node = parsed && this.#nodes.get(`${parsed.group}/${parsed.node}`);
    if (!node || parsed.type === 'NCMD' || parsed.type === 'DCMD') return;
    if (retained) return this.intake.refuse(topic, 'a retained message', 'a message of now');
    if (this.#waiting) this.#waiting.push({ topic, payload: payload.slice(), parsed, node });
    else this.#read(topic, payload, parsed, node, true);
  }

  lost(time: number): void {
    this.#connection++;
    this.#takeWaiting();
    for (const node of this.#nodes.values()) node.forget();
    this.tags.loseAll(time);
  }

  askForBirth(node: EdgeNode): void {
    node.wantsBirth = true;
    if (!this.#asked.has(node)) void this.#ask(node);
  }

  /** Sends a command for a signal. Rejects with a sentence if the metric cannot be asked for that. */
  async request(request: PlantRequest): Promise<void> {
    const { requestMessage } = await import('./request.js');
    const metric = (group: string, node: string, owner: string, name: string): BornMetric | undefined =>
      this.#nodes.get(`${group}/${node}`)?.metric(owner, name);
    await this.#publish(requestMessage(request, this.#requested, this.context, this.tags, metric));
  }

  #read(topic: string, payload: Uint8Array, parsed: EdgeTopic, node: EdgeNode, mayWait: boolean): void {
    const columns = this.#columns;
    try {
      columns.decode(payload);
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      return this.intake.refuse(topic, error.message, 'a payload of Sparkplug B');
    }
    if (!mayWait || !columns.isRich || this.intake.parts) return node.take({ topic, parsed, columns });
    this.#waiting = [{ topic, payload: payload.slice(), parsed, node }];
    void this.#loadParts();
  }

  /** Loads what reads properties and values with parts; messages wait in their order. Without it such metrics are refused. */
  async #loadParts(): Promise<void> {
    const loaded = import('./parts-intake.js').then(
      ({ PartsIntake }) => (this.intake.parts = new PartsIntake(this.tags, this.intake)),
      () => {},
    );
    await Promise.race([loaded, this.context.wait(longestLoading)]);
    if (this.context.signal.aborted) return;
    this.#takeWaiting();
    this.bindings.deliver();
  }

  #takeWaiting(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const { topic, payload, parsed, node } of waiting) {
      try {
        this.#read(topic, payload, parsed, node, false);
      } catch (error) {
        // Whatever a message contains, the next one is read.
        this.intake.refuse(topic, String(error), 'a message that can be read');
      }
    }
  }

  #parsed(topic: string): EdgeTopic | undefined {
    if (this.#topics.has(topic)) return this.#topics.get(topic);
    if (this.#topics.size >= rememberedTopics) this.#topics.clear();
    const parsed = edgeTopic(topic);
    this.#topics.set(topic, parsed);
    if (!parsed)
      this.intake.refuse(
        'topic',
        topic,
        `${namespace}/group/type/node or ${namespace}/group/type/node/device`,
      );
    return parsed;
  }

  /** Another connection under this id ended after this one began: its will must not stand. */
  #ownState(payload: Uint8Array, retained: boolean): void {
    const state = this.#state;
    if (retained || !state?.saysOffline(payload)) return;
    this.#publish(state.birth()).catch(() => {});
  }

  async #askSoon(node: EdgeNode): Promise<void> {
    const connection = this.#connection;
    const { rebirthInterval } = this.#settings;
    await this.context.wait(this.context.random() * Math.min(firstAsking, rebirthInterval));
    // Another page may have asked meanwhile.
    if (connection === this.#connection && !node.isBorn && !this.#asked.has(node)) await this.#ask(node);
  }

  /** Asks, and again after each interval as long as the birth is wanted: the request may be lost. */
  async #ask(node: EdgeNode): Promise<void> {
    const connection = this.#connection;
    this.#asked.add(node);
    do {
      const command = rebirthCommand(node.group, node.node, Math.floor(this.context.now()));
      // Without a connection there is nobody to ask; the next one begins anew.
      await this.#publish(command).catch(() => {});
      await this.context.wait(this.#settings.rebirthInterval);
      if (connection !== this.#connection || this.context.signal.aborted) return;
    } while (node.wantsBirth);
    this.#asked.delete(node);
  }
}

function subscriptionsOf(
  groups: readonly string[],
  nodes: readonly EdgeNode[],
  stateTopic: string | undefined,
): Subscription[] {
  const single = nodes.filter(({ group }) => !groups.includes(group));
  const filters = [
    ...(stateTopic === undefined ? [] : [stateTopic]),
    ...groups.map((group) => `${namespace}/${group}/#`),
    ...single.map(({ group, node }) => `${namespace}/${group}/+/${node}/#`),
  ];
  return filters.map((filter) => ({ filter, qos: 1 }));
}
