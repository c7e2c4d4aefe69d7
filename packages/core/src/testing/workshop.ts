import type { Workshop } from '../model/workshop-types.js';

/** A workshop with one line of two machines, for tests. */
export function workshop(extra: Partial<Workshop> = {}): Workshop {
  return {
    id: 'w',
    name: 'Workshop',
    timeZone: 'UTC',
    equipment: [
      { id: 'line', name: 'Line', level: 'workCenter' },
      { id: 'press', name: 'Press', level: 'workUnit', parent: 'line', idealCycle: 60 },
      { id: 'mill', name: 'Mill', level: 'workUnit', parent: 'line' },
    ],
    products: [],
    calendar: { shifts: [], plannedStops: [], holidays: [], dayStart: '00:00' },
    energy: { carriers: [], meters: [], demandInterval: 15, tariffs: [], emissionFactors: [] },
    targets: { production: {} },
    connectors: [],
    signals: [{ name: 'vibration', kind: 'number', unit: 'mm/s', equipment: ['press'] }],
    ...extra,
  };
}
