export * from './emission.js';
export * from './energy.js';
export * from './energy-by-state.js';
export * from './energy-cost.js';
export * from './interval-readings.js';
