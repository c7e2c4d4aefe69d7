export * from './attributes-chart.js';
export * from './control-chart.js';
export * from './control-chart-constants.js';
export type { ControlFinding } from './control-finding.js';
export * from './cusum-chart.js';
export * from './ewma-chart.js';
export * from './run-rules.js';
export * from './variables-chart.js';
