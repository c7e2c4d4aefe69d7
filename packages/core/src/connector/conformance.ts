import { demandChecks } from './conformance-demand.js';
import { deliveryChecks } from './conformance-delivery.js';
import { endChecks } from './conformance-end.js';
import { lossChecks } from './conformance-loss.js';
import type { Rig } from './conformance-rig.js';
import { Run } from './conformance-run.js';

export {
  ConformanceContext,
  type ConformanceContextOptions,
  type RecordedRow,
  type RecordedWait,
} from './conformance-context.js';
export type { Emission, Rig, RigSource } from './conformance-rig.js';
export { missing, type Steps, stepsOf } from './conformance-rows.js';

/** What is to be checked. */
export interface ConformanceOptions {
  /** Name of the connector, for the titles. */
  readonly name: string;
  /** Sets up a source and everything it needs. Called for each check, so that none depends on another. */
  start(): Promise<Rig>;
  /** How long a check waits for something to happen, in milliseconds. Default 8,000. */
  readonly patience?: number;
}

/** One check, to be run by whatever test runner is at hand. */
export interface ConformanceCheck {
  /** A sentence of the specification. */
  readonly title: string;
  /** Rejects with an `Error` that says what was found and what was expected. */
  run(): Promise<void>;
}

/**
 * The checks that every connector must pass, ours or a third party's. What a source cannot do is declared by its
 * rig, and the checks that need it are left out.
 *
 * @example
 * ```ts
 * const checks = await connectorConformance({ name: 'acme', start: startAcmeRig });
 * for (const { title, run } of checks) test(title, run);
 * ```
 */
export async function connectorConformance({
  name,
  start,
  patience = 8_000,
}: ConformanceOptions): Promise<ConformanceCheck[]> {
  const rig = await start();
  const checks = [...deliveryChecks(rig), ...lossChecks(rig), ...endChecks(rig), ...demandChecks(rig)];
  await rig.stop();
  return checks.map(({ title, check }) => ({
    title: `${name} ${title}`,
    run: async () => {
      const run = new Run(await start(), patience);
      try {
        await check(run);
      } finally {
        await run.end();
      }
    },
  }));
}
