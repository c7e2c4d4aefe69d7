import { equipmentStates, StateSeries, stateCount } from '@twinfloor/core';
import { type StatePalette, statePalette } from '../state-forms.js';

/** Numbers from 0 to 1, the same for the same seed (Mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A series of states given as pairs of time and state code. */
export function statesOf(...pairs: (readonly [time: number, code: number])[]): StateSeries {
  const series = new StateSeries();
  for (const [time, code] of pairs) series.append(time, code, '', 0);
  return series;
}

/** A series of random states, whose lengths run from a few to some thousand milliseconds. */
export function randomStates(next: () => number, until: number): StateSeries {
  const series = new StateSeries();
  for (let time = 0; time < until; time += 1 + next() ** 4 * 5000) {
    series.append(time, Math.floor(next() * stateCount), '', 0);
  }
  return series;
}

/** One plain colour for each state: red is 20 times the code, washes are white. */
export const plainPalette: StatePalette = statePalette((role) => {
  const state = /^state-(\w+)$/.exec(role)?.[1] ?? '';
  const code = (equipmentStates as readonly string[]).indexOf(state);
  return code < 0 ? '#ffffff' : `rgb(${code * 20}, 10, 200)`;
});

/** A white canvas of a size in px, one device pixel each. */
export function whiteCanvas(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser gives no 2D context');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  return context;
}

/** Red, green and blue of a pixel. */
export function pixelAt(context: CanvasRenderingContext2D, x: number, y: number): readonly number[] {
  return [...context.getImageData(x, y, 1, 1).data.subarray(0, 3)];
}

/** Counts the calls of each method of a context and passes them on. */
export function counted(context: CanvasRenderingContext2D): {
  readonly context: CanvasRenderingContext2D;
  readonly calls: Map<string, number>;
} {
  const calls = new Map<string, number>();
  const proxy = new Proxy(context, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      return (...parameters: unknown[]): unknown => {
        calls.set(String(key), (calls.get(String(key)) ?? 0) + 1);
        return Reflect.apply(value, target, parameters);
      };
    },
    set: (target, key, value) => Reflect.set(target, key, value, target),
  });
  return { context: proxy, calls };
}
