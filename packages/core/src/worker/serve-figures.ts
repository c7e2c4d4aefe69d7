import * as figures from '../kpi/index.js';
import { packed } from './arguments.js';
import { type FigureAnswer, type FigurePort, type FigureRequest, listen } from './port.js';
import { unpacked } from './unpacked.js';

/**
 * Answers what a `FigureClient` at the other end of a port asks: any function of `@twinfloor/core/kpi`, by its name.
 *
 * What a function returns has to be plain data: a detector, which goes on counting, stays where it is made.
 *
 * @returns ends it
 */
export function serveFigures(port: FigurePort): () => void {
  return listen(port, (message) => {
    const { id, figure, arguments: args } = message as FigureRequest;
    try {
      const named: unknown = (figures as Record<string, unknown>)[figure];
      if (typeof named !== 'function') {
        throw new RangeError(`invalid figure: ${figure}, allowed: a function of @twinfloor/core/kpi`);
      }
      const result: unknown = Reflect.apply(named, undefined, unpacked(args) as unknown[]);
      const buffers: ArrayBuffer[] = [];
      const answer = { id, result: packed(result, undefined, buffers, 'result') } satisfies FigureAnswer;
      port.postMessage(answer, buffers);
    } catch (error) {
      const { name, message } = error as Error;
      port.postMessage({ id, error: { name, message } } satisfies FigureAnswer, []);
    }
  });
}
