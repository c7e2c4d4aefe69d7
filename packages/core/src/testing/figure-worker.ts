// A worker of Node that answers figures, for tests.
import { parentPort } from 'node:worker_threads';
import { serveFigures } from '../worker/kpi-worker.js';

if (parentPort) serveFigures(parentPort);
