import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ObservationBatch, rowKind, type Vocabulary } from '@twinfloor/core';
import { StateTarget } from './state-target.js';

const vocabulary: Vocabulary = {
  name: 'test',
  inputs: ['execution', 'mode', 'condition'],
  state({ execution, mode, condition }) {
    if (condition === 'FAULT') return 'fault';
    if (mode === 'MANUAL') return 'setup';
    return execution === 'ACTIVE' ? 'running' : execution === 'READY' ? 'idle' : undefined;
  },
};

type Change = [input: string, time: number, word: string | undefined];

/** The state at each time, as a series would keep it: of two rows at one time the later counts. */
function statesAfter(changes: readonly Change[]): [number, string][] {
  const target = new StateTarget(0, vocabulary, ['execution', 'mode']);
  const batch = new ObservationBatch();
  for (const [input, time, word] of changes) {
    target.observe(batch, time, word, 'good', input, () => assert.fail('nothing to refuse'));
  }
  const states = new Map<number, string>();
  for (let row = 0; row < batch.length; row++) {
    states.set(batch.times[row], batch.kinds[row] === rowKind.empty ? 'missing' : batch.stateAt(row));
  }
  return [...states].sort(([a], [b]) => a - b);
}

const changes: readonly Change[] = [
  ['execution', 10, 'READY'],
  ['mode', 20, 'AUTOMATIC'],
  ['execution', 30, 'ACTIVE'],
  ['mode', 40, 'MANUAL'],
  ['execution', 50, 'READY'],
  ['mode', 60, 'AUTOMATIC'],
];

test('a composite state follows each of its inputs', () => {
  assert.deepEqual(statesAfter(changes), [
    [10, 'idle'],
    [20, 'idle'],
    [30, 'running'],
    [40, 'setup'],
    [50, 'setup'],
    [60, 'idle'],
  ]);
});

test('a composite state does not depend on the order in which its inputs arrive, nor on repeats', () => {
  const inOrder = statesAfter(changes);
  for (const order of permutations([0, 1, 2, 3, 4, 5])) {
    assert.deepEqual(statesAfter(order.map((index) => changes[index])), inOrder, `order ${order.join(' ')}`);
  }
  assert.deepEqual(statesAfter([...changes, ...changes]), inOrder);
});

test('the word of the first input is kept beside the state', () => {
  const target = new StateTarget(0, vocabulary, ['execution', 'mode']);
  const batch = new ObservationBatch();
  target.observe(batch, 1, 'ACTIVE', 'good', 'execution', () => {});
  target.observe(batch, 2, 'MANUAL', 'uncertain', 'mode', () => {});
  assert.deepEqual([batch.stateAt(1), batch.texts[1], batch.qualities[1]], ['setup', 'ACTIVE', 1]);
});

test('a condition as an input counts with its worst active level', () => {
  const target = new StateTarget(0, vocabulary, ['execution', 'condition']);
  const batch = new ObservationBatch();
  target.observe(batch, 1, 'ACTIVE', 'good', 'execution', () => {});
  target.observeCondition(batch, 2, { key: 'logic', level: 'fault', code: 'a' }, 'condition', () => {});
  target.observeCondition(batch, 3, { key: 'logic', level: 'warning', code: 'b' }, 'condition', () => {});
  target.observeCondition(batch, 4, { key: 'logic', level: 'normal', code: 'a' }, 'condition', () => {});
  target.observeCondition(batch, 5, { key: 'logic', level: 'normal' }, 'condition', () => {});
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((row) => batch.stateAt(row)),
    ['running', 'fault', 'fault', 'running', 'running'],
  );
});

function permutations(items: readonly number[]): number[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}
