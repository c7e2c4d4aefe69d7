export * from './maturity-evidence.js';
export * from './maturity-model.js';
export * from './self-assessment.js';
