import * as figures from '../figures/index.js';
import type { Interval } from '../time/interval.js';
import type { Twin } from '../twin/twin.js';

/** A figure of an equipment. */
export type Question = (twin: Twin, equipment: string, interval: Interval) => unknown;

/** What is asked of the machines and the line of a plant, by name; some of it remembers what it answered. */
export const plantQuestions: Readonly<Record<string, Question>> = {
  bottleneck: figures.equipmentBottleneck,
  carriers: figures.equipmentCarriers,
  defects: figures.equipmentDefects,
  demand: figures.equipmentDemand,
  demandForecast: (twin, id) => figures.equipmentDemandForecast(twin, id),
  emissions: figures.equipmentEmissions,
  energy: figures.equipmentEnergy,
  energyByState: figures.equipmentEnergyByState,
  energyCost: figures.equipmentEnergyCost,
  health: (twin, id, interval) => figures.equipmentHealth(twin, id, interval),
  idleWaste: figures.equipmentIdleWaste,
  lossComparison: figures.equipmentLossComparison,
  losses: figures.equipmentLosses,
  lossesByProduct: (twin, id, interval) => figures.equipmentLossesBy(twin, id, interval, 'product'),
  lossesByShift: (twin, id, interval) => figures.equipmentLossesBy(twin, id, interval, 'shift'),
  meterTree: figures.equipmentMeterTree,
  oee: figures.equipmentOee,
  oeeTrend: (twin, id) => figures.equipmentOeeTrend(twin, id, 'day', 2),
  orders: figures.equipmentOrders,
  pareto: (twin, id, interval) => figures.equipmentPareto(twin, id, interval, 'reason'),
  production: figures.equipmentProduction,
  reliability: figures.equipmentReliability,
  specificEnergy: figures.equipmentSpecificEnergy,
  speedLoss: figures.equipmentSpeedLoss,
  standardCoal: figures.equipmentStandardCoal,
  stateTimes: figures.equipmentStateTimes,
  stops: figures.equipmentStops,
  timeModel: figures.equipmentTimeModel,
  waiting: figures.equipmentWaiting,
};
