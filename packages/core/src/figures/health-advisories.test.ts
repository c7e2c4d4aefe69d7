import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import type { ConditionZone } from '../model/signal.js';
import { qualityCode } from '../model/quality.js';
import { NumberSeries } from '../series/number-series.js';
import { conditionHealth } from '../kpi/health/condition-health.js';
import type { DepartureAlarm } from '../kpi/health/departures.js';
import { healthAdvisories } from './health-advisories.js';
import { meanPerPart } from './mean-per-part.js';
import { trendToLimit } from '../kpi/health/trend-to-limit.js';

const zones: readonly ConditionZone[] = [
  { name: 'A', below: 10, severity: 'normal' },
  { name: 'B', below: 20, severity: 'warning' },
  { name: 'C', severity: 'fault' },
];

/** A reading each 10 ms that rises by 1. */
function rising(from: number, count: number): NumberSeries {
  const series = new NumberSeries();
  for (let index = 0; index < count; index++) series.append(index * 10, from + index, qualityCode.good);
  return series;
}

const healthOf = (readings: NumberSeries, to: number) =>
  conditionHealth({ readings, zones }, [{ from: 0, to }]);

test('an advisory says what, how bad, since when, how sure and from what, the worst first', () => {
  const readings = rising(4, 10);
  const health = healthOf(readings, 100);
  const { times, means } = meanPerPart(readings, [{ from: 0, to: 100 }], 10);
  const toLimit = trendToLimit(times, means, 20);
  const departure: DepartureAlarm = { from: 70, to: 90, onset: 30, direction: 1, score: 1.5, count: 3 };
  const advisories = healthAdvisories({
    health,
    trend: { toLimit, severity: 'fault' },
    departures: [departure],
  });
  assert.deepEqual(advisories, [
    { what: 'limitAhead', severity: 'fault', since: 5, certainty: 1, evidence: toLimit },
    { what: 'inZone', severity: 'warning', since: 60, certainty: 1, evidence: health },
    { what: 'departed', severity: 'warning', since: 30, certainty: undefined, evidence: departure },
  ]);
});

test('what is well, or leads to nothing bad, needs no advisory', () => {
  const health = healthOf(rising(4, 3), 30);
  const toLimit = trendToLimit([0, 1, 2, 3, 4, 5, 6, 7], [0, 1, 2, 3, 4, 5, 6, 7], 9);
  assert.deepEqual(healthAdvisories({ health, trend: { toLimit, severity: 'normal' } }), []);
  assert.deepEqual(healthAdvisories({ health }), []);
  const none = trendToLimit([], [], 9);
  assert.deepEqual(
    healthAdvisories({ health: healthOf(rising(4, 0), 30), trend: { toLimit: none, severity: 'fault' } }),
    [],
  );
});

test('means of parts weigh a reading by how long it held, and leave out what does not count', () => {
  const series = new NumberSeries();
  series.append(10, 1, qualityCode.good);
  series.append(25, 4, qualityCode.good);
  series.append(40, 0, qualityCode.bad);
  series.append(80, 7, qualityCode.good);
  assert.deepEqual(meanPerPart(series, [{ from: 0, to: 100 }], 5), {
    times: [10, 30, 90],
    means: [1, 3.25, 7],
  });
  const masked = [
    { from: 0, to: 20 },
    { from: 30, to: 35 },
    { from: 90, to: 100 },
  ];
  assert.deepEqual(meanPerPart(series, masked, 5), { times: [10, 30, 90], means: [1, 4, 7] });
  assert.deepEqual(meanPerPart(undefined, masked, 5), { times: [], means: [] });
  assert.deepEqual(meanPerPart(series, [], 5), { times: [], means: [] });
  assert.throws(() => meanPerPart(series, masked, 0), /invalid count: 0, allowed: a whole number above 0/);
});
