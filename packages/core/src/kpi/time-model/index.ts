export * from './state-times.js';
