import type { Workshop } from '../model/workshop-types.js';
import { Clock } from '../twin/clock.js';
import { Twin } from '../twin/twin.js';
import { workshop } from './workshop.js';

export const hour = 3_600_000;
export const minute = 60_000;

/** A twin of the workshop for tests whose clock stands. */
export function twinAt(now: number, extra: Partial<Workshop> = {}): Twin {
  return new Twin(workshop(extra), { clock: new Clock(() => now) });
}

/** What the reasons of the press stand for, and a limit of four minutes. */
export const catalogue: Partial<Workshop> = {
  losses: {
    minorStopLimit: 240,
    reasons: [
      { id: 'jam', name: 'Jam', loss: 'equipmentFailure' },
      { id: 'changeover', name: 'Changeover', loss: 'setupAndAdjustment' },
      { id: 'warm-up', name: 'Warm-up', loss: 'reducedYield' },
    ],
  },
};

/** Two hours of a press: 20 min fault, 3 min idle, 10 min changeover; 60 pieces of a minute each, 8 rejected, 5 of them in warm-up. */
export function observedPress(extra: Partial<Workshop> = catalogue): Twin {
  const twin = twinAt(2 * hour, extra);
  const rows: [signal: string, minutes: number, value: string | number][] = [
    ['state', 0, 'running'],
    ['state', 20, 'fault'],
    ['reason', 25, 'jam'],
    ['comment', 26, 'sheet stuck'],
    ['state', 40, 'running'],
    ['state', 60, 'idle'],
    ['state', 63, 'running'],
    ['state', 80, 'idle'],
    ['reason', 80, 'changeover'],
    ['state', 90, 'running'],
    ['producedCount', 0, 0],
    ['goodCount', 0, 0],
    ['product', 0, 'a'],
    ['product', 85, 'b'],
    ['producedCount', 79, 40],
    ['goodCount', 79, 37],
    ['scrapReason', 91, 'warm-up'],
    ['producedCount', 95, 50],
    ['goodCount', 95, 42],
    ['scrapReason', 96, 'scratch'],
    ['producedCount', 119, 60],
    ['goodCount', 119, 52],
  ];
  twin.observe(rows.map(([signal, at, value]) => ({ signal: `press/${signal}`, time: at * minute, value })));
  twin.confirm();
  return twin;
}

/** Two shifts on the first day of the epoch, the second with a break of ten minutes. */
export const shifts: Partial<Workshop> = {
  ...catalogue,
  calendar: {
    shifts: [
      { name: 'A', from: '00:00', to: '01:02', days: ['thu'], breaks: [] },
      {
        name: { en: 'B', zh: '乙' },
        from: '01:02',
        to: '01:50',
        days: ['thu'],
        breaks: [{ from: '01:30', to: '01:40' }],
      },
    ],
    holidays: [],
    plannedStops: [],
    dayStart: '00:00',
  },
};
