export * from './oee.js';
export * from './machine-oee.js';
export * from './availability.js';
export * from './effectiveness.js';
export * from './nee.js';
export * from './teep.js';
export * from './time-model-oee.js';
