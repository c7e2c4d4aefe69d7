import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type Binding,
  type Condition,
  ConditionSeries,
  CounterSeries,
  type ConnectorSettings,
  NumberSeries,
  type Quality,
  qualityCode,
  type SignalKind,
  StateSeries,
  stateCode,
  type EquipmentState,
  TextSeries,
} from '@twinfloor/core';
import { ConformanceContext } from '@twinfloor/core/conformance';
import { mtconnect } from '../mtconnect/index.js';
import { type Agent, type AgentOptions, createAgent } from '../mtconnect-agent/index.js';
import { serve, type TestServer } from './serve.js';

const second = 1000;

/** An agent behind a server on this machine, and a connector that follows it. */
export class AgentRig {
  readonly agent: Agent;
  readonly server: TestServer;
  readonly context: ConformanceContext;
  readonly running: Promise<void>;
  /** The wall clock of the agent, milliseconds since the epoch. */
  readonly #clock: { now: number };

  private constructor(
    agent: Agent,
    server: TestServer,
    context: ConformanceContext,
    running: Promise<void>,
    clock: { now: number },
  ) {
    this.agent = agent;
    this.server = server;
    this.context = context;
    this.running = running;
    this.#clock = clock;
  }

  /**
   * Starts both.
   *
   * @param intercept - may answer a request itself; returns whether it did
   */
  static async start(options: {
    agent: AgentOptions;
    kinds: Readonly<Record<string, SignalKind>>;
    bindings: readonly Binding[];
    settings?: Readonly<Record<string, unknown>>;
    unwanted?: readonly string[];
    intercept?: (request: IncomingMessage, response: ServerResponse) => boolean;
  }): Promise<AgentRig> {
    const { kinds, bindings, settings, intercept, unwanted } = options;
    const clock = { now: 1_700_000_000_000 };
    const agent = createAgent({ now: () => clock.now, ...options.agent });
    const server = await serve(
      (request, response) => intercept?.(request, response) || agent.handle(request, response),
    );
    const context = new ConformanceContext({ signals: kinds });
    if (unwanted) context.want(unwanted);
    const entry: ConnectorSettings = {
      type: 'mtconnect',
      id: 'mtconnect-1',
      bindings,
      settings: { url: server.url, interval: 5, heartbeat: 100, ...settings },
    };
    return new AgentRig(agent, server, context, mtconnect(entry).run(context), clock);
  }

  /** Lets the agent's wall clock run by a time. */
  pass(milliseconds: number): void {
    this.#clock.now += milliseconds;
  }

  /** Resolves when something holds; rejects with what is known of the connection if it does not within 5 s. */
  async until(what: string, holds: () => boolean): Promise<void> {
    const end = Date.now() + 5 * second;
    while (!holds()) {
      if (Date.now() > end) {
        const { statuses, refusals } = this.context;
        throw new Error(
          `${what}: not within 5 s; ${JSON.stringify({ statuses: statuses.slice(-5), refusals: refusals.slice(0, 5) })}`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  /** Resolves when the connection is live. */
  live(): Promise<void> {
    return this.until('live', () => this.context.state === 'live');
  }

  /** How often the connection became live. */
  get lives(): number {
    return this.context.statuses.filter(({ state }) => state === 'live').length;
  }

  /** Resolves when an observation of a signal from a time on has come. */
  reached(signal: string, time: number): Promise<void> {
    return this.until(`${signal} at ${time}`, () =>
      this.context.rows.some((row) => row.signal === signal && row.time >= time),
    );
  }

  async stop(): Promise<void> {
    this.context.abort();
    this.agent.dispose();
    await this.server.close();
    await this.running;
  }

  /** The series of a text signal, from all that was delivered in the order in which it was. */
  texts(signal: string): TextSeries {
    const series = new TextSeries();
    this.#each(signal, (time, value, quality) => series.append(time, String(value ?? ''), quality));
    return series;
  }

  /** The series of a state signal. */
  states(signal: string): StateSeries {
    const series = new StateSeries();
    this.#each(signal, (time, value, quality, source) =>
      series.append(time, stateCode[(value ?? 'unknown') as EquipmentState], source ?? '', quality),
    );
    return series;
  }

  /** The series of a number signal. */
  numbers(signal: string): NumberSeries {
    const series = new NumberSeries();
    this.#each(signal, (time, value, quality) => series.append(time, Number(value ?? 0), quality));
    return series;
  }

  /** The series of a counter signal. */
  counts(signal: string): CounterSeries {
    const series = new CounterSeries();
    this.#each(signal, (time, value, quality) => series.append(time, Number(value ?? 0), quality));
    return series;
  }

  /** The series of a condition signal. */
  conditions(signal: string): ConditionSeries {
    const series = new ConditionSeries();
    this.#each(signal, (time, value) => series.append(time, value as Condition));
    return series;
  }

  #each(
    signal: string,
    append: (time: number, value: unknown, quality: number, source?: string) => void,
  ): void {
    for (const row of this.context.rows) {
      if (row.signal === signal)
        append(row.time, row.value, qualityCode[row.quality satisfies Quality], row.source);
    }
  }
}
