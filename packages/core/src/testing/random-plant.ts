import { type EquipmentState, equipmentStates } from '../model/equipment-state.js';
import type { SignalDefinition } from '../model/signal.js';
import type {
  Calendar,
  Energy,
  Equipment,
  Product,
  Shift,
  Tariff,
  TariffBand,
  Workshop,
} from '../model/workshop-types.js';
import { tariffBands, weekdays } from '../model/workshop-types.js';
import type { Interval } from '../time/interval.js';
import { Clock } from '../twin/clock.js';
import type { Observation } from '../twin/store.js';
import { Twin } from '../twin/twin.js';
import type { SeededRandom } from './random.js';
import { workshop } from './workshop.js';

/** A plant with all that was observed in it, for tests of what has to hold for any plant. */
export interface RandomPlant {
  readonly workshop: Workshop;
  /** In time order. */
  readonly observations: readonly Observation[];
  /** What is asked about. */
  readonly interval: Interval;
  /** The moment of the clock; it may lie in the interval. */
  readonly now: number;
  /** Whether the sources are still heard at that moment; else what they said last has gone stale. */
  readonly isHeard: boolean;
}

export const line = 'line';
export const machines = ['press', 'mill', 'saw'] as const;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const products = ['gear', 'shaft', 'rare'];
const reasons = ['tool', 'material', 'cleaning', 'start', 'other'];

/** Days near which clocks change, by zone: by an hour, by half an hour, at midnight; and zones of odd quarters. */
const zones: readonly (readonly [string, ...string[]])[] = [
  ['UTC', '2025-06-01'],
  ['Europe/Berlin', '2025-03-30', '2025-10-26'],
  ['America/New_York', '2025-03-09', '2025-11-02'],
  ['Australia/Lord_Howe', '2025-04-06', '2025-10-05'],
  ['America/Havana', '2025-03-09', '2025-11-02'],
  ['Asia/Kathmandu', '2025-06-01'],
  ['Asia/Shanghai', '2025-12-31'],
];

/** A plant of a line with three machines and a meter. All amounts are multiples of 1/8, so that sums are exact. */
export function randomPlant(random: SeededRandom): RandomPlant {
  const [timeZone, ...days] = random.pick(zones);
  const noon = Date.parse(`${random.pick(days)}T12:00:00Z`);
  const history = { from: noon - day - random.whole(day), to: noon + day + random.whole(day) };
  const from = history.from - hour + random.whole(day);
  const file = workshop({
    timeZone,
    equipment: [
      { id: line, name: 'Line', level: 'workCenter' },
      ...machines.map((id) => machine(random, id)),
      meter,
    ],
    products: products.map((id) => product(random, id)),
    calendar: calendar(random, history),
    energy: energy(random),
    signals: [...machines.flatMap((id) => counters(random, id)), temperature],
    losses: {
      minorStopLimit: random.pick([0, 120, 300, 3600]),
      reasons: [
        { id: 'tool', name: 'Tool', loss: 'equipmentFailure' },
        { id: 'material', name: 'Material', loss: random.pick(['scheduleLoss', 'idlingAndMinorStops']) },
        { id: 'cleaning', name: 'Cleaning', loss: random.pick(['setupAndAdjustment', 'reducedSpeed']) },
        { id: 'start', name: 'Start', loss: 'reducedYield' },
      ],
    },
  });
  return {
    workshop: file,
    observations: [...machines, 'meter']
      .flatMap((id) => observed(random, file, id, history))
      .sort((a, b) => a.time - b.time),
    interval: { from, to: from + 1 + random.whole(random.pick([hour, day, 2 * day])) },
    isHeard: random.next() < 0.8,
    now: random.pick([history.to + day, history.from + random.whole(history.to - history.from)]),
  };
}

/** A twin of a plant that has observed all of it, or the given part. */
export function twinOf(plant: RandomPlant, part = plant.observations): Twin {
  const twin = emptyTwinOf(plant, () => plant.now);
  twin.observe(part);
  if (plant.isHeard) twin.confirm();
  return twin;
}

/** A twin of a plant that has observed nothing yet. */
export function emptyTwinOf(plant: RandomPlant, now: () => number): Twin {
  return new Twin(plant.workshop, { clock: new Clock(now), scheduler: () => undefined });
}

const temperature: SignalDefinition = {
  name: 'temperature',
  kind: 'number',
  zones: [
    { name: 'A', below: 40, severity: 'normal' },
    { name: 'B', below: 60, severity: 'warning' },
    { name: 'C', severity: 'fault' },
  ],
};

const meter: Equipment = { id: 'meter', name: 'Meter', level: 'workUnit', type: 'meter', parent: line };

function machine(random: SeededRandom, id: string): Equipment {
  return {
    id,
    name: id,
    level: 'workUnit',
    parent: line,
    feeds: random.pick([
      [],
      machines.filter((other) => machines.indexOf(other) === machines.indexOf(id as 'press') + 1),
    ]),
    ...(random.next() < 0.6 ? { idealCycle: random.pick([30, 60, 90.5]) } : {}),
    ...(random.next() < 0.7 ? { ratedPower: random.pick([8, 40]) } : {}),
  };
}

function product(random: SeededRandom, id: string): Product {
  const told = machines.filter(() => random.next() < 0.5);
  return {
    id,
    name: id,
    unit: 'pcs',
    idealCycle: Object.fromEntries(told.map((one) => [one, random.pick([20, 45, 61.25])])),
  };
}

function counters(random: SeededRandom, id: string): SignalDefinition[] {
  const options = random.pick<Partial<SignalDefinition>>([
    {},
    {},
    { modulus: 1000 },
    { counting: 'increment' },
  ]);
  return ['producedCount', 'goodCount', 'scrapCount', 'reworkCount'].map((name) => ({
    name,
    kind: 'counter',
    equipment: [id],
    ...options,
  }));
}

function wall(minutes: number): string {
  const time = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`;
}

function calendar(random: SeededRandom, history: Interval): Calendar {
  const moment = () => history.from + random.whole(history.to - history.from);
  const stop = () => {
    const from = moment();
    return {
      from: new Date(from).toISOString(),
      to: new Date(from + 1 + random.whole(5 * hour)).toISOString(),
      ...(random.next() < 0.5 ? { equipment: [random.pick([line, ...machines])] } : {}),
    };
  };
  const start = random.whole(1440);
  const length = random.pick([480, 720, 137]);
  const shifts = Array.from({ length: random.whole(4) }, (_, index): Shift => {
    const from = start + index * length;
    const pause = from + 1 + random.whole(length - 40);
    return {
      name: `Shift ${index}`,
      from: wall(from),
      to: wall(from + length + random.pick([0, 0, 0, 15])),
      days: random.pick([weekdays, weekdays.slice(0, 5)]),
      breaks: random.pick([[], [{ from: wall(pause), to: wall(pause + 30) }]]),
    };
  });
  return {
    shifts,
    plannedStops: Array.from({ length: random.whole(3) }, stop),
    holidays: random.next() < 0.2 ? [new Date(moment()).toISOString().slice(0, 10)] : [],
    dayStart: random.pick(['00:00', '06:00', wall(start)]),
  };
}

function energy(random: SeededRandom): Energy {
  const band = (): TariffBand => ({
    band: random.pick(tariffBands),
    price: random.pick([0.25, 0.5, 1, 1.5]),
    hours: [{ from: wall(15 * random.whole(96)), to: wall(15 * random.whole(96)) }],
    ...(random.next() < 0.3 ? { days: weekdays.slice(5) } : {}),
  });
  const everHours = [{ from: '00:00', to: '24:00' }];
  const tariff = (validFrom?: string): Tariff => ({
    ...(validFrom ? { validFrom } : {}),
    currency: 'CNY',
    bands: [
      band(),
      band(),
      ...(random.next() < 0.8 ? [{ band: 'flat' as const, price: 0.75, hours: everHours }] : []),
    ],
  });
  return {
    carriers: [],
    meters: random.pick([[], [{ equipment: 'meter', carrier: 'electricity', measures: [line] }]]),
    demandInterval: random.pick([15, 30]),
    ...(random.next() < 0.5 ? { demandStep: 5 } : {}),
    tariffs: random.pick([[], [tariff()], [tariff(), tariff('2025-03-30'), tariff('2025-10-26')]]),
    emissionFactors: [],
  };
}

function observed(random: SeededRandom, file: Workshop, id: string, history: Interval): Observation[] {
  const rows: Observation[] = [];
  const add = (name: string, most: number, value: () => Observation['value']) => {
    for (const time of times(random, history, random.whole(most + 1))) {
      // A gap is an observation without a value.
      const isGap = random.next() < 0.12;
      rows.push({ signal: `${id}/${name}`, time, value: isGap ? undefined : value() });
    }
  };
  if (random.next() < 0.7) {
    const kilowattHours = counting(random, 0.125, 0.02, undefined);
    add('energy', 30, kilowattHours);
  }
  if (random.next() < 0.7) add('power', 40, () => random.whole(64) / 8);
  if (id === 'meter') return rows;
  if (random.next() < 0.95) add('state', 30, () => state(random));
  const { modulus, counting: mode } = file.signals.find(({ equipment }) => equipment?.[0] === id) ?? {};
  for (const name of random.pick([
    ['producedCount', 'scrapCount'],
    ['producedCount', 'goodCount'],
    ['goodCount', 'scrapCount', 'reworkCount'],
    ['producedCount'],
    [],
  ])) {
    add(
      name,
      25,
      mode === 'increment'
        ? () => random.whole(9) - (random.next() < 0.05 ? 12 : 0)
        : counting(random, 1, 0.05, modulus),
    );
  }
  if (random.next() < 0.6) add('product', 4, () => random.pick(products));
  if (random.next() < 0.7) add('reason', 12, () => random.pick([...reasons, '']));
  if (random.next() < 0.3) add('scrapReason', 4, () => random.pick(reasons));
  if (random.next() < 0.5) add('order', 5, () => random.pick(['o1', 'o2', '']));
  if (random.next() < 0.3) add('comment', 3, () => 'said');
  if (random.next() < 0.3) add('temperature', 40, () => random.whole(80));
  return rows;
}

function state(random: SeededRandom): EquipmentState {
  return random.next() < 0.35 ? 'running' : random.pick(equipmentStates);
}

/** A counter that grows, with resets and, where it has a modulus, roll-overs. */
function counting(
  random: SeededRandom,
  unit: number,
  resets: number,
  modulus: number | undefined,
): () => number {
  let reading = random.whole(modulus ?? 5000) * unit;
  return () => {
    reading = random.next() < resets ? random.whole(20) * unit : reading + random.whole(40) * unit;
    if (modulus !== undefined) reading %= modulus;
    return reading;
  };
}

/** Distinct times: anywhere, at full quarters, and in quick succession. */
function times(random: SeededRandom, { from, to }: Interval, count: number): number[] {
  const found = new Set<number>();
  let time = from;
  for (let index = 0; index < count; index++) {
    time = random.next() < 0.2 ? time + 1 + random.whole(5 * minute) : from + random.whole(to - from);
    found.add(random.next() < 0.3 ? Math.ceil(time / (15 * minute)) * 15 * minute : time);
  }
  return [...found].sort((a, b) => a - b);
}
