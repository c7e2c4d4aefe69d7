import {
  Clock,
  type Equipment,
  type EquipmentState,
  ObservationBatch,
  Twin,
  type Workshop,
} from '@twinfloor/core';

/** 11:42 of a Monday in Hangzhou; the early shift runs from 06:00 to 14:00. */
export const sampleNow = Date.UTC(2026, 2, 16, 3, 42);
const shiftStart = Date.UTC(2026, 2, 15, 22, 0);
const minute = 60_000;

/** A machine of the sample: id, name, type, current state, minutes in it, reason. */
type Row = readonly [string, string, string, EquipmentState, number, string];

const lines: Readonly<Record<string, readonly [string, string, readonly Row[]]>> = {
  'line-a': [
    'Line A Forming',
    '甲线 成形',
    [
      ['press-01', 'Press 01', 'press', 'running', 4, ''],
      ['press-02', 'Press 02', 'press', 'running', 2, ''],
      ['press-03', 'Press 03', 'press', 'running', 35, ''],
      ['press-04', 'Press 04', 'press', 'fault', 44, 'Oil pressure low'],
      ['moulder-01', 'Moulder 01', 'injectionMoulder', 'setup', 18, 'Colour change'],
      ['oven-01', 'Oven 01', 'oven', 'running', 342, ''],
      ['robot-01', 'Robot 01', 'robot', 'blocked', 44, 'Press 04 stopped'],
      ['conveyor-01', 'Conveyor 01', 'conveyor', 'running', 9, ''],
    ],
  ],
  'line-b': [
    'Line B Machining',
    '乙线 加工',
    [
      ['mill-01', 'Mill 01', 'machiningCentre', 'running', 18, ''],
      ['mill-02', 'Mill 02', 'machiningCentre', 'running', 72, ''],
      ['mill-04', 'Mill 04', 'machiningCentre', 'starved', 13, 'Blanks'],
      ['mill-05', 'Mill 05', 'machiningCentre', 'maintenance', 342, 'Spindle bearing'],
      ['lathe-02', 'Lathe 02', 'lathe', 'unknown', 23, ''],
      ['lathe-03', 'Lathe 03', 'lathe', 'idle', 6, 'No operator'],
      ['assembly-03', 'Assembly 03', 'assembly', 'plannedStop', 342, 'Not planned today'],
      ['pump-01', 'Pump 01', 'pump', 'offline', 342, 'Stand-by pump'],
    ],
  ],
};

/** The sample workshop: two lines of eight machines, one for each state at least. */
export function sampleWorkshop(): Workshop {
  const equipment: Equipment[] = [
    { id: 'hall-1', level: 'area', name: { en: 'Hydraulics workshop', zh: '液压件车间' } },
  ];
  for (const [line, [en, zh, rows]] of Object.entries(lines)) {
    equipment.push({ id: line, level: 'workCenter', parent: 'hall-1', name: { en, zh } });
    for (const [id, name, type] of rows) {
      equipment.push({ id, level: 'workUnit', parent: line, name, type, idealCycle: 100 });
    }
  }
  return {
    id: 'sample',
    name: { en: 'Hydraulics workshop', zh: '液压件车间' },
    timeZone: 'Asia/Shanghai',
    equipment,
    products: [],
    calendar: {
      shifts: [
        {
          name: { en: 'early', zh: '早班' },
          from: '06:00',
          to: '14:00',
          days: everyDay,
          breaks: [{ from: '09:00', to: '09:30' }],
        },
      ],
      plannedStops: [],
      holidays: [],
      dayStart: '06:00',
    },
    energy: { carriers: [], meters: [], demandInterval: 15, tariffs: [], emissionFactors: [] },
    targets: { oee: 0.8, production: {} },
    connectors: [],
    signals: [],
  };
}

const everyDay = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/**
 * A twin of the sample workshop with the shift so far, at a clock that stands at {@link sampleNow}.
 *
 * @param workshop - the sample workshop with something more, such as places and tariffs
 */
export function sampleTwin(now: () => number = () => sampleNow, workshop = sampleWorkshop()): Twin {
  const twin = new Twin(workshop, {
    clock: new Clock(now),
    scheduler: (task) => void requestAnimationFrame(task),
  });
  let seed = 7;
  for (const [, , rows] of Object.values(lines)) {
    for (const row of rows) observeShift(twin, row, random(seed++));
  }
  return twin;
}

const stops: readonly EquipmentState[] = ['idle', 'idle', 'starved', 'setup', 'fault'];

function observeShift(twin: Twin, [id, , , last, minutes, reason]: Row, next: () => number): void {
  const batch = new ObservationBatch();
  const state = twin.signal(`${id}/state`).handle;
  const since = sampleNow - minutes * minute;
  for (let time = shiftStart; time < since;) {
    batch.addState(state, time, 'running', 'ACTIVE');
    time += (4 + next() * 40) * minute;
    if (time >= since) break;
    const kind = stops[Math.floor(next() * stops.length)];
    batch.addState(state, time, kind, kind.toUpperCase());
    time += (0.4 + next() * (kind === 'fault' ? 12 : 3)) * minute;
  }
  batch.addState(state, since, last, last.toUpperCase(), last === 'unknown' ? 'bad' : 'good');
  if (reason) batch.add(twin.signal(`${id}/reason`).handle, since, reason);
  if (last === 'offline' || last === 'plannedStop' || last === 'maintenance') {
    batch.add(twin.signal(`${id}/power`).handle, since, 0.3);
  } else {
    observeFigures(twin, id, batch, last === 'running' ? sampleNow : since, next);
  }
  // The source is heard at this very moment, so nothing is stale but what has no value.
  if (last !== 'unknown') batch.addState(state, sampleNow, last, last.toUpperCase());
  twin.observe(batch);
}

function observeFigures(
  twin: Twin,
  id: string,
  batch: ObservationBatch,
  until: number,
  next: () => number,
): void {
  const produced = twin.signal(`${id}/producedCount`).handle;
  const good = twin.signal(`${id}/goodCount`).handle;
  const power = twin.signal(`${id}/power`).handle;
  let count = 0;
  let goodCount = 0;
  for (let time = shiftStart; time <= until; time += 2 * minute) {
    batch.add(produced, time, count);
    batch.add(good, time, goodCount);
    batch.add(power, time, 20 + next() * 8);
    count += 1;
    goodCount += next() < 0.02 ? 0 : 1;
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
