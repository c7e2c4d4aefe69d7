import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type Break,
  type Calendar,
  type PlannedStop,
  type Shift,
  weekdays,
} from '../model/workshop-types.js';
import { WorkCalendar } from './calendar.js';
import { duration, type Interval, intersection, subtract, totalDuration, union } from './interval.js';

const hour = 3_600_000;
const day = 24 * hour;

function shift(
  name: string,
  from: string,
  to: string,
  breaks: Break[] = [],
  days: Shift['days'] = weekdays,
): Shift {
  return { name, from, to, days, breaks };
}

const threeShifts = [
  shift('early', '06:00', '14:00'),
  shift('late', '14:00', '22:00'),
  shift('night', '22:00', '06:00'),
];

function calendarOf(shifts: Shift[], more: Partial<Calendar> = {}): Calendar {
  return { shifts, plannedStops: [], holidays: [], dayStart: shifts[0]?.from ?? '00:00', ...more };
}

function time(text: string): number {
  return Date.parse(text);
}

function interval(from: string, to: string): Interval {
  return { from: time(from), to: time(to) };
}

function written(intervals: readonly Interval[]): string[] {
  return intervals.map(({ from, to }) => `${new Date(from).toISOString()}/${new Date(to).toISOString()}`);
}

const tree = {
  ancestors: (id: string): string[] => ({ 'press-01': ['line-a', 'hall-1'], 'line-a': ['hall-1'] })[id] ?? [],
};

describe('WorkCalendar on days on which clocks change', () => {
  const berlin = new WorkCalendar(calendarOf(threeShifts), 'Europe/Berlin');

  it('gives the production day 23 hours in spring and 25 in autumn', () => {
    assert.deepEqual(written([berlin.productionDay(time('2026-03-28T12:00+01:00'))]), [
      '2026-03-28T05:00:00.000Z/2026-03-29T04:00:00.000Z',
    ]);
    assert.equal(duration(berlin.productionDay(time('2026-03-28T12:00+01:00'))), 23 * hour);
    assert.equal(duration(berlin.productionDay(time('2026-03-29T12:00+02:00'))), 24 * hour);
    assert.equal(duration(berlin.productionDay(time('2026-10-24T12:00+02:00'))), 25 * hour);
    assert.equal(duration(berlin.week(time('2026-03-28T12:00+01:00'))), 7 * day - hour);
    const midnight = new WorkCalendar(calendarOf([]), 'Europe/Berlin');
    assert.equal(duration(midnight.productionDay(time('2026-03-29T12:00+02:00'))), 23 * hour);
    assert.equal(duration(midnight.productionDay(time('2026-10-25T12:00+01:00'))), 25 * hour);
  });

  it('gives the night shift 7 hours in spring and 9 in autumn', () => {
    const spring = berlin.shiftAt(time('2026-03-29T01:00+01:00'));
    assert.equal(spring?.name, 'night');
    assert.deepEqual(written(spring ? [spring] : []), ['2026-03-28T21:00:00.000Z/2026-03-29T04:00:00.000Z']);
    const autumn = berlin.shiftAt(time('2026-10-25T02:30+01:00'));
    assert.equal(autumn?.name, 'night');
    assert.deepEqual(written(autumn ? [autumn] : []), ['2026-10-24T20:00:00.000Z/2026-10-25T05:00:00.000Z']);
  });

  it('takes a border in the missing hour as the change, in the repeated hour as its first occurrence', () => {
    const shifts = [shift('a', '02:30', '03:30'), shift('b', '03:30', '02:30')];
    const odd = new WorkCalendar(calendarOf(shifts), 'Europe/Berlin');
    assert.deepEqual(written(odd.shifts(interval('2026-03-29T00:00Z', '2026-03-29T02:00Z'))), [
      '2026-03-28T02:30:00.000Z/2026-03-29T01:00:00.000Z',
      '2026-03-29T01:00:00.000Z/2026-03-29T01:30:00.000Z',
      '2026-03-29T01:30:00.000Z/2026-03-30T00:30:00.000Z',
    ]);
    assert.equal(odd.shiftAt(time('2026-10-25T00:29:59.999Z'))?.name, 'b');
    assert.equal(odd.shiftAt(time('2026-10-25T00:30Z'))?.name, 'a');
    assert.equal(odd.shiftAt(time('2026-10-25T01:15Z'))?.name, 'a');
    assert.deepEqual(written([odd.productionDay(time('2026-10-25T01:15Z'))]), [
      '2026-10-25T00:30:00.000Z/2026-10-26T01:30:00.000Z',
    ]);
  });

  it('leaves out a shift that lies in the missing hour alone', () => {
    const odd = new WorkCalendar(calendarOf([shift('a', '02:00', '03:00')]), 'Europe/Berlin');
    assert.deepEqual(odd.shifts(interval('2026-03-29T00:00Z', '2026-03-29T12:00Z')), []);
    assert.deepEqual(odd.planned(interval('2026-10-25T00:00Z', '2026-10-25T12:00Z')).map(duration), [
      2 * hour,
    ]);
  });

  it('is right in New York, and in Shanghai where clocks never change', () => {
    const newYork = new WorkCalendar(calendarOf(threeShifts), 'America/New_York');
    assert.equal(duration(newYork.productionDay(time('2026-03-07T12:00-05:00'))), 23 * hour);
    assert.equal(duration(newYork.productionDay(time('2026-10-31T12:00-04:00'))), 25 * hour);
    const shanghai = new WorkCalendar(calendarOf(threeShifts), 'Asia/Shanghai');
    for (let month = 0; month < 12; month++) {
      assert.equal(duration(shanghai.productionDay(Date.UTC(2026, month, 15))), day);
    }
    assert.deepEqual(written([shanghai.productionDay(time('2026-05-06T05:59+08:00'))]), [
      '2026-05-04T22:00:00.000Z/2026-05-05T22:00:00.000Z',
    ]);
  });

  it('tells what the wall shows', () => {
    assert.deepEqual(berlin.local(time('2026-03-29T01:00:00.250Z')), {
      date: '2026-03-29',
      weekday: 'sun',
      hour: 3,
      minute: 0,
      second: 0,
      millisecond: 250,
    });
    assert.equal(berlin.local(time('1969-12-31T22:30Z')).date, '1969-12-31');
    assert.equal(berlin.local(time('1969-12-31T22:30Z')).weekday, 'wed');
  });
});

describe('WorkCalendar', () => {
  it('knows the shift at a time, half-open, and none between shifts', () => {
    const calendar = new WorkCalendar(calendarOf([shift('day', '08:00', '16:00')]), 'UTC');
    assert.equal(calendar.shiftAt(time('2026-05-04T07:59:59.999Z')), undefined);
    assert.equal(calendar.shiftAt(time('2026-05-04T08:00Z'))?.name, 'day');
    assert.equal(calendar.shiftAt(time('2026-05-04T15:59:59.999Z'))?.name, 'day');
    assert.equal(calendar.shiftAt(time('2026-05-04T16:00Z')), undefined);
  });

  it('takes, where two shifts overlap, the one that began last, and plans their time once', () => {
    const calendar = new WorkCalendar(
      calendarOf([shift('early', '06:00', '14:15'), shift('late', '14:00', '22:00')]),
      'UTC',
    );
    assert.equal(calendar.shiftAt(time('2026-05-04T14:05Z'))?.name, 'late');
    assert.deepEqual(written(calendar.planned(interval('2026-05-04T00:00Z', '2026-05-05T00:00Z'))), [
      '2026-05-04T06:00:00.000Z/2026-05-04T22:00:00.000Z',
    ]);
  });

  it('remembers the last shift over a weekend, but not for ever', () => {
    const shifts = [shift('day', '08:00', '16:00', [], ['mon', 'tue', 'wed', 'thu', 'fri'])];
    const calendar = new WorkCalendar(calendarOf(shifts), 'UTC');
    const friday = '2026-05-08T08:00:00.000Z/2026-05-08T16:00:00.000Z';
    const latest = calendar.latestShift(time('2026-05-11T07:00Z'));
    assert.deepEqual(written(latest ? [latest] : []), [friday]);
    assert.equal(new WorkCalendar(calendarOf([]), 'UTC').latestShift(0), undefined);
  });

  it('ends a shift at 24:00 with the day, and one from 00:00 to 24:00 fills it', () => {
    const late = new WorkCalendar(calendarOf([shift('late', '16:00', '24:00')]), 'UTC');
    assert.deepEqual(written(late.shifts(interval('2026-05-04T12:00Z', '2026-05-05T12:00Z'))), [
      '2026-05-04T16:00:00.000Z/2026-05-05T00:00:00.000Z',
    ]);
    const whole = new WorkCalendar(calendarOf([shift('all', '00:00', '24:00')]), 'Europe/Berlin');
    assert.deepEqual(whole.planned(interval('2026-03-20T00:00Z', '2026-04-20T00:00Z')).map(duration), [
      31 * day,
    ]);
    const around = new WorkCalendar(calendarOf([shift('all', '06:00', '06:00')]), 'Europe/Berlin');
    assert.deepEqual(around.planned(interval('2026-03-20T00:00Z', '2026-04-20T00:00Z')).map(duration), [
      31 * day,
    ]);
  });

  it('takes breaks out, those over midnight and after midnight too', () => {
    const breaks = [
      { from: '23:45', to: '00:15' },
      { from: '03:00', to: '03:30' },
    ];
    const calendar = new WorkCalendar(calendarOf([shift('night', '22:00', '06:00', breaks)]), 'UTC');
    assert.deepEqual(written(calendar.planned(interval('2026-05-04T12:00Z', '2026-05-05T12:00Z'))), [
      '2026-05-04T22:00:00.000Z/2026-05-04T23:45:00.000Z',
      '2026-05-05T00:15:00.000Z/2026-05-05T03:00:00.000Z',
      '2026-05-05T03:30:00.000Z/2026-05-05T06:00:00.000Z',
    ]);
    assert.deepEqual(written(calendar.shiftAt(time('2026-05-05T01:00Z'))?.breaks ?? []), [
      '2026-05-04T23:45:00.000Z/2026-05-05T00:15:00.000Z',
      '2026-05-05T03:00:00.000Z/2026-05-05T03:30:00.000Z',
    ]);
  });

  it('starts no shift on a holiday, but lets the night shift of the eve end', () => {
    const calendar = new WorkCalendar(calendarOf(threeShifts, { holidays: ['2026-05-01'] }), 'UTC');
    assert.deepEqual(written(calendar.planned(interval('2026-04-30T20:00Z', '2026-05-02T08:00Z'))), [
      '2026-04-30T20:00:00.000Z/2026-05-01T06:00:00.000Z',
      '2026-05-02T06:00:00.000Z/2026-05-02T08:00:00.000Z',
    ]);
  });

  it('starts a shift on its days of the week only', () => {
    const calendar = new WorkCalendar(
      calendarOf([shift('night', '22:00', '06:00', [], ['sun', 'fri'])]),
      'UTC',
    );
    const week = interval('2026-05-04T00:00Z', '2026-05-11T00:00Z');
    assert.deepEqual(written(calendar.shifts(week)), [
      '2026-05-03T22:00:00.000Z/2026-05-04T06:00:00.000Z',
      '2026-05-08T22:00:00.000Z/2026-05-09T06:00:00.000Z',
      '2026-05-10T22:00:00.000Z/2026-05-11T06:00:00.000Z',
    ]);
  });

  it('plans all time without shifts, but holidays and planned stops', () => {
    const week = interval('2026-05-04T00:00Z', '2026-05-11T00:00Z');
    assert.deepEqual(new WorkCalendar(calendarOf([]), 'UTC').planned(week), [week]);
    const stop = { from: '2026-05-05T10:00Z', to: '2026-05-05T12:00Z' };
    const calendar = calendarOf([], { holidays: ['2026-05-07'], plannedStops: [stop] });
    assert.deepEqual(written(new WorkCalendar(calendar, 'UTC').planned(week)), [
      '2026-05-04T00:00:00.000Z/2026-05-05T10:00:00.000Z',
      '2026-05-05T12:00:00.000Z/2026-05-07T00:00:00.000Z',
      '2026-05-08T00:00:00.000Z/2026-05-11T00:00:00.000Z',
    ]);
  });

  it('takes out the planned stops of an equipment and of all that it belongs to', () => {
    const plannedStops: PlannedStop[] = [
      { from: '2026-05-04T07:00Z', to: '2026-05-04T08:00Z' },
      { from: '2026-05-04T10:00+02:00', to: '2026-05-04T11:00+02:00', equipment: ['line-a'] },
      { from: '2026-05-04T08:30Z', to: '2026-05-04T10:00Z', equipment: ['press-01'] },
      { from: '2026-05-04T12:00Z', to: '2026-05-04T13:00Z', equipment: ['hall-1'] },
    ];
    const calendar = new WorkCalendar(calendarOf([], { plannedStops }), 'UTC', tree);
    const shiftTime = interval('2026-05-04T06:00Z', '2026-05-04T14:00Z');
    const stops = (equipment?: string): string[] =>
      written(subtract(shiftTime, calendar.planned(shiftTime, equipment)));
    const all = '2026-05-04T07:00:00.000Z/2026-05-04T08:00:00.000Z';
    const line = '2026-05-04T07:00:00.000Z/2026-05-04T09:00:00.000Z';
    const press = '2026-05-04T07:00:00.000Z/2026-05-04T10:00:00.000Z';
    const hall = '2026-05-04T12:00:00.000Z/2026-05-04T13:00:00.000Z';
    assert.deepEqual(stops(), [all]);
    assert.deepEqual(stops('press-02'), [all]);
    assert.deepEqual(stops('hall-1'), [all, hall]);
    assert.deepEqual(stops('line-a'), [line, hall]);
    assert.deepEqual(stops('press-01'), [press, hall]);
  });

  it('shares one list between all equipment without stops of their own', () => {
    const plannedStops = [{ from: '2026-05-04T12:00Z', to: '2026-05-04T13:00Z', equipment: ['hall-1'] }];
    const calendar = new WorkCalendar(calendarOf(threeShifts, { plannedStops }), 'UTC', tree);
    const window = interval('2026-05-04T00:00Z', '2026-05-05T00:00Z');
    assert.equal(calendar.planned(window, 'mill-1'), calendar.planned({ ...window }, 'mill-2'));
    assert.equal(calendar.planned(window, 'press-01'), calendar.planned({ ...window }, 'line-a'));
    assert.notEqual(calendar.planned(window, 'press-01'), calendar.planned(window, 'mill-2'));
  });

  it('refuses what is no time zone, time, date or interval', () => {
    const refused = (calendar: Calendar, timeZone = 'UTC'): void =>
      assert.throws(() => new WorkCalendar(calendar, timeZone), RangeError);
    refused(calendarOf([]), 'Europe/Atlantis');
    refused(calendarOf([shift('a', '6:00', '14:00')]));
    refused(calendarOf([shift('a', '06:00', '14:00', [{ from: '10:00', to: '10.30' }])]));
    refused(calendarOf([], { holidays: ['2026-02-30'] }));
    refused(calendarOf([], { dayStart: 'six' }));
    refused(calendarOf([], { plannedStops: [{ from: '2026-05-04T12:00', to: '2026-05-04T13:00Z' }] }));
    refused(calendarOf([], { plannedStops: [{ from: '2026-05-04T13:00Z', to: '2026-05-04T12:00Z' }] }));
    const calendar = new WorkCalendar(calendarOf([]), 'UTC');
    assert.throws(() => calendar.planned({ from: 1, to: 0 }), RangeError);
    assert.throws(() => calendar.shifts({ from: 0, to: NaN }), RangeError);
  });
});

/** Small seeded generator of numbers from 0 to 1. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function randomCalendar(random: () => number): Calendar {
  const clock = (minutes: number): string => {
    const inDay = ((minutes % 1440) + 1440) % 1440;
    return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
  };
  const whole = (below: number): number => Math.floor(random() * below);
  const start = whole(1440);
  const borders = [0, 1440, ...Array.from({ length: 1 + whole(4) }, () => 1 + whole(1439))];
  const sorted = [...new Set(borders)].sort((a, b) => a - b);
  const shifts = sorted.slice(1).map((end, index) => {
    const length = end - sorted[index];
    const breaks = Array.from({ length: length > 60 ? whole(3) : 0 }, () => {
      const from = whole(length - 31);
      return {
        from: clock(start + sorted[index] + from),
        to: clock(start + sorted[index] + from + 1 + whole(30)),
      };
    });
    return shift(`s${index}`, clock(start + sorted[index]), clock(start + end), breaks);
  });
  const plannedStops = Array.from({ length: whole(4) }, () => {
    const from = Date.UTC(2026, random() < 0.5 ? 2 : 9, 20 + whole(9)) + whole(day);
    return { from: new Date(from).toISOString(), to: new Date(from + whole(day)).toISOString() };
  });
  return calendarOf(shifts, { plannedStops });
}

describe('WorkCalendar over days on which clocks change, with shifts that tile the day', () => {
  const zones = [
    'Europe/Berlin',
    'America/New_York',
    'Asia/Shanghai',
    'Australia/Lord_Howe',
    'America/Santiago',
  ];
  for (let seed = 1; seed <= 40; seed++) {
    it(`shifts meet without gap or overlap, and planned time adds up (seed ${seed})`, () => {
      const random = randomFrom(seed);
      const plan = randomCalendar(random);
      const calendar = new WorkCalendar(plan, zones[seed % zones.length]);
      const from = Date.UTC(2026, seed % 2 ? 2 : 9, 18) + Math.floor(random() * day);
      const window = { from, to: from + 18 * day };

      const shifts = calendar.shifts(window);
      assert.ok(shifts[0].from <= window.from && shifts[shifts.length - 1].to >= window.to);
      for (let index = 1; index < shifts.length; index++)
        assert.equal(shifts[index].from, shifts[index - 1].to);

      const planned = calendar.planned(window);
      let end = window.from;
      for (const part of planned) {
        assert.ok(part.from >= end && part.from < part.to && part.to <= window.to);
        end = part.to;
      }

      const cuts = Array.from({ length: 12 }, () => from + Math.floor(random() * 18 * day));
      const borders = [window.from, ...cuts.sort((a, b) => a - b), window.to];
      const pieces = borders.slice(1).flatMap((to, index) => calendar.planned({ from: borders[index], to }));
      assert.deepEqual(union(pieces), union(planned));
      assert.equal(totalDuration(pieces), totalDuration(planned));

      for (let step = 0; step < 200; step++) {
        const moment = from + Math.floor(random() * 18 * day);
        const now = calendar.shiftAt(moment);
        assert.ok(now && now.from <= moment && moment < now.to);
        const inBreak = now.breaks.some((one) => one.from <= moment && moment < one.to);
        const isPlanned = planned.some((one) => one.from <= moment && moment < one.to);
        const inStop = plan.plannedStops.some((one) => time(one.from) <= moment && moment < time(one.to));
        assert.equal(isPlanned, !inBreak && !inStop);
        const productionDay = calendar.productionDay(moment);
        assert.ok(productionDay.from <= moment && moment < productionDay.to);
        assert.deepEqual(calendar.productionDay(productionDay.from), productionDay);
        assert.ok(intersection(calendar.week(moment), productionDay));
      }
    });
  }
});
