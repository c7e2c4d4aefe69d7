import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { weekdays } from '../model/workshop-types.js';
import { SeededRandom } from '../testing/random.js';
import { WorkCalendar } from './calendar.js';
import { calendarPeriod, isNamed, lastPeriods, lastShifts } from './periods.js';
import { plannedTimeAfter } from './planned-time-after.js';
import { resolveRanges } from './range-list.js';

const hour = 3_600_000;
const workdays = weekdays.slice(0, 5);
const breaks = [{ from: '10:00', to: '10:30' }];
const calendar = {
  shifts: [
    { name: { en: 'Early', zh: '早班' }, from: '06:00', to: '14:00', days: workdays, breaks },
    { name: { en: 'Late', zh: '中班' }, from: '14:00', to: '22:00', days: workdays, breaks: [] },
    { name: { en: 'Night', zh: '夜班' }, from: '22:00', to: '06:00', days: workdays, breaks: [] },
  ],
  plannedStops: [{ from: '2026-05-07T06:00+02:00', to: '2026-05-07T08:00+02:00', equipment: ['press'] }],
  holidays: ['2026-05-01'],
  dayStart: '06:00',
};
const berlin = new WorkCalendar(calendar, 'Europe/Berlin');
const newYork = new WorkCalendar(calendar, 'America/New_York');
const lordHowe = new WorkCalendar(calendar, 'Australia/Lord_Howe');

const local = (time: number) =>
  new Date(time).toLocaleString('sv', { timeZone: 'Europe/Berlin' }).slice(0, 16);
const told = (intervals: readonly { from: number; to: number }[]) =>
  intervals.map(({ from, to }) => `${local(from)}/${local(to)}`);
const at = (text: string) => Date.parse(`${text}+02:00`);
const hours = (intervals: readonly { from: number; to: number }[]) =>
  intervals.map(({ from, to }) => (to - from) / hour);

describe('lastShifts()', () => {
  it('gives the last complete shifts of a name over a weekend and a holiday, the newest last', () => {
    // Monday, 4 May 2026; Friday the 1st is a holiday, so the last nights began on Tuesday, Wednesday and Thursday.
    assert.deepEqual(told(lastShifts(berlin, at('2026-05-04T12:00'), 3, { name: 'night' })), [
      '2026-04-28 22:00/2026-04-29 06:00',
      '2026-04-29 22:00/2026-04-30 06:00',
      '2026-04-30 22:00/2026-05-01 06:00',
    ]);
  });

  it('takes the running shift in where that is asked for, and calls one complete at its end', () => {
    const now = at('2026-05-06T14:00');
    assert.deepEqual(told(lastShifts(berlin, now, 1)), ['2026-05-06 06:00/2026-05-06 14:00']);
    assert.deepEqual(told(lastShifts(berlin, now - 1, 1)), ['2026-05-05 22:00/2026-05-06 06:00']);
    assert.deepEqual(told(lastShifts(berlin, now, 2, { running: true })), [
      '2026-05-06 06:00/2026-05-06 14:00',
      '2026-05-06 14:00/2026-05-06 22:00',
    ]);
  });

  it('gives fewer where there were no more, and refuses a count that is none', () => {
    const none = new WorkCalendar({ ...calendar, shifts: [] }, 'Europe/Berlin');
    assert.deepEqual(lastShifts(none, at('2026-05-04T12:00'), 3), []);
    assert.throws(() => lastShifts(berlin, 0, 0), /invalid count: 0, allowed: a whole number above 0/);
  });

  it('gives night shifts of seven, nine, and seven and a half hours where clocks change', () => {
    const everyDay = { ...calendar, shifts: calendar.shifts.map((one) => ({ ...one, days: weekdays })) };
    const nights = (zone: string, now: string) =>
      hours(lastShifts(new WorkCalendar(everyDay, zone), Date.parse(now), 2, { name: 'Night' }));
    assert.deepEqual(nights('Europe/Berlin', '2026-03-30T10:00Z'), [7, 8]);
    assert.deepEqual(nights('Europe/Berlin', '2026-10-26T10:00Z'), [9, 8]);
    assert.deepEqual(nights('America/New_York', '2026-03-09T16:00Z'), [7, 8]);
    assert.deepEqual(nights('America/New_York', '2026-11-02T16:00Z'), [9, 8]);
    assert.deepEqual(nights('Australia/Lord_Howe', '2026-10-05T00:00Z'), [7.5, 8]);
    assert.deepEqual(nights('Australia/Lord_Howe', '2026-04-06T00:00Z'), [8.5, 8]);
  });

  for (const seed of [5, 6, 7]) {
    it(`finds the same as a look at all shifts at once, seed ${seed}`, () => {
      const random = new SeededRandom(seed);
      for (let round = 0; round < 100; round++) {
        const one = random.pick([berlin, newYork, lordHowe]);
        const now =
          Date.parse('2026-01-20T00:00Z') + random.whole(320 * 24) * hour + random.pick([0, 0, 1234]);
        const count = 1 + random.whole(40);
        const running = random.next() < 0.5;
        const name = random.pick([undefined, 'Night', '早班']);
        const all = one
          .shifts({ from: now - 90 * 24 * hour, to: now + 1 })
          .filter(({ from, to }) => (running ? from <= now : to <= now))
          .filter((shift) => name === undefined || Object.values(shift.name).includes(name));
        const found = lastShifts(one, now, count, { running, ...(name && { name }) });
        assert.deepEqual(found, all.slice(-count));
      }
    });
  }
});

describe('isNamed()', () => {
  it('finds a name in any language, in capitals or not', () => {
    assert.ok(isNamed({ en: 'Night', zh: '夜班' }, '夜班'));
    assert.ok(isNamed('Night shift', 'NIGHT SHIFT'));
    assert.ok(!isNamed('Night shift', 'night'));
  });
});

describe('lastPeriods()', () => {
  it('gives production days of 23, 24 and 25 hours, and of 23.5 and 24.5 on Lord Howe Island', () => {
    const days = (one: WorkCalendar, now: string) => hours(lastPeriods(one, 'day', Date.parse(now), 3));
    // A production day from 6:00 holds the change of the night after it.
    assert.deepEqual(days(berlin, '2026-03-30T10:00Z'), [24, 23, 24]);
    assert.deepEqual(days(berlin, '2026-10-26T10:00Z'), [24, 25, 24]);
    assert.deepEqual(days(newYork, '2026-03-09T16:00Z'), [24, 23, 24]);
    assert.deepEqual(days(newYork, '2026-11-02T16:00Z'), [24, 25, 24]);
    assert.deepEqual(days(lordHowe, '2026-10-05T00:00Z'), [24, 23.5, 24]);
    assert.deepEqual(days(lordHowe, '2026-04-06T00:00Z'), [24, 24.5, 24]);
  });

  it('gives weeks and months of production days, complete ones or with the one that runs', () => {
    const now = at('2026-05-01T05:00');
    assert.deepEqual(told([calendarPeriod(berlin, 'month', now)]), ['2026-04-01 06:00/2026-05-01 06:00']);
    assert.deepEqual(told(lastPeriods(berlin, 'month', now, 2)), [
      '2026-02-01 06:00/2026-03-01 06:00',
      '2026-03-01 06:00/2026-04-01 06:00',
    ]);
    assert.deepEqual(told(lastPeriods(berlin, 'week', now, 2, { running: true })), [
      '2026-04-20 06:00/2026-04-27 06:00',
      '2026-04-27 06:00/2026-05-04 06:00',
    ]);
  });

  it('puts a production day that begins in the evening into the month of that evening', () => {
    const evening = new WorkCalendar({ ...calendar, dayStart: '22:00' }, 'Europe/Berlin');
    const month = calendarPeriod(evening, 'month', at('2026-05-01T12:00'));
    assert.deepEqual(told([month]), ['2026-04-01 22:00/2026-05-01 22:00']);
  });

  for (const [name, one] of Object.entries({ berlin, newYork, lordHowe })) {
    it(`leaves no time out over a year: ${name}`, () => {
      const now = Date.parse('2027-01-15T12:00Z');
      for (const [unit, count] of [
        ['day', 380],
        ['week', 54],
        ['month', 13],
      ] as const) {
        const periods = lastPeriods(one, unit, now, count, { running: true });
        periods.slice(1).forEach(({ from }, index) => assert.equal(from, periods[index].to));
        assert.ok(periods[count - 1].from <= now && now < periods[count - 1].to);
      }
      const months = lastPeriods(one, 'month', now, 12);
      const days = lastPeriods(one, 'day', months[11].to, 365);
      assert.equal(days[0].from, months[0].from);
    });
  }
});

describe('resolveRanges()', () => {
  const now = at('2026-05-06T15:00');
  const resolved = (text: string) => told(resolveRanges(text, berlin, now));

  it('reads shifts by count and name', () => {
    assert.deepEqual(resolved('shift'), ['2026-05-06 14:00/2026-05-06 22:00']);
    assert.deepEqual(resolved('shift:-1'), ['2026-05-06 06:00/2026-05-06 14:00']);
    assert.deepEqual(resolved('shift:2'), [
      '2026-05-06 06:00/2026-05-06 14:00',
      '2026-05-06 14:00/2026-05-06 22:00',
    ]);
    assert.deepEqual(resolved('shift:night:-3'), [
      '2026-04-30 22:00/2026-05-01 06:00',
      '2026-05-04 22:00/2026-05-05 06:00',
      '2026-05-05 22:00/2026-05-06 06:00',
    ]);
    assert.deepEqual(resolved('shift:夜班'), ['2026-05-05 22:00/2026-05-06 06:00']);
  });

  it('reads days, weeks and months', () => {
    assert.deepEqual(resolved('day'), ['2026-05-06 06:00/2026-05-07 06:00']);
    assert.deepEqual(resolved('day:-2'), [
      '2026-05-04 06:00/2026-05-05 06:00',
      '2026-05-05 06:00/2026-05-06 06:00',
    ]);
    assert.deepEqual(resolved('week'), ['2026-05-04 06:00/2026-05-11 06:00']);
    assert.deepEqual(resolved('month:-1'), ['2026-04-01 06:00/2026-05-01 06:00']);
    assert.deepEqual(resolved('month'), ['2026-05-01 06:00/2026-06-01 06:00']);
  });

  it('reads ISO 8601 and several ranges, in time order; what overlaps becomes one', () => {
    assert.deepEqual(resolved('PT2H'), ['2026-05-06 13:00/2026-05-06 15:00']);
    assert.deepEqual(resolved('2026-05-04T06:00/PT8H; 2026-05-01/2026-05-02'), [
      '2026-05-01 00:00/2026-05-02 00:00',
      '2026-05-04 06:00/2026-05-04 14:00',
    ]);
    assert.deepEqual(resolved('shift:-1;PT2H'), ['2026-05-06 06:00/2026-05-06 15:00']);
  });

  it('says what it refuses and what is allowed', () => {
    assert.throws(() => resolved('shift:nigth:-3'), {
      name: 'RangeError',
      message: 'invalid range: shift:nigth:-3, allowed: a shift of Late, Night, Early',
    });
    for (const wrong of [
      '',
      'shifts',
      'day:',
      'day:0',
      'day:late:-3',
      'shift:-0',
      'PT1H;',
      'day:1.5',
      'week:-',
    ]) {
      assert.throws(
        () => resolved(wrong),
        /^RangeError: invalid range: .*allowed: shift, day, week or month/,
        wrong,
      );
    }
    const none = new WorkCalendar({ ...calendar, shifts: [] }, 'Europe/Berlin');
    assert.throws(() => resolveRanges('shift:-3', none, now), /the calendar has none/);
  });
});

describe('plannedTimeAfter()', () => {
  it('passes over breaks, nights, weekends, holidays and the planned stops of the equipment', () => {
    const after = (start: string, workHours: number, equipment?: string) =>
      local(plannedTimeAfter(berlin, at(start), workHours * hour, equipment) ?? NaN);
    assert.equal(after('2026-05-06T09:00', 1), '2026-05-06 10:00');
    assert.equal(after('2026-05-06T09:00', 1.5), '2026-05-06 11:00');
    assert.equal(after('2026-05-06T09:00', 0), '2026-05-06 09:00');
    // The last night before the holiday ends on its morning; work goes on on Monday.
    assert.equal(after('2026-05-01T05:00', 1), '2026-05-01 06:00');
    assert.equal(after('2026-05-01T05:00', 2), '2026-05-04 07:00');
    assert.equal(after('2026-05-07T05:00', 2), '2026-05-07 07:00');
    assert.equal(after('2026-05-07T05:00', 2, 'press'), '2026-05-07 09:00');
  });

  it('has no moment where nothing is planned, and refuses what is no time', () => {
    const never = new WorkCalendar(
      { ...calendar, plannedStops: [{ from: '2026-01-01T00:00Z', to: '2036-01-01T00:00Z' }] },
      'Europe/Berlin',
    );
    assert.equal(plannedTimeAfter(never, at('2026-05-06T09:00'), 1), undefined);
    assert.throws(() => plannedTimeAfter(berlin, 0, -1), /invalid workTime: -1, allowed: 0 or more/);
    assert.throws(() => plannedTimeAfter(berlin, NaN, 1), RangeError);
  });

  for (const seed of [31, 32, 33]) {
    it(`is the first moment until which so much was planned, seed ${seed}`, () => {
      const random = new SeededRandom(seed);
      for (let round = 0; round < 100; round++) {
        const one = random.pick([berlin, newYork, lordHowe]);
        const start = Date.parse('2026-01-01T00:00Z') + random.whole(365 * 24 * 3600) * 1000;
        const work = 1 + random.whole(300 * hour);
        const end = plannedTimeAfter(one, start, work) ?? NaN;
        const planned = one.planned({ from: start, to: end });
        assert.equal(
          planned.reduce((sum, { from, to }) => sum + to - from, 0),
          work,
        );
        assert.equal(planned.at(-1)?.to, end);
      }
    });
  }
});
