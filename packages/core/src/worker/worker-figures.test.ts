import { after, describe, it } from 'node:test';
import { Worker } from 'node:worker_threads';
import { carrierRecord } from '../figures/carrier-record.js';
import { flowMachines } from '../figures/equipment-bottleneck.js';
import { tariffCalendar } from '../figures/equipment-energy-cost.js';
import { lossRecord } from '../figures/loss-record.js';
import { untilNow } from '../figures/past.js';
import * as kpi from '../kpi/index.js';
import { stateCount } from '../model/equipment-state.js';
import { SeededRandom } from '../testing/random.js';
import { machines, randomPlant, twinOf } from '../testing/random-plant.js';
import { assertSame } from '../testing/reconciled.js';
import type { Interval } from '../time/interval.js';
import type { Twin } from '../twin/twin.js';
import { amountOf, FigureClient, type FigureName, lookup, partsOf } from './index.js';

/** A figure with arguments as a page would send them. */
type Call = { [Name in FigureName]: readonly [Name, Parameters<(typeof kpi)[Name]>] }[FigureName];

describe('FigureClient with figures of every family', () => {
  const worker = new Worker(new URL('../testing/figure-worker.js', import.meta.url));
  const client = new FigureClient(worker);
  after(() => worker.terminate());

  for (let seed = 1; seed <= 12; seed++) {
    it(`answers what the functions answer here, seed ${seed}`, async () => {
      const plant = randomPlant(new SeededRandom(seed));
      const twin = twinOf(plant);
      const past = untilNow(twin, plant.interval);
      for (const [name, args] of callsOf(twin, past, plant.now)) {
        const here: unknown = Reflect.apply(kpi[name], undefined, args);
        assertSame(await client.call(name, args as never), here, name);
      }
    });
  }
});

function callsOf(twin: Twin, past: Interval, now: number): readonly Call[] {
  return [
    ...machines.flatMap((id) => ofMachine(twin, id, past, now)),
    ['bottleneck', [machines.map((id) => machineOf(twin, id, past)), [past], now]],
    ['waiting', [flowMachines(twin), machines, [past]]],
    ...withoutSeries,
  ];
}

/** What the twin knows of a machine, with functions that can be sent. */
function machineOf(twin: Twin, id: string, past: Interval) {
  const { idealCycle } = twin.tree.get(id);
  const ofProducts = [...twin.products].flatMap(([product, one]) =>
    id in one.idealCycle ? [[product, one.idealCycle[id] * 1000]] : [],
  );
  const table = Object.fromEntries(ofProducts) as Record<string, number>;
  return {
    ...lossRecord(twin, id),
    id,
    orders: twin.seriesOf(id, 'order', 'text'),
    planned: partsOf(twin.calendar.planned({ from: past.from - 1e9, to: past.to + 1e9 }, id)),
    idealCycle: lookup(table, idealCycle === undefined ? undefined : idealCycle * 1000),
  };
}

function ofMachine(twin: Twin, id: string, past: Interval, now: number): readonly Call[] {
  const machine = machineOf(twin, id, past);
  const { states, statesKnownUntil } = machine;
  const planned = twin.calendar.planned(past, id);
  const meter = carrierRecord(twin, id, 'electricity');
  const spans = tariffCalendar(twin).spans(past);
  const zones = [
    { name: 'A', below: 3, severity: 'normal' as const },
    { name: 'B', severity: 'warning' as const },
  ];
  const plan = { time: machine.planned, amount: amountOf(planned, 60) };
  return [
    ['machineOee', [machine, planned]],
    ['stateTimes', [states, planned, undefined, statesKnownUntil]],
    ['timeModel', [{ ...machine, operation: planned, planned }, [past]]],
    ['failures', [states, planned, { knownUntil: statesKnownUntil }]],
    ['reliabilityInput', [states, planned, { knownUntil: statesKnownUntil }]],
    ['machineLosses', [machine, [past], planned, { minorStopLimit: 120_000 }]],
    ['machineStops', [machine, planned]],
    ['speedLoss', [{ ...machine, cycleTimes: meter.power }, planned]],
    ['production', [[machine], [past], now, plan]],
    ['orderProgress', [{ id: 'o1', equipment: [id], quantity: 50 }, [machine], machine.planned, now]],
    ['energy', [meter, past]],
    ['energyByState', [meter, states, past, statesKnownUntil]],
    ['energyCost', [[meter], spans]],
    ['idleWastePart', [meter, states, spans, statesKnownUntil]],
    ['demand', [[meter], past, { window: 900_000, step: 300_000 }]],
    ['demandForecast', [[meter], past.to, { limit: 40 }]],
    ['conditionHealth', [{ readings: meter.power, zones }, [past]]],
    ['defectPareto', [[{ scrap: machine.scrap, reasons: machine.scrapReasons }], [past]]],
  ];
}

const values = Float64Array.from({ length: 100 }, (_, index) => Math.sin(index * 7) + index / 50);
const subgroups = Array.from({ length: 25 }, (_, index) => [...values.subarray(index * 4, index * 4 + 4)]);
const limits = kpi.variablesLimits('xBarS', subgroups) as kpi.VariablesLimits;

/** Figures over numbers. */
const withoutSeries: readonly Call[] = [
  ['idleEnergy', [new Float64Array(stateCount).fill(3)]],
  ['variablesLimits', ['xBarR', subgroups]],
  ['variablesChart', [subgroups, limits]],
  ['processCapability', [subgroups, { lower: -4, upper: 6 }, limits]],
  ['andersonDarling', [values]],
  ['trendToLimit', [[...values.keys()], [...values], 9]],
  [
    'leastSquares',
    [subgroups.map(([first, second]) => [first, second]), subgroups.map(([, , third]) => third)],
  ],
  [
    'countedShare',
    [
      [
        { id: 'press', has: true },
        { id: 'mill', has: undefined },
      ],
    ],
  ],
  ['median', [values]],
];
