import type { Binding, ConnectorSettings } from '@twinfloor/core';
import { ConformanceContext } from '@twinfloor/core/conformance';
import sparkplug from 'sparkplug-payload';
import type { Message } from '../internal/mqtt/connection.js';
import { type EdgeMetric, SparkplugEdgeNode, type UMetric } from './sparkplug-edge-node.js';
import { HostApplication } from '../sparkplug/host-application.js';
import { HostState } from '../sparkplug/host-state.js';
import { PartsIntake } from '../sparkplug/parts-intake.js';
import { sparkplugSettings } from '../sparkplug/settings.js';

/** Another implementation of payloads than the one under test. */
export const library = sparkplug.get('spBv1.0')!;
/** When the tests begin, in milliseconds. */
export const start = Date.UTC(2026, 2, 4, 6);

/** A context whose clock and waits stand still until they are told to go on. */
export class StillContext extends ConformanceContext {
  time = start;
  readonly #pending: { end: number; resolve: () => void }[] = [];

  constructor(signals: Readonly<Record<string, 'number' | 'text' | 'state' | 'condition' | 'counter'>>) {
    super({ signals, now: () => this.time, random: () => 0.5 });
  }

  override wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.#pending.push({ end: this.time + milliseconds, resolve }));
  }

  /** Lets time pass. */
  async elapse(milliseconds: number): Promise<void> {
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    this.time += milliseconds;
    for (const each of this.#pending.splice(0)) {
      if (each.end <= this.time) each.resolve();
      else this.#pending.push(each);
    }
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  }
}

/** An edge node whose messages reach the host application without a broker. */
export class NearEdgeNode extends SparkplugEdgeNode {
  readonly sent: (readonly [topic: string, payload: Uint8Array])[] = [];
  deliver: ((topic: string, payload: Uint8Array) => void) | undefined;
  override birthCount = 3;

  override send(topic: string, payload: Uint8Array | string): void {
    const bytes = typeof payload === 'string' ? new TextEncoder().encode(payload) : payload;
    this.sent.push([topic, bytes]);
    this.deliver?.(topic, bytes);
  }

  /** Says that the node is dead, as its will does. */
  die(birthCount = this.birthCount): void {
    this.send(
      this.topic('NDEATH'),
      this.payload([{ name: 'bdSeq', type: 'UInt64', value: birthCount }], undefined),
    );
  }
}

const signals = {
  'mill/power': 'number',
  'mill/program': 'text',
  'mill/state': 'state',
  'mill/conditions': 'condition',
  'mill/producedCount': 'counter',
  'gate/load': 'number',
} as const;

/** Bindings to a device and its node. */
export const usual: readonly Binding[] = [
  { signal: 'mill/power', from: 'shop/edge/mill#Power' },
  { signal: 'mill/program', from: 'shop/edge/mill#Program' },
  { signal: 'gate/load', from: 'shop/edge#Load' },
];

/** Metrics by device and name. */
export type Devices = Record<string, Record<string, EdgeMetric>>;

/** What the usual bindings name. */
export function usualModel(): { node: Record<string, EdgeMetric>; devices: Devices } {
  return {
    node: { Load: { type: 'Double', value: 1, alias: 1, timestamp: start } },
    devices: {
      mill: {
        Power: { type: 'Double', value: 10, alias: 2, timestamp: start },
        Program: { type: 'String', value: 'A', timestamp: start },
      },
    },
  };
}

/** A host application and an edge node that need no broker. */
export function setUp(
  options: {
    bindings?: readonly Binding[];
    settings?: Record<string, unknown>;
    model?: ConstructorParameters<typeof SparkplugEdgeNode>[3];
    /** Whether values with parts are met before what reads them is loaded. Default `false`. */
    isLazy?: boolean;
  } = {},
) {
  const { bindings = usual, settings = {}, model = usualModel(), isLazy = false } = options;
  const entry: ConnectorSettings = {
    type: 'sparkplug',
    id: 'sparkplug-1',
    bindings,
    settings: { url: 'ws://broker', ...settings },
  };
  const context = new StillContext(signals);
  const published: Message[] = [];
  const { hostId } = sparkplugSettings(entry);
  const host = new HostApplication(
    entry,
    sparkplugSettings(entry),
    context,
    async (each) => {
      published.push(each);
    },
    hostId === undefined ? undefined : new HostState(hostId, () => context.now()),
  );
  if (!isLazy) host.intake.parts = new PartsIntake(host.tags, host.intake);
  const edge = new NearEdgeNode(0, 'shop', 'edge', model);
  edge.deliver = (topic, payload) => host.take(topic, payload, false);
  edge.now = () => context.time;
  /** What has been observed since the last call: `signal value@seconds`, and its quality where it is not good. */
  const rows = (): string[] => {
    host.bindings.deliver();
    return context.rows.splice(0).map(({ signal, value, time, quality }) => {
      const said =
        typeof value === 'object' ? `${value.level} ${value.code ?? value.text ?? ''}`.trim() : value;
      const trust = quality === 'good' || value === undefined ? '' : ` ${quality}`;
      return `${signal} ${String(said)}@${(time - start) / 1000}${trust}`;
    });
  };
  const refusals = (): string[] => context.refusals.splice(0).map(({ place, found }) => `${place}: ${found}`);
  /** Topics and contents of the commands so far. */
  const commands = (): [string, UMetric[]][] =>
    published.splice(0).map(({ topic, payload }) => [topic, library.decodePayload(payload).metrics ?? []]);
  return { context, host, edge, rows, refusals, commands, published };
}

export const at = (seconds: number): number => start + seconds * 1000;
