export { type Failure, type FailureOptions, failures, type Failures } from './failures.js';
export {
  type FailureDenominator,
  reliabilityInput,
  type ReliabilityInput,
  sumOfReliabilityInputs,
} from './reliability-input.js';
export * from './corrective-maintenance-ratio.js';
export * from './inherent-availability.js';
export * from './mean-time-between-failures.js';
export * from './mean-time-to-failure.js';
export * from './mean-time-to-restore.js';
