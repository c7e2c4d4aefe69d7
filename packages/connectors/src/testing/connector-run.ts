import type { Binding, ConnectorFactory, SignalKind } from '@twinfloor/core';
import { ConformanceContext } from '@twinfloor/core/conformance';

/** A connector at work in a test. */
export class ConnectorRun {
  readonly context: ConformanceContext;
  readonly connector: ReturnType<ConnectorFactory>;
  readonly #running: Promise<void>;

  constructor(options: {
    readonly factory: ConnectorFactory;
    readonly settings: Readonly<Record<string, unknown>>;
    readonly kinds: Readonly<Record<string, SignalKind>>;
    readonly bindings?: readonly Binding[];
    readonly unwanted?: readonly string[];
  }) {
    const { factory, settings, kinds, bindings = [], unwanted } = options;
    this.context = new ConformanceContext({ signals: kinds });
    if (unwanted) this.context.want(unwanted);
    this.connector = factory({ type: 'test', id: 'test-1', bindings, settings });
    this.#running = this.connector.run(this.context);
    // What it rejects with is told by `stop`.
    this.#running.catch(() => {});
  }

  /** Resolves when something holds; rejects with what is known of the connection if it does not within 5 s. */
  async until(what: string, holds: () => boolean): Promise<void> {
    for (const end = Date.now() + 5_000; !holds(); await new Promise((resolve) => setTimeout(resolve, 2))) {
      if (Date.now() < end) continue;
      const { statuses, refusals } = this.context;
      const known = JSON.stringify({ statuses: statuses.slice(-5), refusals: refusals.slice(0, 5) });
      throw new Error(`${what}: not within 5 s; ${known}`);
    }
  }

  /** Resolves when the connection is in a state. */
  reached(state: string): Promise<void> {
    return this.until(state, () => this.context.state === state);
  }

  /** The values of a signal so far. */
  values(signal: string): unknown[] {
    return this.context.rows.filter((row) => row.signal === signal).map(({ value }) => value);
  }

  async stop(): Promise<void> {
    this.context.abort();
    await this.#running;
  }
}
