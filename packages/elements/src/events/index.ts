export * from './explain-event.js';
export * from './range-change-event.js';
export * from './request-event.js';
export * from './select-event.js';
