import { Clock, ObservationBatch, Twin } from '@twinfloor/core';
import { random } from '../../harness/random.mjs';

export const day = 86_400_000;
/** Monday, 5 January 2026, 00:00 UTC. */
export const monday = Date.UTC(2026, 0, 5);
export const interval = { from: monday, to: monday + day };
export const words = ['running', 'setup', 'idle', 'starved', 'blocked', 'fault'];
/** The reasons that are told at the beginning of a stop, and what the catalogue books them to. */
export const reasons = [
  { id: 'jam', loss: 'equipmentFailure' },
  { id: 'tool', loss: 'setupAndAdjustment' },
  { id: 'other' },
];
export const products = ['a', 'b'];
/** Ideal cycle of each product, in milliseconds. */
export const cycles = [400, 700];
export const minorStopLimit = 300_000;
/** Length of a demand window. */
export const demandWindow = 900_000;

/**
 * One day of a machine in columns: changes of state with a reason, pieces counted when it stops, a product that changes
 * at each fiftieth stop, and power at equal distances.
 */
export function machineDay(machine, { changes, samples }) {
  const next = random(machine + 1);
  const time = new Float64Array(changes);
  const state = new Uint8Array(changes);
  const reason = new Uint8Array(changes);
  const product = new Uint8Array(changes);
  const produced = new Uint32Array(changes);
  const good = new Uint32Array(changes);
  const power = new Float64Array(samples);
  for (let index = 0; index < changes; index++) {
    time[index] = monday + (index === 0 ? 0 : Math.floor(((index + next() * 0.9) * day) / changes));
    // Every other one runs, so that no two neighbours are the same.
    state[index] = index % 2 === 0 ? 0 : 1 + Math.floor(next() * 5);
    reason[index] = next() * 3;
    product[index] = (index / 100) & 1;
    const made = index % 2 === 1 ? Math.floor(next() * 60) : 0;
    produced[index] = (index > 0 ? produced[index - 1] : 0) + made;
    good[index] = (index > 0 ? good[index - 1] : 0) + Math.floor(made * (0.9 + next() * 0.1));
  }
  for (let index = 0; index < samples; index++) power[index] = 2 + next() * 8;
  return { time, state, reason, product, produced, good, power };
}

/** The twin of a line of machines with all of the day observed, at the end of it or at another time. */
export function observedTwin(size, now = () => interval.to) {
  const twin = new Twin(workshopOf(size.machines), {
    clock: new Clock(now),
    scheduler: () => undefined,
  });
  const batch = new ObservationBatch(size.changes * 5 + size.samples);
  for (let machine = 0; machine < size.machines; machine++) {
    const handle = (name) => twin.signal(`m${machine}/${name}`).handle;
    fill(batch, handle, machineDay(machine, size));
    twin.observe(batch);
  }
  twin.confirm();
  return twin;
}

function fill(batch, handle, { time, state, reason, product, produced, good, power }) {
  const [states, told, made, counts, goods, powers] = [
    'state',
    'reason',
    'product',
    'producedCount',
    'goodCount',
    'power',
  ].map(handle);
  batch.clear();
  for (let index = 0; index < time.length; index++) {
    const at = time[index];
    batch.addState(states, at, words[state[index]], words[state[index]]);
    if (state[index] !== 0) batch.add(told, at, reasons[reason[index]].id);
    batch.add(counts, at, produced[index]);
    batch.add(goods, at, good[index]);
    if (index % 100 === 0) batch.add(made, at, products[product[index]]);
  }
  const step = day / power.length;
  for (let index = 0; index < power.length; index++) batch.add(powers, monday + index * step, power[index]);
}

function workshopOf(machines) {
  const equipment = [{ id: 'line', name: 'Line', level: 'workCenter' }];
  for (let machine = 0; machine < machines; machine++) {
    equipment.push({ id: `m${machine}`, name: `M${machine}`, level: 'workUnit', parent: 'line' });
  }
  const ids = equipment.slice(1).map(({ id }) => id);
  return {
    id: 'bench',
    name: 'Bench',
    timeZone: 'UTC',
    equipment,
    products: products.map((id, index) => ({
      id,
      name: id,
      unit: 'pcs',
      idealCycle: Object.fromEntries(ids.map((machine) => [machine, cycles[index] / 1000])),
    })),
    calendar: { shifts: [], plannedStops: [], holidays: [], dayStart: '00:00' },
    energy: {
      carriers: [],
      meters: [],
      demandInterval: demandWindow / 60_000,
      tariffs: [],
      emissionFactors: [],
    },
    losses: {
      minorStopLimit: minorStopLimit / 1000,
      reasons: reasons.map((one) => ({ name: one.id, ...one })),
    },
    targets: { production: {} },
    connectors: [],
    signals: [],
  };
}
