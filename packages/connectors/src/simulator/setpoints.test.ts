import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SignalDefinition } from '@twinfloor/core';
import { ConformanceContext } from '@twinfloor/core/conformance';
import { exampleFactory } from '../testing/simulated-factory.js';
import { Setpoints } from './setpoints.js';

const signals: SignalDefinition[] = [
  { name: 'override', kind: 'number', equipment: ['mc-1'], request: { minimum: 50, maximum: 120, step: 5 } },
  {
    name: 'next',
    kind: 'text',
    equipment: ['mc-1'],
    request: { values: ['A', 'B'], confirmedBy: 'program' },
  },
];

/** A context in which every wait is over at once. */
class HastyContext extends ConformanceContext {
  readonly waited: number[] = [];

  override wait(milliseconds: number): Promise<void> {
    this.waited.push(milliseconds);
    return Promise.resolve();
  }
}

function context(): HastyContext {
  return new HastyContext({
    signals: {
      'mc-1/override': 'number',
      'mc-1/next': 'text',
      'mc-1/program': 'text',
      'mc-1/power': 'number',
    },
    workshop: { ...exampleFactory(), signals },
    now: () => 5_000,
  });
}

const said = ({ rows }: HastyContext) => rows.map(({ signal, time, value }) => [signal, time, value]);

test('what may be asked for begins in the middle of what is allowed, on a step, or with the first word', () => {
  const given = context();
  new Setpoints(given, 1_000);
  assert.deepEqual(said(given), [
    ['mc-1/override', 1_000, 85],
    ['mc-1/next', 1_000, 'A'],
    ['mc-1/program', 1_000, 'A'],
  ]);
});

test('the simulated factory does what it is asked a moment later, and says so by the signal that confirms', async () => {
  const given = context();
  const setpoints = new Setpoints(given, 1_000);
  await setpoints.take({ signal: given.resolve('mc-1/next'), value: 'B' });
  assert.deepEqual(given.waited, [1_500]);
  assert.deepEqual(said(given).slice(3), [
    ['mc-1/next', 5_000, 'B'],
    ['mc-1/program', 5_000, 'B'],
  ]);
});

test('the simulated factory refuses what it cannot change', async () => {
  const given = context();
  const setpoints = new Setpoints(given, 1_000);
  await assert.rejects(
    setpoints.take({ signal: given.resolve('mc-1/power'), value: 1 }),
    /^Error: the simulated factory cannot change mc-1\/power$/,
  );
});
