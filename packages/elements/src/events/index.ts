export * from './explain-event.js';
export * from './select-event.js';
