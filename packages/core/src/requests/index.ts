export * from './act.js';
export * from './audit.js';
export * from './past.js';
export * from './permission.js';
export * from './request.js';
export * from './requests.js';
export { type ValueMistake, valueMistake } from './request-check.js';
