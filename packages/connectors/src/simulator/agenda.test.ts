import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Actor, Agenda } from './agenda.js';
import { AisleMap, distance, type Point } from './aisle-map.js';
import { RandomStream } from './random-stream.js';
import { WorkingTime, withoutPauses } from './working-time.js';

class Silent extends Actor {
  act(): void {}
}

test('seed 11: the agenda gives turns in order of time, then of rank, whatever was put off or called off', () => {
  const random = new RandomStream(11);
  const agenda = new Agenda();
  const actors = Array.from({ length: 200 }, (_, rank) => new Silent(rank));
  const due = new Map<Actor, number>();
  for (let step = 0; step < 5_000; step++) {
    const actor = random.pick(actors);
    const time = random.next() < 0.1 ? Infinity : random.whole(300);
    agenda.schedule(actor, time);
    if (time === Infinity) due.delete(actor);
    else due.set(actor, time);
    if (random.next() > 0.3 || due.size === 0) continue;
    const [first] = [...due].sort(([a, x], [b, y]) => x - y || a.rank - b.rank);
    assert.equal(agenda.nextTime, first[1]);
    assert.equal(agenda.take(), first[0]);
    due.delete(first[0]);
  }
});

test('hours are open from their begin to before their end', () => {
  const hours = new WorkingTime([
    { from: 10, to: 20 },
    { from: 30, to: 40 },
  ]);
  assert.deepEqual(
    [5, 10, 19, 20, 35, 40].map((time) => hours.isOpen(time)),
    [false, true, true, false, true, false],
  );
  assert.equal(hours.opensAt(50), Infinity);
  const joined = withoutPauses(
    [
      { from: 0, to: 10 },
      { from: 15, to: 20 },
      { from: 40, to: 50 },
    ],
    5,
  );
  assert.deepEqual(joined, [
    { from: 0, to: 20 },
    { from: 40, to: 50 },
  ]);
});

const square = [
  {
    points: [
      [0, 0],
      [20, 0],
    ],
    width: 3,
  },
  {
    points: [
      [0, 10],
      [20, 10],
    ],
    width: 3,
  },
  {
    points: [
      [10, 0],
      [10, 10],
    ],
    width: 3,
  },
];

test('a route goes along the aisles by the shortest way', () => {
  const map = new AisleMap(square);
  assert.deepEqual(map.route({ x: 2, y: 1 }, { x: 4, y: 9 }), [
    { x: 2, y: 1 },
    { x: 2, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
    { x: 4, y: 10 },
  ]);
  assert.deepEqual(map.route({ x: 2, y: 0 }, { x: 7, y: 1 }), [
    { x: 2, y: 0 },
    { x: 7, y: 0 },
  ]);
});

test('without aisles a route is straight', () => {
  assert.deepEqual(new AisleMap([]).route({ x: 0, y: 0 }, { x: 3, y: 4 }), [
    { x: 0, y: 0 },
    { x: 3, y: 4 },
  ]);
});

test('seed 5: a route between places at random never leaves the aisles', () => {
  const random = new RandomStream(5);
  const map = new AisleMap(square);
  const place = (): Point => ({ x: random.between(0, 20), y: random.between(0, 10) });
  for (let n = 0; n < 100; n++) {
    const route = map.route(map.stop(place()), map.stop(place()));
    for (let index = 1; index < route.length; index++) {
      const [a, b] = [route[index - 1], route[index]];
      const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
      assert.ok(distance(map.stop(middle), middle) < 0.1, JSON.stringify(route));
    }
  }
});
