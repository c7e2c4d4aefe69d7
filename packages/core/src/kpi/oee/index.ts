export * from './oee.js';
export * from './machine-oee.js';
