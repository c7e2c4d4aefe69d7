// All figures in one file, for a page without a bundler: `new Worker('kpi-worker.js', { type: 'module' })`. A worker takes
// no import map, so it cannot find a library by its name.
export * from '@twinfloor/core/kpi-worker';
