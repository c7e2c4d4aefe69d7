export type * from './job-order.js';
export * from './order-hours.js';
export * from './order-progress.js';
export type { OrderMachine } from './order-stretches.js';
