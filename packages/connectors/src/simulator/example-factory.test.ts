import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Equipment, equipmentType, equipmentTypes, footprintOf, wordsOf } from '@twinfloor/core';
import { exampleFactory, SimulatedFactory } from '../testing/simulated-factory.js';

const workshop = exampleFactory();
const byId = new Map(workshop.equipment.map((one) => [one.id, one]));

interface Box {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly front: number;
  readonly back: number;
}

/** The foot of an equipment on its floor; rotations are quarter turns. */
function boxOf(one: Equipment): Box {
  const { x = 0, y = 0, rotation = 0 } = one.placement ?? {};
  const { width, depth } = footprintOf(one);
  const [w, d] = rotation % 180 === 0 ? [width, depth] : [depth, width];
  return { id: one.id, left: x - w / 2, right: x + w / 2, front: y - d / 2, back: y + d / 2 };
}

function areaOf(one: Equipment): string | undefined {
  for (let next: Equipment | undefined = one; next; next = byId.get(next.parent ?? '')) {
    if (next.level === 'area') return next.id;
  }
  return undefined;
}

const areas = workshop.equipment.filter(({ level }) => level === 'area');
const placed = workshop.equipment.filter(({ level, placement }) => level === 'workUnit' && placement);

test('the factory has two workshops, some sixty machines and every type of equipment', () => {
  assert.equal(areas.length, 2);
  assert.ok(placed.length >= 60 && placed.length < 70, `${placed.length}`);
  const types = new Set(placed.map(({ type }) => equipmentType(type)));
  assert.deepEqual(
    [...equipmentTypes].filter((type) => !types.has(type)),
    [],
  );
  assert.equal(workshop.equipment.filter(({ level }) => level === 'workUnit').length, placed.length);
});

for (const { id, floor } of areas) {
  const boxes = placed.filter((one) => areaOf(one) === id).map(boxOf);

  test(`${id}: all stands inside the floor, and nothing overlaps`, () => {
    for (const [index, a] of boxes.entries()) {
      assert.ok(
        a.left > 0.2 && a.right < floor!.width - 0.2 && a.front > 0.2 && a.back < floor!.depth - 0.2,
        a.id,
      );
      for (const b of boxes.slice(index + 1)) {
        const apart =
          a.right + 0.3 < b.left ||
          b.right + 0.3 < a.left ||
          a.back + 0.3 < b.front ||
          b.back + 0.3 < a.front;
        assert.ok(apart, `${a.id} and ${b.id}`);
      }
    }
  });

  test(`${id}: the aisles are at least 2.5 m wide and nothing stands in them`, () => {
    for (const { points, width } of floor!.aisles) {
      assert.ok(width >= 2.5);
      const [[x1, y1], [x2, y2]] = points;
      const aisle = {
        left: Math.min(x1, x2) - (x1 === x2 ? width / 2 : 0),
        right: Math.max(x1, x2) + (x1 === x2 ? width / 2 : 0),
        front: Math.min(y1, y2) - (y1 === y2 ? width / 2 : 0),
        back: Math.max(y1, y2) + (y1 === y2 ? width / 2 : 0),
      };
      for (const box of boxes) {
        const isFree =
          box.right <= aisle.left ||
          box.left >= aisle.right ||
          box.back <= aisle.front ||
          box.front >= aisle.back;
        assert.ok(isFree, `${box.id} stands in an aisle`);
      }
    }
  });

  test(`${id}: each machine stands in the zone of its line`, () => {
    for (const zone of floor!.zones) {
      for (const one of placed.filter(
        ({ parent, type }) => parent === zone.equipment && type !== 'vehicle',
      )) {
        const box = boxOf(one);
        assert.ok(
          box.left >= zone.x &&
            box.right <= zone.x + zone.width &&
            box.front >= zone.y &&
            box.back <= zone.y + zone.depth,
          one.id,
        );
      }
    }
  });
}

test('the bands of the tariff fill each hour of each month once', () => {
  const hours = (from: string, to: string): number[] => {
    const [a, b] = [from, to].map((time) => Number(time.slice(0, 2)));
    return Array.from({ length: b - a }, (_, n) => a + n);
  };
  for (let month = 1; month <= 12; month++) {
    const bands = workshop.energy.tariffs[0].bands.filter(
      ({ months, dates }) => !dates && (!months || months.includes(month)),
    );
    const covered = bands.flatMap((band) => band.hours.flatMap(({ from, to }) => hours(from, to)));
    assert.deepEqual(
      covered.sort((a, b) => a - b),
      Array.from({ length: 24 }, (_, n) => n),
      `${month}`,
    );
  }
});

test('what the machines say in a week has a Chinese word', () => {
  const from = Date.parse('2026-05-04T00:00:00+08:00');
  const factory = new SimulatedFactory(workshop, { seed: 7, from });
  factory.advance(from + 7 * 86_400_000);
  const said = new Set<string>();
  for (const { signal, value } of factory.rows) {
    if (typeof value === 'object') said.add(value.text ?? '');
    else if (/\/(reason|comment|scrapReason)$/.test(signal)) said.add(`${value}`);
  }
  said.delete('');
  assert.ok(said.size > 80, `${said.size}`);
  const english = [...said].filter((text) => !/\p{Script=Han}/u.test(wordsOf(workshop, text, 'zh-CN')));
  assert.deepEqual(english, []);
});
