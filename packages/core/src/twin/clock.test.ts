import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Clock } from './clock.js';

function clockAt(start: number) {
  const wall = { time: start };
  return { wall, clock: new Clock(() => wall.time) };
}

test('a clock shows the present until it is set', () => {
  const { wall, clock } = clockAt(1_000);
  assert.equal(clock.mode, 'live');
  wall.time = 2_500;
  assert.equal(clock.now(), 2_500);
  assert.equal(clock.speed, 1);
});

test('a clock that stands still shows its moment whatever the wall clock does', () => {
  const { wall, clock } = clockAt(1_000);
  clock.at(77);
  wall.time = 9_000;
  assert.equal(clock.now(), 77);
  assert.equal(clock.speed, 0);
});

test('a clock knows the present whatever it shows', () => {
  const { wall, clock } = clockAt(1_000);
  clock.at(77);
  wall.time = 9_000;
  assert.equal(clock.present, 9_000);
});

test('a playing clock runs from its moment at its speed', () => {
  const { wall, clock } = clockAt(1_000);
  clock.play(500, 60);
  wall.time = 1_100;
  assert.equal(clock.now(), 500 + 6_000);
  clock.live();
  assert.equal(clock.now(), 1_100);
});

test('play() without a moment goes on from the one shown', () => {
  const { wall, clock } = clockAt(0);
  clock.at(5_000);
  clock.play(undefined, 2);
  wall.time = 10;
  assert.equal(clock.now(), 5_020);
});

test('a clock tells who subscribed when it is set, until that is ended', () => {
  const { clock } = clockAt(0);
  let told = 0;
  const end = clock.subscribe(() => told++);
  clock.at(1);
  clock.play(1, 2);
  end();
  clock.live();
  assert.equal(told, 2);
});

test('a clock refuses a time or a speed that makes no sense', () => {
  const { clock } = clockAt(0);
  assert.throws(() => clock.at(Number.NaN), /invalid time: NaN/);
  assert.throws(() => clock.play(0, 0), /invalid speed: 0, allowed: above 0/);
});
