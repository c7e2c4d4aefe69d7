import {
  type ConnectorContext,
  type ConnectorFactory,
  ObservationBatch,
  type PlantRequest,
} from '@twinfloor/core';
import { announce } from './running.js';
import { Setpoints } from './setpoints.js';
import { simulatorSettings } from './settings.js';
import { Simulation } from './simulation.js';
import { Site } from './site.js';

export type { Detail, Sink } from './report.js';
export { simulationOf, startScenario } from './running.js';
export { type Scenario, scenarios } from './scenarios.js';
export { Simulation, type SimulationOptions } from './simulation.js';

/** So many observations are handed over at once. */
const chunk = 4_000;

/** For so long it works at a stretch, in milliseconds; then the page may breathe. */
const stretch = 25;

/** So often the factory is moved on, in milliseconds; the clock of the twin may run at any speed. */
const period = 250;

/** For so long before the start, and for the whole production day, each change is told, in milliseconds. */
const shortestDetail = 12 * 3_600_000;

/** Vehicles tell where they went for this long before the start, in milliseconds. */
const positionsPast = 2 * 3_600_000;

/**
 * Simulates the factory that the workshop file describes. Settings:
 *
 * - `seed`: a whole number, default 1. The same seed is the same factory, whenever it is looked at.
 *
 * It follows the clock of the twin at any speed. At the start it tells the week so far, at least since the beginning
 * of yesterday: states and alarms always in full; what changes often (counts, power, levels) in full for today and the
 * last twelve hours, and each quarter of an hour before. What the workshop file allows to be asked for it does a moment
 * after the request.
 */
export const simulator: ConnectorFactory = (entry) => {
  const { seed } = simulatorSettings(entry);
  let setpoints: Setpoints | undefined;
  return {
    async request(request: PlantRequest) {
      if (!setpoints) throw new Error('the simulated factory has not begun yet');
      await setpoints.take(request);
    },
    async run(context) {
      const now = context.now();
      const batch = new ObservationBatch(chunk * 2);
      const sink = { batch, resolve: (address: string) => context.resolve(address) };
      const { calendar } = new Site(context.workshop);
      const today = calendar.productionDay(now).from;
      const yesterday = calendar.productionDay(today - 1).from;
      const detailed = calendar.productionDay(now - shortestDetail).from;
      const simulation = new Simulation(context.workshop, {
        seed,
        sink,
        from: yesterday,
        detail: { from: detailed, positionsFrom: now - positionsPast },
      });
      const end = announce(entry.id, simulation);
      try {
        context.status({ state: 'connecting' });
        await tell(await pastOf(simulation, sink, context), context);
        setpoints = new Setpoints(context, detailed);
        sink.batch = batch;
        await follow(simulation, batch, context);
      } finally {
        setpoints = undefined;
        end();
      }
    },
  };
};

/**
 * All that happened before now, in time order. None of it is handed over before all is there: a page that shows a past
 * as it grows has more work with that than the simulation itself.
 */
async function pastOf(
  simulation: Simulation,
  sink: { batch: ObservationBatch },
  context: ConnectorContext,
): Promise<ObservationBatch[]> {
  const past = [sink.batch];
  let begin = performance.now();
  while (!context.signal.aborted && simulation.advance(context.now(), chunk)) {
    sink.batch = new ObservationBatch(chunk + chunk / 8);
    past.push(sink.batch);
    if (performance.now() - begin < stretch) continue;
    await context.wait(0);
    begin = performance.now();
  }
  return past;
}

async function tell(past: readonly ObservationBatch[], context: ConnectorContext): Promise<void> {
  let begin = performance.now();
  for (const batch of past) {
    if (context.signal.aborted) return;
    context.confirm();
    context.deliver(batch);
    batch.clear();
    if (performance.now() - begin < stretch) continue;
    await context.wait(0);
    begin = performance.now();
  }
}

async function follow(
  simulation: Simulation,
  batch: ObservationBatch,
  context: ConnectorContext,
): Promise<void> {
  let isLive = false;
  while (!context.signal.aborted) {
    const hasMore = simulation.advance(context.now(), chunk);
    context.confirm();
    if (batch.length > 0) context.deliver(batch);
    batch.clear();
    if (!isLive && !hasMore) context.status({ state: 'live' });
    isLive ||= !hasMore;
    await context.wait(hasMore ? 0 : period);
  }
}
