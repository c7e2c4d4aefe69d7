import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Equipment, equipmentTypes, footprintOf } from '@twinfloor/core';
import { layOut } from './layout.js';

interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly front: number;
  readonly back: number;
}

const machine = (id: string, parent: string, type?: string): Equipment => ({
  id,
  name: id,
  level: 'workUnit',
  parent,
  ...(type && { type }),
});

function around({ x, y, width, depth }: { x: number; y: number; width: number; depth: number }): Rectangle {
  return { left: x - width / 2, right: x + width / 2, front: y - depth / 2, back: y + depth / 2 };
}

function foot(one: Equipment): Rectangle {
  return around({ ...one.placement!, ...footprintOf(one) });
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.left < b.right && b.left < a.right && a.front < b.back && b.front < a.back;
}

function inside(a: Rectangle, b: Rectangle): boolean {
  return a.left >= b.left && a.right <= b.right && a.front >= b.front && a.back <= b.back;
}

/** The ways of a floor; all of them run along its edges. */
function ways({ floor }: Equipment): Rectangle[] {
  return floor!.aisles.map(({ points: [from, to], width }) => {
    const [length, depth] = [to[0] - from[0], to[1] - from[1]];
    const size = length === 0 ? { width, depth } : { width: length, depth: width };
    return around({ x: (from[0] + to[0]) / 2, y: (from[1] + to[1]) / 2, ...size });
  });
}

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** A workshop of lines, each of machines of any type; some machines belong to no line. */
function workshop(seed: number): Equipment[] {
  const next = random(seed);
  const all: Equipment[] = [{ id: 'hall', name: 'Hall', level: 'area' }];
  const lines = Math.floor(next() * 8);
  for (let line = 0; line <= lines; line++) {
    const parent = line === 0 ? 'hall' : `line-${line}`;
    if (line > 0) all.push({ id: parent, name: parent, level: 'workCenter', parent: 'hall' });
    const count = Math.floor(next() * (line === 0 ? 5 : 30));
    for (let n = 0; n < count; n++) {
      all.push(machine(`m-${line}-${n}`, parent, equipmentTypes[Math.floor(next() * equipmentTypes.length)]));
    }
  }
  return all;
}

suite('layOut()', () => {
  for (let seed = 1; seed <= 150; seed++) {
    test(`no two machines overlap, none stands on an aisle, all stand in the zone of their line (seed ${seed})`, () => {
      const placed = layOut(workshop(seed));
      const machines = placed.filter(({ level }) => level === 'workUnit');
      if (machines.length === 0) return;
      const hall = placed[0];
      const { width, depth, zones } = hall.floor!;
      const floor = { left: 0, right: width, front: 0, back: depth };
      const areas = zones.map((zone) => ({
        left: zone.x,
        right: zone.x + zone.width,
        front: zone.y,
        back: zone.y + zone.depth,
      }));
      machines.forEach((one, index) => {
        assert.ok(inside(foot(one), floor), `${one.id} is beside the floor`);
        const zone = zones.findIndex(({ equipment }) => equipment === one.parent);
        if (one.parent !== 'hall') assert.ok(inside(foot(one), areas[zone]), `${one.id} is beside its line`);
        for (const other of machines.slice(index + 1))
          assert.ok(!overlap(foot(one), foot(other)), `${one.id} overlaps ${other.id}`);
        for (const way of ways(hall)) assert.ok(!overlap(foot(one), way), `${one.id} stands on a way`);
      });
      areas.forEach((one, index) => {
        for (const other of areas.slice(index + 1)) assert.ok(!overlap(one, other));
        for (const way of ways(hall)) assert.ok(!overlap(one, way));
        assert.ok(inside(one, floor));
      });
      assert.deepEqual(layOut(workshop(seed)), placed);
    });
  }

  test('a floor of a few machines is small, one of many has the shape of a picture', () => {
    const one = layOut([{ id: 'hall', name: 'Hall', level: 'area' }, machine('a', 'hall', 'lathe')]);
    assert.deepEqual([one[0].floor?.width, one[0].floor?.depth], [16, 9]);
    assert.deepEqual(one[1].placement, { x: 7.55, y: 6.15 });
    for (const count of [40, 200]) {
      const machines = Array.from({ length: count }, (_, n) => machine(`m${n}`, 'hall', 'lathe'));
      const [{ floor }] = layOut([{ id: 'hall', name: 'Hall', level: 'area' }, ...machines]);
      const ratio = floor!.width / floor!.depth;
      assert.ok(ratio > 1.3 && ratio < 2.3, `${floor!.width} × ${floor!.depth}`);
    }
  });

  test('what has a place keeps it, floors keep what is on them, new machines stand behind', () => {
    const floor = {
      width: 30,
      depth: 12,
      zones: [],
      aisles: [
        {
          points: [
            [0, 6],
            [30, 6],
          ],
          width: 2,
        },
      ],
      views: [],
    };
    const old: Equipment = { ...machine('old', 'hall', 'press'), placement: { x: 3, y: 3, rotation: 90 } };
    const hall: Equipment = { id: 'hall', name: 'Hall', level: 'area', floor };
    assert.deepEqual(layOut([hall, old]), [hall, old]);
    const [newHall, same, fresh] = layOut([hall, old, machine('new', 'hall', 'press')]);
    assert.equal(same, old);
    assert.ok(foot(fresh).front > 12);
    assert.equal(newHall.floor?.width, 30);
    assert.deepEqual(newHall.floor?.aisles[0], floor.aisles[0]);
  });

  test('several workshops stand beside each other on the floor of their site', () => {
    const all: Equipment[] = [{ id: 'site', name: 'Site', level: 'site' }];
    for (const id of ['a', 'b', 'c']) {
      all.push({ id, name: id, level: 'area', parent: 'site' });
      for (let n = 0; n < 12; n++) all.push(machine(`${id}-${n}`, id, 'lathe'));
    }
    const [site, ...rest] = layOut(all);
    const areas = rest.filter(({ level }) => level === 'area');
    const floors = areas.map(({ placement, floor }) => around({ ...placement!, ...floor! }));
    floors.forEach((one, index) => {
      assert.ok(inside(one, { left: 0, front: 0, right: site.floor!.width, back: site.floor!.depth }));
      for (const other of floors.slice(index + 1)) assert.ok(!overlap(one, other));
    });
  });
});
