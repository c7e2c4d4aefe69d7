// The connection that pages share in one file, for a page without a bundler: `new SharedWorker('mqtt-worker.js', { type:
// 'module' })`. A worker takes no import map, so it cannot find a library by its name.
import '@twinfloor/connectors/mqtt-worker';
