import type { Scenario } from './scenarios.js';
import type { Simulation } from './simulation.js';

const running = new Map<string, Simulation>();

/** The simulation of a connector that runs; `undefined` while it does not. */
export function simulationOf(connector: string): Simulation | undefined {
  return running.get(connector);
}

/**
 * Starts a scenario in the factory of a running connector, at the time it has come to.
 *
 * @param connector - id of the connector in the workshop file
 * @param equipment - id of a machine, a line or a workshop. Default: one that suits
 * @returns the id of the equipment that it starts with, `undefined` for the whole factory
 * @throws {RangeError} if no such connector runs, or the scenario does not fit the equipment
 */
export function startScenario(connector: string, scenario: Scenario, equipment?: string): string | undefined {
  const simulation = running.get(connector);
  if (simulation) return simulation.start(scenario, equipment);
  const allowed = [...running.keys()].join(', ') || 'none is running';
  throw new RangeError(`invalid connector: ${connector}, allowed: ${allowed}`);
}

/** Makes a simulation known under the id of its connector; returns how to end that. */
export function announce(connector: string, simulation: Simulation): () => void {
  running.set(connector, simulation);
  return () => {
    if (running.get(connector) === simulation) running.delete(connector);
  };
}
