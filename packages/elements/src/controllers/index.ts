export * from './clock-controller.js';
export * from './scope.js';
export * from './scope-request.js';
export * from './signals-controller.js';
export * from './twin-controller.js';
export * from './visibility-controller.js';
