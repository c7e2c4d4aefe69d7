import { stateCount } from '../model/equipment-state.js';
import { ConditionSeries } from '../series/condition-series.js';
import { CounterSeries } from '../series/counter-series.js';
import type { CounterOptions } from '../series/counter-step.js';
import { NumberSeries } from '../series/number-series.js';
import { StateSeries } from '../series/state-series.js';
import { TextSeries } from '../series/text-series.js';
import { arrivalsOf, randomHistory } from './arrivals.js';
import type { SeededRandom } from './random.js';

/** Series of whole numbers, so that sums of them need no rounding, whatever the order in which they are added. */
export function randomSeries(random: SeededRandom, most = 400) {
  const states = new StateSeries();
  const stateOf = () => ({
    code: random.whole(stateCount),
    source: random.pick(['', 'ACTIVE', 'READY', 'x']),
  });
  for (const { time, value, quality } of arrivalsOf(random, randomHistory(random, most, stateOf)))
    states.append(time, value.code, value.source, quality);

  const options: CounterOptions = random.pick([
    {},
    { modulus: 1000 },
    { modulus: 1000, maximumRate: 500 },
    { counting: 'increment' },
  ]);
  const counter = new CounterSeries(options);
  let reading = random.whole(1000);
  const nextReading = () => {
    reading = random.next() < 0.03 ? random.whole(50) : (reading + random.whole(9)) % 1000;
    return reading;
  };
  for (const { time, value, quality } of arrivalsOf(random, randomHistory(random, most, nextReading)))
    counter.append(time, value, quality);

  const numbers = new NumberSeries();
  for (const { time, value, quality } of arrivalsOf(
    random,
    randomHistory(random, most, () => random.whole(100)),
  ))
    numbers.append(time, value, quality);

  const texts = new TextSeries();
  for (const { time, value, quality } of arrivalsOf(
    random,
    randomHistory(random, most, () => random.pick(['gear', 'shaft', '', '轴'])),
  ))
    texts.append(time, value, quality);

  const conditions = new ConditionSeries();
  const condition = () => ({
    key: random.pick(['logic', 'motion']),
    level: random.pick(['normal', 'warning', 'fault', 'unavailable'] as const),
    code: random.pick([undefined, '1', '2']),
  });
  for (const { time, value } of arrivalsOf(random, randomHistory(random, most, condition)))
    conditions.append(time, value);

  return { states, counter, numbers, texts, conditions };
}
