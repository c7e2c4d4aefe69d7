export * from './production.js';
