import type * as figures from '../kpi/index.js';
import type { Interval } from '../time/interval.js';
import { packed } from './arguments.js';
import { type FigureAnswer, type FigurePort, type FigureRequest, listen } from './port.js';

type Figures = typeof figures;

/** The functions that can be called: those of `@twinfloor/core/kpi`. */
export type FigureName = {
  [Name in keyof Figures]: Figures[Name] extends (...args: never[]) => unknown ? Name : never;
}[keyof Figures];

/** How a figure is called, beside its arguments. */
export interface FigureCallOptions {
  /**
   * Only what figures of this interval depend on is taken of the series: with long histories less is copied. An
   * argument that asks for an older time would find nothing there. Default: all that the series keep.
   */
  readonly within?: Interval;
  /** Rejects the call with the reason of the signal. What the worker has already begun it finishes unheard. */
  readonly signal?: AbortSignal;
}

interface Call {
  readonly request: FigureRequest;
  readonly buffers: ArrayBuffer[];
  settle(answer: FigureAnswer): void;
  reject(reason: unknown): void;
}

let lastId = 0;

/**
 * Calls the functions of `@twinfloor/core/kpi` in a worker, so that a page goes on while they count. The series among
 * the arguments are copied as they are at the call; the copies are transferred, not cloned.
 *
 * One call is on its way at a time, in the order of the calls: one that is cancelled before its turn costs the worker
 * nothing.
 */
export class FigureClient {
  readonly #port: FigurePort;
  readonly #end: () => void;
  readonly #waiting: Call[] = [];
  #current: Call | undefined;
  #failure: Error | undefined;

  /** @param port - a worker that runs `@twinfloor/core/kpi-worker`, or a port that `serveFigures` answers */
  constructor(port: FigurePort) {
    this.#port = port;
    this.#end = listen(
      port,
      (message) => this.#answered(message as FigureAnswer),
      (message) => this.#fail(new Error(`the worker failed: ${message}`)),
    );
  }

  /**
   * Calls a function: `client.call('energyCost', [records, spans])`.
   *
   * @param args - its arguments: plain data, series, typed arrays; for a function a `lookup()`, `partsOf()` or `amountOf()`
   * @returns what it returns, as structured cloning makes it
   * @throws {TypeError} (rejects) if an argument cannot go to a worker
   * @throws {RangeError} (rejects) with the message of the function where it refuses; likewise a `TypeError`
   */
  call<Name extends FigureName>(
    figure: Name,
    args: Parameters<Figures[Name]>,
    { within, signal }: FigureCallOptions = {},
  ): Promise<ReturnType<Figures[Name]>> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      if (this.#failure) return reject(this.#failure);
      const buffers: ArrayBuffer[] = [];
      const request = { id: ++lastId, figure, arguments: packed(args, within, buffers) };
      const abort = () => {
        const place = this.#waiting.indexOf(call);
        if (place >= 0) this.#waiting.splice(place, 1);
        reject(signal?.reason as Error);
      };
      const call: Call = {
        request,
        buffers,
        settle: ({ result, error }) => {
          signal?.removeEventListener('abort', abort);
          if (error) reject(errorOf(error));
          else resolve(result as ReturnType<Figures[Name]>);
        },
        reject: (reason) => {
          signal?.removeEventListener('abort', abort);
          reject(reason as Error);
        },
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#waiting.push(call);
      this.#next();
    });
  }

  /** Rejects the calls that have no answer yet, and all later ones. The worker is left to whoever started it. */
  dispose(): void {
    this.#fail(new Error('the client of the worker was disposed of'));
    this.#end();
  }

  #next(): void {
    if (this.#current !== undefined) return;
    const call = (this.#current = this.#waiting.shift());
    if (call === undefined) return;
    try {
      this.#port.postMessage(call.request, call.buffers);
    } catch (error) {
      this.#current = undefined;
      call.reject(error);
      this.#next();
    }
  }

  #answered(answer: FigureAnswer): void {
    const call = this.#current;
    if (answer.id !== call?.request.id) return;
    this.#current = undefined;
    call.settle(answer);
    this.#next();
  }

  #fail(failure: Error): void {
    this.#failure ??= failure;
    this.#current?.reject(this.#failure);
    for (const call of this.#waiting.splice(0)) call.reject(this.#failure);
    this.#current = undefined;
  }
}

function errorOf({ name, message }: NonNullable<FigureAnswer['error']>): Error {
  if (name === 'RangeError') return new RangeError(message);
  return name === 'TypeError' ? new TypeError(message) : new Error(message);
}
