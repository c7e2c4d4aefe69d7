export * from './anderson-darling.js';
export * from './attributes-chart.js';
export {
  type CapabilityInput,
  type CapabilityOptions,
  machineCapability,
  type MachineCapability,
  processCapability,
  type ProcessCapability,
} from './capability.js';
export { type CapabilityIndices, capabilityIndices, type Specification } from './capability-indices.js';
export {
  type ControlChart,
  type ControlChartOptions,
  type ControlLimits,
  controlPosition,
  type ControlStatistic,
} from './control-chart.js';
export * from './control-chart-constants.js';
export type { ControlFinding } from './control-finding.js';
export * from './cusum-chart.js';
export * from './defect-pareto.js';
export * from './ewma-chart.js';
export {
  nelsonRules,
  type RunRule,
  type RunRuleFinding,
  runRules,
  westernElectricRules,
} from './run-rules.js';
export {
  type Subgroup,
  variablesChart,
  type VariablesChart,
  type VariablesChartKind,
  variablesLimits,
  type VariablesLimits,
} from './variables-chart.js';
