import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConditionZone, SignalDefinition } from '../model/signal.js';
import { workshop } from '../testing/workshop.js';
import { Clock } from '../twin/clock.js';
import { Twin } from '../twin/twin.js';
import { equipmentHealth } from './equipment-health.js';

const minute = 60_000;
const zones: readonly ConditionZone[] = [
  { name: 'A', below: 1.12, severity: 'normal' },
  { name: 'B', below: 2.8, severity: 'normal' },
  { name: 'C', below: 7.1, severity: 'warning' },
  { name: 'D', severity: 'fault' },
];
const signals: readonly SignalDefinition[] = [
  { name: 'vibration', kind: 'number', unit: 'mm/s', equipment: ['press', 'mill'], zones },
  { name: 'oilTemperature', kind: 'number', unit: '°C', equipment: ['press'] },
];

/** The vibration of the press rises from 2 by 0.02 mm/s a minute; it runs but for the minutes 20 to 30. */
function twinOf(now = 100 * minute): Twin {
  const twin = new Twin(workshop({ signals }), { clock: new Clock(() => now) });
  const observations: { signal: string; time: number; value: number | string }[] = [
    { signal: 'press/state', time: 0, value: 'running' },
    { signal: 'press/state', time: 20 * minute, value: 'idle' },
    { signal: 'press/state', time: 30 * minute, value: 'running' },
    { signal: 'press/state', time: 100 * minute, value: 'running' },
  ];
  for (let at = 0; at <= 100; at++) {
    const isIdle = at >= 20 && at < 30;
    observations.push({ signal: 'press/vibration', time: at * minute, value: isIdle ? 0.1 : 2 + 0.02 * at });
    observations.push({ signal: 'press/oilTemperature', time: at * minute, value: 90 });
  }
  twin.observe(observations as Parameters<Twin['observe']>[0]);
  return twin;
}

test('the health of a machine: zone now, time in zones and trend to the next limit, while it runs', () => {
  const { value, bounds, coverage, inputs, warnings } = equipmentHealth(twinOf(), 'press', {
    from: 0,
    to: 100 * minute,
  });
  assert.equal(inputs.signals.length, 1);
  const [{ signal, health, trend, nextZone, advisories }] = inputs.signals;
  assert.equal(signal, 'press/vibration');
  assert.equal(health.zone?.name, 'C');
  assert.deepEqual(
    health.inputs.zones.map(({ time }) => time / minute),
    [0, 30, 60, 0],
  );
  assert.equal(health.since, 40 * minute);
  // 3.98 mm/s: 0.5 − 0.5 × (3.98 − 2.8) ÷ (7.1 − 2.8).
  assert.equal(value?.toFixed(4), '0.3628');
  assert.deepEqual(bounds, { low: value, high: value });
  assert.equal(coverage, 1);
  assert.deepEqual(warnings, []);
  assert.equal(nextZone?.name, 'D');
  // Each minute holds its reading, so that the line lies half a minute behind: 7.1 is reached 255.5 minutes after the begin.
  assert.equal(((trend?.value ?? NaN) / minute).toFixed(1), '155.5');
  assert.deepEqual(
    advisories.map(({ what, severity }) => [what, severity]),
    [
      ['limitAhead', 'fault'],
      ['inZone', 'warning'],
    ],
  );
});

test('a line is as healthy as the worst signal of its parts; what is not known widens the bounds', () => {
  const twin = twinOf();
  const interval = { from: 0, to: 100 * minute };
  twin.observe([
    { signal: 'mill/vibration', time: 0, value: 1 },
    { signal: 'mill/vibration', time: 100 * minute, value: 1 },
  ]);
  const line = equipmentHealth(twin, 'line', interval);
  assert.deepEqual(
    line.inputs.signals.map(({ signal }) => signal),
    ['press/vibration', 'mill/vibration'],
  );
  assert.equal(line.value, equipmentHealth(twin, 'press', interval).value);
  assert.equal(equipmentHealth(twin, 'mill', interval).value, 1);
  twin.observe([{ signal: 'mill/vibration', time: 50 * minute, value: 0, quality: 'bad' }]);
  const less = equipmentHealth(twin, 'line', interval);
  assert.equal(less.value, line.value);
  assert.deepEqual(less.bounds, { low: 0, high: line.value });
  assert.equal(less.coverage, 140 / 190);
});

test('without zones there is no health, and a warning', () => {
  const twin = new Twin(workshop(), { clock: new Clock(() => minute) });
  twin.observe([{ signal: 'press/vibration', time: 0, value: 4 }]);
  const { value, bounds, coverage, warnings } = equipmentHealth(twin, 'press', { from: 0, to: minute });
  assert.deepEqual([value, bounds, coverage], [undefined, undefined, undefined]);
  assert.deepEqual(warnings, [{ key: 'noZones', subjects: ['press'] }]);
});

test('nothing right of the clock counts', () => {
  const past = equipmentHealth(twinOf(30 * minute), 'press', { from: 0, to: 100 * minute });
  assert.deepEqual(past.interval, { from: 0, to: 30 * minute });
  assert.deepEqual(
    past.inputs.signals[0].health.inputs.zones.map(({ time }) => time / minute),
    [0, 20, 0, 0],
  );
});

test('states in which readings count can be chosen; equipment that is not there is refused', () => {
  const all = equipmentHealth(
    twinOf(),
    'press',
    { from: 0, to: 100 * minute },
    { states: ['running', 'idle'] },
  );
  assert.equal(all.inputs.signals[0].health.inputs.zones[0].time, 10 * minute);
  assert.throws(() => equipmentHealth(twinOf(), 'lathe', { from: 0, to: 1 }), /unknown equipment: lathe/);
});

test('with a healthy period it says when a signal left its level, with what is needed to be quiet then', () => {
  const twin = new Twin(workshop({ signals }), { clock: new Clock(() => 200 * minute) });
  const observations = Array.from({ length: 200 }, (_, at) => ({
    signal: 'mill/vibration',
    time: at * minute,
    value: 1 + 0.1 * Math.sin(at) + (at >= 150 ? 0.5 : 0),
  }));
  twin.observe(observations);
  const interval = { from: 100 * minute, to: 200 * minute };
  const healthyPeriod = { from: 0, to: 100 * minute };
  const [mill] = equipmentHealth(twin, 'mill', interval, { healthyPeriod }).inputs.signals;
  assert.deepEqual(
    mill.departures.map(({ onset, to, direction }) => [onset / minute, to / minute, direction]),
    [[150, 199, 1]],
  );
  assert.deepEqual(
    mill.advisories.map(({ what, since }) => [what, since / minute]),
    [['departed', 150]],
  );
  const before = equipmentHealth(twin, 'mill', { from: 0, to: 140 * minute }, { healthyPeriod });
  assert.deepEqual(before.inputs.signals[0].departures, []);
  assert.deepEqual(equipmentHealth(twin, 'mill', interval).inputs.signals[0].departures, []);
});
