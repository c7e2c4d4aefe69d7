import assert from 'node:assert/strict';
import { test } from 'node:test';
import { momentaryBottleneck } from '../kpi/bottleneck/momentary-bottleneck.js';
import { waitingAt } from '../kpi/bottleneck/waiting.js';
import { workshop } from '../testing/workshop.js';
import { Clock } from '../twin/clock.js';
import { Twin } from '../twin/twin.js';
import {
  bottleneckMachine,
  equipmentBottleneck,
  equipmentWaiting,
  flowMachines,
} from './equipment-bottleneck.js';

const minute = 60_000;
const hour = 60 * minute;

/** Press feeds mill; a break from 1:00 to 1:30; the clock stands at 3:00. */
function twinAt(now = 3 * hour): Twin {
  const base = workshop();
  const twin = new Twin(
    workshop({
      equipment: base.equipment.map((one) => (one.id === 'press' ? { ...one, feeds: ['mill'] } : one)),
      calendar: {
        ...base.calendar,
        shifts: [
          {
            name: 'early',
            from: '00:00',
            to: '06:00',
            days: ['thu'],
            breaks: [{ from: '01:00', to: '01:30' }],
          },
        ],
      },
    }),
    { clock: new Clock(() => now) },
  );
  const at = (signal: string, time: number, value: string | number) => ({ signal, time, value });
  twin.observe([
    at('press/state', 0, 'running'),
    at('press/state', 2 * hour, 'fault'),
    at('press/reason', 2 * hour, 'die'),
    at('press/state', 2.5 * hour, 'running'),
    at('press/state', 3 * hour, 'running'),
    at('mill/state', 0, 'running'),
    at('mill/state', 0.5 * hour, 'starved'),
    at('mill/state', 0.75 * hour, 'running'),
    at('mill/state', 2.1 * hour, 'starved'),
    at('mill/state', 2.5 * hour, 'running'),
    at('mill/state', 3 * hour, 'running'),
    at('press/goodCount', 0, 0),
    at('mill/goodCount', 0, 0),
  ]);
  return twin;
}
const shift = { from: 0, to: 6 * hour };

test('equipmentBottleneck() tells the bottleneck in the planned time of a line until now; breaks end active periods', () => {
  const result = equipmentBottleneck(twinAt(), 'line', shift);
  assert.deepEqual(result.intervals, [
    { from: 0, to: hour },
    { from: 1.5 * hour, to: 3 * hour },
  ]);
  assert.deepEqual(
    result.segments.map(({ from, to, machines, isProvisional }) => [
      from / hour,
      to / hour,
      machines.join(),
      isProvisional,
    ]),
    [
      [0, 1, 'press', false],
      [1.5, 2.5, 'press', false],
      // The mill goes on too, and may in the end be active longer.
      [2.5, 3, 'press', true],
    ],
  );
  assert.equal(result.shares[0].value, 1);
  assert.deepEqual(result.machines, ['press']);
  const now = 1.75 * hour;
  const machines = ['press', 'mill'].map((id) => bottleneckMachine(twinAt(), id));
  assert.deepEqual(momentaryBottleneck(machines, now), {
    machines: ['press', 'mill'],
    since: 1.5 * hour,
    unknown: [],
  });
});

test('equipmentBottleneck() knows nothing of what comes after the clock', () => {
  const result = equipmentBottleneck(twinAt(0.8 * hour), 'line', shift);
  assert.deepEqual(result.intervals, [{ from: 0, to: 0.8 * hour }]);
  assert.deepEqual(result.machines, ['press']);
});

test('equipmentWaiting() tells for which machine and reason the machines of a line waited', () => {
  const result = equipmentWaiting(twinAt(), 'line', shift);
  assert.deepEqual(
    result.parts.map(({ machine, waiting, cause, state, reason, time }) => [
      machine,
      waiting,
      cause,
      state,
      reason,
      time / minute,
    ]),
    [
      ['mill', 'starved', 'press', 'fault', 'die', 24],
      ['mill', 'starved', 'press', 'running', undefined, 15],
    ],
  );
  assert.deepEqual(result.machines, ['press', 'mill']);
  assert.equal(result.value, 39 / 300);
  assert.equal(waitingAt(flowMachines(twinAt()), 'mill', 2.2 * hour)?.cause, 'press');
});

test('the figures of the bottleneck refuse equipment that is not there', () => {
  assert.throws(() => equipmentBottleneck(twinAt(), 'nowhere', shift), RangeError);
  assert.throws(() => equipmentWaiting(twinAt(), 'nowhere', shift), RangeError);
});
