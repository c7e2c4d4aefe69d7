import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultCusumSettings } from '../kpi/health/cusum-detector.js';
import { departureAlarms } from '../kpi/health/departures.js';
import { defaultEwmaSettings } from '../kpi/health/ewma-detector.js';
import { robustZSettings } from '../kpi/health/robust-z.js';
import { NumberSeries } from '../series/number-series.js';
import { SeededRandom } from '../testing/random.js';
import { quietSettings } from './quiet-settings.js';

const level = { center: 0, deviation: 1 };

function seriesOf(readings: readonly number[]): NumberSeries {
  const series = new NumberSeries();
  readings.forEach((reading, index) => series.append(index, reading, 0));
  return series;
}

test('settings that are quiet over the healthy period stay as they are', () => {
  const settings = quietSettings(seriesOf([0, 1, -1]), [{ from: 0, to: 3 }], level, robustZSettings);
  assert.equal(settings, robustZSettings);
  assert.equal(quietSettings(undefined, [], level, defaultCusumSettings), defaultCusumSettings);
});

test('the limit is widened by quarters up to the first at which a reading no longer signals', () => {
  const settings = quietSettings(seriesOf([0, 5.6, -1]), [{ from: 0, to: 3 }], level, robustZSettings);
  assert.deepEqual(settings, { weight: 1, limit: 5.75 });
});

const seed = 94;
test(`widened settings are quiet, and a step less is not, seed ${seed}`, () => {
  const random = new SeededRandom(seed);
  for (let run = 0; run < 50; run++) {
    let reading = 0;
    const series = seriesOf(Array.from({ length: 200 }, () => (reading += random.next() - 0.5)));
    const all = [{ from: 0, to: 200 }];
    const cusum = quietSettings(series, all, level, defaultCusumSettings);
    const ewma = quietSettings(series, all, level, defaultEwmaSettings);
    assert.deepEqual(departureAlarms(series, all, level, cusum), []);
    assert.deepEqual(departureAlarms(series, all, level, ewma), []);
    if (cusum !== defaultCusumSettings) {
      const less = { ...cusum, slack: cusum.slack - 0.25 };
      assert.notDeepEqual(departureAlarms(series, all, level, less), []);
    }
    if (ewma !== defaultEwmaSettings) {
      const less = { ...ewma, limit: ewma.limit - 0.25 };
      assert.notDeepEqual(departureAlarms(series, all, level, less), []);
    }
  }
});
