export * from './folded-time.js';
export * from './periods.js';
export * from './planned-time-after.js';
export * from './range-list.js';
