export * from './normal.js';
export * from './summary.js';
