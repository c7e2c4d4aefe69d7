export * from './normal.js';
export * from './regression.js';
export * from './student-t.js';
export * from './summary.js';
