import { WorkCalendar } from '@twinfloor/core';
import { expect } from 'chai';
import { kindOf, steppedRange, writtenRange } from './range-steps.js';

const days = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const calendar = new WorkCalendar(
  {
    shifts: [
      { name: 'early', from: '06:00', to: '14:00', days, breaks: [] },
      { name: 'late', from: '14:00', to: '22:00', days, breaks: [] },
    ],
    plannedStops: [],
    holidays: [],
    dayStart: '06:00',
  },
  'Europe/Berlin',
);

/** The range written with the wall's offset, as the zone's interval. */
const interval = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) });
const early = interval('2026-05-04T06:00+02:00', '2026-05-04T14:00+02:00');

function stepped(from: string, to: string, direction: -1 | 1): string {
  const next = steppedRange(calendar, interval(from, to), direction);
  return next ? writtenRange(next) : '';
}

describe('steppedRange()', () => {
  it('goes from shift to shift, over a weekend too', () => {
    expect(stepped('2026-05-04T06:00+02:00', '2026-05-04T14:00+02:00', 1)).to.equal(
      '2026-05-04T12:00:00.000Z/2026-05-04T20:00:00.000Z',
    );
    expect(stepped('2026-05-04T06:00+02:00', '2026-05-04T14:00+02:00', -1)).to.equal(
      '2026-05-01T12:00:00.000Z/2026-05-01T20:00:00.000Z',
    );
  });

  it('goes from day to day and week to week of the wall, also when clocks change', () => {
    expect(stepped('2026-03-29T06:00+02:00', '2026-03-30T06:00+02:00', -1)).to.equal(
      '2026-03-28T05:00:00.000Z/2026-03-29T04:00:00.000Z',
    );
    expect(stepped('2026-03-23T06:00+01:00', '2026-03-30T06:00+02:00', 1)).to.equal(
      '2026-03-30T04:00:00.000Z/2026-04-06T04:00:00.000Z',
    );
  });

  it('moves an interval of any other length by its own', () => {
    expect(stepped('2026-05-04T06:00Z', '2026-05-04T07:30Z', -1)).to.equal(
      '2026-05-04T04:30:00.000Z/2026-05-04T06:00:00.000Z',
    );
  });

  it('knows what an interval is one of', () => {
    expect(kindOf(calendar, early)).to.equal('shift');
    expect(kindOf(calendar, calendar.productionDay(early.from))).to.equal('day');
    expect(kindOf(calendar, calendar.week(early.from))).to.equal('week');
    expect(kindOf(calendar, interval('2026-05-04T06:00Z', '2026-05-04T07:30Z'))).to.equal(undefined);
  });
});
