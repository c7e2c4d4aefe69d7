export * from './counted-share.js';
export * from './economic-indicator.js';
