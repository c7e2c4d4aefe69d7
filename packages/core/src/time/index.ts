export * from './folded-time.js';
export * from './interval-end.js';
export * from './periods.js';
export { plannedTimeAfter } from './planned-time-after.js';
export * from './range-list.js';
