export * from './act.js';
export * from './audit.js';
export * from './permission.js';
