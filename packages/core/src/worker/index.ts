export * from './figure-client.js';
export * from './plain-function.js';
export type { FigurePort } from './port.js';
export * from './series-columns.js';
export * from './series-of.js';
