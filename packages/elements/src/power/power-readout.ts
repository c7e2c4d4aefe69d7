import type { Interval } from '@twinfloor/core';
import type { LineSource } from '../charts/line.js';
import type { Step } from '../charts/steps.js';
import type { Language } from '../internal/language.js';
import type { PowerData } from './power-data.js';

const columns = 512;
const scratch = new Float64Array(columns * 4);

/** The highest load in an interval; 0 where nothing is known. Reads the pyramid, whatever the length of the series. */
export function highestLoad(line: LineSource | undefined, interval: Interval): number {
  if (!line || !(interval.to > interval.from)) return 0;
  line.drawColumns(scratch, interval, columns);
  let highest = 0;
  for (let index = 2; index < scratch.length; index += 4)
    if (scratch[index] > highest) highest = scratch[index];
  return highest;
}

/** Load and demand at a time in words. */
export function powerReadout(
  data: PowerData,
  steps: readonly Step[],
  time: number,
  now: number,
  { terms, formats }: Language,
): string {
  const quantity = (value: number | undefined) =>
    value === undefined ? terms.none : formats.power(value) + formats.unit('kW');
  if (time > now) return terms.none;
  const step = steps.find(({ from, to }) => from <= time && time < to);
  const open = step ? undefined : data.openWindow(now);
  const isOpen = open !== undefined && time >= open.from;
  const demand = isOpen
    ? `${terms.demandExpected} ${quantity(open.expected)}`
    : `${terms.demand} ${quantity(step?.value)}`;
  return data.line ? `${terms.load} ${quantity(data.loadAt(time))}, ${demand}` : demand;
}
