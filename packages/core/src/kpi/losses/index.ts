export * from './loss-rules.js';
export * from './losses.js';
export * from './compare-losses.js';
export * from './machine-losses.js';
export { machineStops, type MachineStop, type StopRecord, type StopTime } from './machine-stops.js';
export * from './pareto.js';
export * from './speed-loss.js';
export type { StartUp, StartUpRecord } from './start-up.js';
