import { random } from '../../harness/random.mjs';

export const day = 86_400_000;
export const hour = 3_600_000;
/** Monday, 5 January 2026, 00:00 UTC. */
export const monday = Date.UTC(2026, 0, 5);
/** Ideal cycle of every machine, in milliseconds. */
export const cycle = 400;
/** The five states that the events use are the first five codes; before its first event a machine is unknown. */
export const unknownCode = 9;
export const width = 10;

/**
 * One day of events in the order of time: each says that a machine went into a state, and how many pieces it has
 * made since its last event.
 */
export function makeEvents(count, machines) {
  const next = random(1);
  const events = {
    count,
    machines,
    from: monday,
    to: monday + day,
    machine: new Uint16Array(count),
    time: new Float64Array(count),
    state: new Uint8Array(count),
    made: new Uint8Array(count),
    good: new Uint8Array(count),
  };
  for (let index = 0; index < count; index++) {
    events.machine[index] = next() * machines;
    events.time[index] = monday + Math.floor(((index + 0.5) * day) / count);
    events.state[index] = next() * 5;
    events.made[index] = next() * 10;
    events.good[index] = events.made[index] * next();
  }
  return events;
}

/** What every row has to come to: the mean over the machines of OEE and its factors. */
export class MeanOee {
  #machines = 0;
  #availability = 0;
  #performance = 0;
  #quality = 0;
  #oee = 0;

  /** @param running @param known both in milliseconds */
  add(running, known, made, good) {
    const availability = running / known;
    const performance = (made * cycle) / running;
    const quality = good / made;
    this.addFactors(availability, performance, quality, availability * performance * quality);
  }

  addFactors(availability, performance, quality, oee) {
    this.#machines += 1;
    this.#availability += availability;
    this.#performance += performance;
    this.#quality += quality;
    this.#oee += oee;
  }

  get answer() {
    const machines = this.#machines;
    return {
      oee: this.#oee / machines,
      availability: this.#availability / machines,
      performance: this.#performance / machines,
      quality: this.#quality / machines,
    };
  }
}

/** A workshop file with one line of so many machines. */
export function workshopOf(machines, calendar = { shifts: [] }) {
  const equipment = [{ id: 'line', name: 'Line', level: 'workCenter' }];
  for (let machine = 0; machine < machines; machine++) {
    equipment.push({
      id: `m${machine}`,
      name: `M${machine}`,
      level: 'workUnit',
      parent: 'line',
      idealCycle: cycle / 1000,
    });
  }
  return {
    id: 'bench',
    name: 'Bench',
    timeZone: 'UTC',
    equipment,
    products: [],
    calendar: { plannedStops: [], holidays: [], dayStart: '00:00', ...calendar },
    energy: { carriers: [], meters: [], demandInterval: 15, tariffs: [], emissionFactors: [] },
    targets: { production: {} },
    connectors: [],
    signals: [
      { name: 'producedCount', kind: 'counter', counting: 'increment' },
      { name: 'goodCount', kind: 'counter', counting: 'increment' },
    ],
  };
}
