import type { TextSeries } from '../../series/text-series.js';
import type { Interval } from '../../time/interval.js';
import { observedIn } from '../observed.js';

/** A time in which one text holds; `undefined`: none. */
export interface ToldTime extends Interval {
  readonly text: string | undefined;
}

/**
 * What was said of a time in which a machine was in one state, as parts without a hole.
 *
 * Only what was said in that time explains it. What was said first holds from its beginning, since people and machines
 * tell a reason after the stop has begun; each later word holds from when it was said. A text that is empty or of quality
 * `bad` says that there is none.
 *
 * @param texts - `undefined`: nothing was ever said
 * @param time - from the moment the state began to its end
 */
export function toldIn(texts: TextSeries | undefined, { from, to }: Interval): ToldTime[] {
  const told: { from: number; to: number; text: string | undefined }[] = [{ from, to, text: undefined }];
  if (texts === undefined) return told;
  const { first, end } = observedIn(texts, { from, to });
  for (let index = first; index < end; index++) {
    const text = textAt(texts, index);
    const last = told[told.length - 1];
    if (index === first) last.text = text;
    else if (last.text !== text) {
      last.to = texts.timeAt(index);
      told.push({ from: last.to, to, text });
    }
  }
  return told;
}

/** The last that was said in a time; `undefined` where that was nothing, or that there is nothing. */
export function lastTold(texts: TextSeries | undefined, time: Interval): string | undefined {
  if (texts === undefined) return undefined;
  const { first, end } = observedIn(texts, time);
  return first < end ? textAt(texts, end - 1) : undefined;
}

function textAt(texts: TextSeries, index: number): string | undefined {
  return texts.qualityAt(index) === 'bad' ? undefined : texts.textAt(index) || undefined;
}
