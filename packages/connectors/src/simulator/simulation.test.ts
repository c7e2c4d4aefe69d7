import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equipmentOee } from '@twinfloor/core';
import { exampleFactory, type Row, SimulatedFactory } from '../testing/simulated-factory.js';
import { RandomStream } from './random-stream.js';
import { syntheticWorkshop } from './synthetic-workshop.js';

const hour = 3_600_000;
const workshop = exampleFactory();
const monday = Date.parse('2026-11-30T08:00+08:00');

/** What was told of a span of time, in order of time and then of signal. */
function told({ rows }: SimulatedFactory, from: number, to: number): string[] {
  return rows
    .filter(({ time }) => time >= from && time < to)
    .map(({ signal, time, value }: Row) => `${time} ${signal} ${JSON.stringify(value)}`)
    .sort();
}

for (const seed of [2, 99]) {
  test(`seed ${seed}: the same is told of a day whenever and in whatever pieces it is asked for`, () => {
    const [from, to] = [monday + 2 * hour, monday + 4 * hour];
    const whole = new SimulatedFactory(workshop, { seed, from: monday });
    whole.advance(to);
    const pieces = new SimulatedFactory(workshop, { seed, from: monday });
    const random = new RandomStream('pieces', seed);
    for (let time = monday; time < to; time += random.whole(hour))
      pieces.advance(time, 1 + random.whole(500));
    pieces.advance(to);
    assert.deepEqual(told(pieces, 0, to), told(whole, 0, to));
    // Opened later, with a week before it, of which little is told.
    const detail = { from, positionsFrom: from };
    const later = new SimulatedFactory(workshop, { seed, from: monday - hour, detail });
    later.advance(to);
    const full = told(whole, from + 1, to);
    assert.deepEqual(told(later, from + 1, to), full);
    assert.ok(full.length > 25_000, `${full.length} observations`);
    assert.ok(told(later, monday, from).length < told(whole, monday, from).length / 2);
  });
}

test('another seed is another factory', () => {
  const [one, other] = [1, 2].map((seed) => {
    const factory = new SimulatedFactory(workshop, { seed, from: monday });
    factory.advance(monday + hour);
    return told(factory, 0, Infinity);
  });
  assert.notDeepEqual(one, other);
});

test('a past without detail has the same counts where it tells them', () => {
  const to = monday + 12 * hour;
  const full = new SimulatedFactory(workshop, { seed: 6, from: monday });
  const coarse = new SimulatedFactory(workshop, {
    seed: 6,
    from: monday,
    detail: { from: Infinity, positionsFrom: Infinity },
  });
  full.advance(to);
  coarse.advance(to);
  let compared = 0;
  for (const { signal, time, value } of coarse.rows) {
    if (!signal.endsWith('Count')) continue;
    compared++;
    assert.equal(full.number(signal, time), value, `${signal} at ${time}`);
  }
  assert.ok(compared > 5_000, `${compared} readings`);
});

test('the figures of a day are those of a healthy plant', () => {
  const factory = new SimulatedFactory(workshop, { seed: 7, from: monday });
  const to = monday + 24 * hour;
  factory.advance(to);
  const { twin } = factory;
  for (const { id, level } of workshop.equipment) {
    if (level !== 'workCenter') continue;
    const { value, machines, inputs } = equipmentOee(twin, id, { from: monday, to });
    if (inputs.idealTime === undefined) continue;
    assert.ok(value !== undefined && value > 0.55 && value < 0.9, `${id}: ${value}`);
    const scrap = 1 - (inputs.goodCount ?? 0) / (inputs.producedCount ?? 0);
    assert.ok(scrap > 0.002 && scrap < 0.03, `${id}: scrap ${scrap}`);
    for (const machine of machines) {
      for (let shift = monday; shift < to; shift += 8 * hour) {
        const { performance } = equipmentOee(twin, machine, { from: shift, to: shift + 8 * hour });
        assert.ok(performance === undefined || performance <= 1, `${machine}: ${performance}`);
      }
    }
  }
  let abnormal = 0;
  let looks = 0;
  for (let time = monday + hour; time < to; time += hour / 6, looks++) {
    for (const { id } of factory.units()) {
      const state = twin.series(`${id}/state`, 'state')?.at(time)?.state ?? 'unknown';
      if (['fault', 'maintenance', 'starved', 'blocked', 'setup'].includes(state)) abnormal++;
    }
  }
  assert.ok(abnormal / looks > 2 && abnormal / looks < 8, `${abnormal / looks} abnormal at a time`);
});

test('vehicles stay on the floor and tell their place only while they move', () => {
  const factory = new SimulatedFactory(workshop, { seed: 7, from: monday });
  factory.advance(monday + 3 * hour);
  const floor = workshop.equipment.find(({ id }) => id === 'machining')?.floor;
  for (const vehicle of factory.units('vehicle')) {
    const x = factory.twin.series(`${vehicle.id}/positionX`, 'number');
    const states = factory.twin.series(`${vehicle.id}/state`, 'state');
    assert.ok(x && x.length > 500, vehicle.id);
    for (let index = 1; index < x.length; index++) {
      const time = x.timeAt(index);
      const y = factory.number(`${vehicle.id}/positionY`, time);
      const place = x.valueAt(index) as number;
      assert.ok(place > 0 && place < (floor?.width ?? 0) && y > 0 && y < (floor?.depth ?? 0), vehicle.id);
      assert.equal(states?.at(time - 1)?.state, 'running', `${vehicle.id} at ${time}`);
      const before = x.timeAt(index - 1);
      if (time - before > 2_000) continue;
      const way = Math.hypot(
        place - (x.valueAt(index - 1) as number),
        y - factory.number(`${vehicle.id}/positionY`, before),
      );
      assert.ok(way < 2.1, `${vehicle.id} goes ${way} m in two seconds`);
    }
  }
});

test('a turn of a machine costs the same however many there are', () => {
  const turns = [200, 2_000].map((machines) => {
    const factory = new SimulatedFactory(syntheticWorkshop(machines), { from: monday });
    factory.advance(factory.simulation.time + hour / 2);
    return factory.rows.length / machines;
  });
  assert.ok(Math.abs(turns[0] / turns[1] - 1) < 0.1, turns.join(', '));
});
