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
  const { wall, clock } = clockAt(10_000);
  clock.play(500, 60);
  wall.time = 10_100;
  assert.equal(clock.now(), 500 + 6_000);
  clock.live();
  assert.equal(clock.now(), 10_100);
});

test('a replay that has come to the present goes on with it, however fast it was', () => {
  const { wall, clock } = clockAt(1_000_000);
  clock.play(400_000, 600);
  wall.time = 1_001_000;
  assert.equal(clock.now(), 1_000_000);
  wall.time = 1_002_000;
  assert.equal(clock.now(), 1_002_000);
});

test('a clock that plays from the present runs ahead of it, and sources may speak up to there', () => {
  const { wall, clock } = clockAt(1_000);
  clock.play(undefined, 60);
  wall.time = 2_000;
  assert.equal(clock.now(), 61_000);
  assert.equal(clock.latest, 61_000);
});

test('sources may speak up to the present while the past is shown', () => {
  const { wall, clock } = clockAt(1_000);
  clock.at(77);
  wall.time = 9_000;
  assert.equal(clock.latest, 9_000);
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
