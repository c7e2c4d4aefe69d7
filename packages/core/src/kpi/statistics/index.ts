export * from './regression.js';
export * from './student-t.js';
export { median, quantile } from './summary.js';
