import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workshop } from '../testing/workshop.js';
import { Twin } from '../twin/twin.js';
import { FigureMemory } from './figure-memory.js';

test('an answer is made once for one basis', () => {
  const twin = new Twin(workshop());
  const memory = new FigureMemory<number>();
  let made = 0;
  const ask = (...basis: number[]) => memory.get(twin, 'press', basis, () => ++made);
  assert.equal(ask(0, 100, 7), 1);
  assert.equal(ask(0, 100, 7), 1);
  assert.equal(ask(0, 100, 8), 2);
  assert.equal(ask(0, 100, 7), 1);
  assert.equal(ask(0, 100), 3);
  assert.equal(ask(0, 100, Infinity), 4);
  assert.equal(ask(0, 100, Infinity), 4);
});

test('each equipment of each twin has its own answers', () => {
  const [twin, other] = [new Twin(workshop()), new Twin(workshop())];
  const memory = new FigureMemory<string>();
  assert.equal(
    memory.get(twin, 'press', [1], () => 'a'),
    'a',
  );
  assert.equal(
    memory.get(twin, 'mill', [1], () => 'b'),
    'b',
  );
  assert.equal(
    memory.get(other, 'press', [1], () => 'c'),
    'c',
  );
  assert.equal(
    memory.get(twin, 'press', [1], () => 'd'),
    'a',
  );
});

test('the eight answers of an equipment that were asked for last are kept', () => {
  const twin = new Twin(workshop());
  const memory = new FigureMemory<number>();
  let made = 0;
  const ask = (basis: number) => memory.get(twin, 'press', [basis], () => ++made);
  for (const basis of [1, 2, 3, 4, 5, 6, 7, 8, 1, 9]) ask(basis);
  assert.equal(made, 9);
  ask(1);
  assert.equal(made, 9);
  ask(2);
  assert.equal(made, 10);
});

test('an answer can be made of parts that are remembered themselves: the same parts, not equal ones', () => {
  const twin = new Twin(workshop());
  const memory = new FigureMemory<string>();
  const [part, other] = [{ time: 1 }, { time: 1 }];
  const ask = (parts: readonly object[], answer: string) => memory.get(twin, 'line', parts, () => answer);
  assert.equal(ask([part, other], 'a'), 'a');
  assert.equal(ask([part, other], 'b'), 'a');
  assert.equal(ask([part, { time: 1 }], 'c'), 'c');
});
