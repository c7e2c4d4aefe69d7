import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equipmentStateTimes, type Interval } from '@twinfloor/core';
import { exampleFactory, SimulatedFactory, windowsIn } from '../testing/simulated-factory.js';
import { RandomStream } from './random-stream.js';
import type { Buffer } from './buffer.js';

const hour = 3_600_000;
const minute = 60_000;
const workshop = exampleFactory();
const to = Date.parse('2026-11-30T22:00+08:00');
const week = Date.parse('2026-11-30T08:00+08:00');

/** From the beginning of a week until the evening of its first day. */
function played(seed: number): SimulatedFactory {
  const factory = new SimulatedFactory(workshop, { seed, from: week });
  factory.advance(to);
  return factory;
}

const lastDay = { from: week - 8 * hour, positionsFrom: Infinity };
const seeds = [1, 7, 20_261];
const factories = new Map(seeds.map((seed) => [seed, played(seed)]));

for (const seed of seeds) {
  const factory = factories.get(seed) as SimulatedFactory;
  const { simulation, twin } = factory;
  const random = new RandomStream('books', seed);
  const windows = windowsIn({ from: week, to }, 40, () => random.next());
  const at = (address: string, time: number): number => factory.number(address, time);

  test(`seed ${seed}: parts in are parts out, scrap and buffers, for each flow at any moment and over any window`, () => {
    const { flows } = simulation.site;
    let count = 0;
    for (const { members } of flows.flows) {
      const ids = members.filter((one) => flows.role(one) === 'machine' || one.type === 'reactor');
      const heads = ids.filter(
        (one) =>
          one.type === 'reactor' ||
          (flows.feeders(one, 'machine').length === 0 && flows.feeders(one, 'cell').length === 0),
      );
      const last = ids.filter((one) => flows.targets(one, 'machine').length === 0 && one.type !== 'reactor');
      const books = (time: number): { in: number; out: number; scrap: number; buffers: number } => {
        const sum = (list: typeof ids, signal: string): number =>
          list.reduce((total, { id }) => total + at(`${id}/${signal}`, time), 0);
        return {
          in: sum(heads, 'producedCount'),
          out: sum(last, 'goodCount'),
          scrap: sum(ids, 'scrapCount'),
          buffers: sum(ids, 'bufferCount'),
        };
      };
      for (const window of windows) {
        const [a, b] = [books(window.from), books(window.to)];
        const names = members.map(({ id }) => id).join(', ');
        assert.equal(a.in, a.out + a.scrap + a.buffers, `${names} at ${window.from}`);
        assert.equal(b.in - a.in, b.out - a.out + b.scrap - a.scrap + b.buffers - a.buffers, names);
        count += b.in - a.in;
      }
    }
    assert.ok(count > 10_000, `${count} parts`);
  });

  test(`seed ${seed}: produced is good and scrap at any moment`, () => {
    for (const { id } of factory.units()) {
      for (const { from: time } of windows) {
        const [produced, good, scrap] = ['producedCount', 'goodCount', 'scrapCount'].map((name) =>
          at(`${id}/${name}`, time),
        );
        assert.equal(produced, good + scrap, id);
      }
    }
  });

  test(`seed ${seed}: stores hold what was there, came and was not taken`, () => {
    for (const store of simulation.plant.stores.values()) {
      assert.equal(
        store.count,
        store.initial + store.brought + store.stored - store.fetched - store.withdrawn,
      );
      assert.ok(store.stored + store.withdrawn > 100);
    }
  });

  test(`seed ${seed}: the energy register is the integral of power, within its resolution`, () => {
    let meters = 0;
    for (const { id } of factory.units()) {
      const counter = twin.series(`${id}/energy`, 'counter');
      const power = twin.series(`${id}/power`, 'number');
      if (!counter || !power) continue;
      meters++;
      for (let n = 0; n < 20; n++) {
        const [a, b] = [random.whole(counter.length), random.whole(counter.length)].sort((x, y) => x - y);
        const window = { from: counter.timeAt(a), to: counter.timeAt(b) };
        const grown = (counter.readingAt(b) as number) - (counter.readingAt(a) as number);
        const integral = (power.integral(window) ?? 0) / hour;
        assert.ok(Math.abs(grown - integral) < 0.0101, `${id}: ${grown} kWh, ∫ ${integral} kWh`);
      }
    }
    assert.equal(meters, 61);
  });

  test(`seed ${seed}: a main meter counts its machines and a base load`, () => {
    for (const { equipment, measures } of workshop.energy.meters) {
      const below = twin.tree.workUnits(measures[0]).filter((id) => id !== equipment);
      const grown = (id: string, window: Interval): number =>
        twin.series(`${id}/energy`, 'counter')?.amount(window) ?? 0;
      for (const one of windows.slice(0, 10)) {
        const window = { from: one.from, to: Math.min(one.to, to - 10 * minute) };
        if (window.to - window.from < hour) continue;
        const base = grown(equipment, window) - below.reduce((sum, id) => sum + grown(id, window), 0);
        const mean = (base * hour) / (window.to - window.from);
        assert.ok(mean > 11 && mean < 39, `${equipment}: ${mean} kW`);
      }
    }
  });

  test(`seed ${seed}: the times of the states are the calendar time, for any window`, () => {
    for (const { id, type } of factory.units()) {
      if (type === 'meter') continue;
      for (const window of windows.slice(0, 10)) {
        const times = equipmentStateTimes(twin, id, window);
        assert.equal(
          times.reduce((sum, time) => sum + time, 0),
          window.to - window.from,
          id,
        );
        assert.equal(times[9], 0, `${id} is unknown`);
      }
    }
  });

  test(`seed ${seed}: a fault has a condition, a technician with a reason, and an end`, () => {
    let faults = 0;
    for (const { id } of factory.units()) {
      const states = twin.series(`${id}/state`, 'state');
      const conditions = twin.series(`${id}/conditions`, 'condition');
      const segments = [...(states?.segments({ from: week, to }) ?? [])];
      for (const [index, { state, from: begin, to: end }] of segments.entries()) {
        if (state !== 'fault' || end === to) continue;
        faults++;
        const repair = segments[index + 1];
        assert.equal(repair.state, 'maintenance', id);
        const [active] = conditions?.activeAt(begin) ?? [];
        const all = conditions?.activeAt(begin).filter(({ level }) => level === 'fault') ?? [];
        assert.ok(active && all.length === 1 && all[0].code && all[0].text, id);
        assert.deepEqual(twin.series(`${id}/reason`, 'text')?.at(end)?.time, end, id);
        if (repair.to === to) continue;
        assert.equal(conditions?.activeAt(repair.to).filter(({ level }) => level === 'fault').length, 0, id);
      }
    }
    assert.ok(faults > 30, `${faults} faults`);
  });
}

test('a starved machine has nothing at hand, a blocked one finds no room, at any moment', () => {
  const factory = new SimulatedFactory(workshop, { seed: 3, from: week });
  const found = { starved: 0, blocked: 0 };
  for (let time = week; time < week + 10 * hour; time += 20_000) {
    factory.advance(time);
    for (const { state, parts } of factory.simulation.plant.machines.values()) {
      if (state === 'starved') {
        found.starved++;
        assert.equal(parts.buffer?.count ?? 0, 0, parts.id);
        assert.equal(factory.number(`${parts.id}/bufferCount`, time), 0, parts.id);
      }
      if (state === 'blocked') {
        found.blocked++;
        for (const outlet of parts.outlets) {
          const { room, capacity } = outlet as Buffer;
          assert.ok(room < capacity / 3 + 1, `${parts.id}: room for ${room} of ${capacity}`);
        }
      }
    }
  }
  assert.ok(found.starved > 50 && found.blocked > 25, JSON.stringify(found));
});

test('over the change of the week states fill the calendar and registers are the integral of power', () => {
  const begin = Date.parse('2026-11-23T08:00+08:00');
  const factory = new SimulatedFactory(workshop, { seed: 4, from: begin, detail: lastDay });
  const window = { from: week - 7 * hour, to: week + 4 * hour };
  factory.advance(window.to);
  for (const { id, type } of factory.units()) {
    if (type !== 'meter') {
      const times = equipmentStateTimes(factory.twin, id, window);
      assert.equal(times[9], 0, id);
      assert.ok(times[7] + times[8] > 2 * hour, id);
    }
    const counter = factory.twin.series(`${id}/energy`, 'counter');
    if (!counter) continue;
    assert.equal(counter.resets, 1, id);
    const inside = { from: window.from, to: counter.lastTime as number };
    const integral = (factory.twin.series(`${id}/power`, 'number')?.integral(inside) ?? 0) / hour;
    // The border lies between two readings, and power is not the same all the time between them.
    const slack = 0.03 + (Math.abs(factory.twin.tree.get(id).ratedPower ?? 600) * 5) / 60;
    assert.ok(Math.abs((counter.amount(inside) ?? 0) - integral) < slack, id);
  }
});

test('the process cell loses no kg: what was brought is in tanks, reactor, product and residue', () => {
  const factory = new SimulatedFactory(workshop, { seed: 5, from: week });
  const [cell] = factory.simulation.plant.cells;
  for (let time = week; time < week + 16 * hour; time += 7 * minute) {
    factory.advance(time);
    assert.equal(cell.imbalance, 0);
    for (const id of ['tank-1', 'tank-2', 'tank-3']) {
      const level = factory.number(`${id}/level`, time);
      assert.ok(level >= 0 && level <= 100, `${id}: ${level} %`);
    }
  }
  assert.ok(cell.tally.good > 10_000, `${cell.tally.good} kg`);
  assert.ok(cell.brought > 5_000, `${cell.brought} kg`);
});
