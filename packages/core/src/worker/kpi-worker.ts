// The module of a worker that answers figures: `new Worker(url, { type: 'module' })`. Inside such a worker it begins
// to answer by itself; elsewhere (Node, a shared worker) `serveFigures` is given the port.
import type { FigurePort } from './port.js';
import { serveFigures } from './serve-figures.js';

export type { FigurePort } from './port.js';
export { serveFigures } from './serve-figures.js';

if ('DedicatedWorkerGlobalScope' in globalThis) serveFigures(globalThis as unknown as FigurePort);
