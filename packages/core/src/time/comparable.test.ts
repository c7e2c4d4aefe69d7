import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Weekday } from '../model/workshop-types.js';
import { WorkCalendar } from './calendar.js';
import { comparableInterval } from './comparable.js';

const workdays: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
const calendar = new WorkCalendar(
  {
    shifts: [{ name: 'early', from: '06:00', to: '14:00', days: workdays, breaks: [] }],
    plannedStops: [],
    holidays: [],
    dayStart: '06:00',
  },
  'Europe/Berlin',
);

const before = (from: string, to: string) => {
  const found = comparableInterval(calendar, { from: Date.parse(from), to: Date.parse(to) });
  return `${new Date(found.from).toISOString().slice(0, 16)}/${new Date(found.to).toISOString().slice(0, 16)}`;
};

describe('comparableInterval()', () => {
  it('gives the same hours of the day before', () => {
    assert.equal(
      before('2026-03-18T06:00+01:00', '2026-03-18T14:00+01:00'),
      '2026-03-17T05:00/2026-03-17T13:00',
    );
  });

  it('compares a Monday with the Friday before, where weekends are not planned', () => {
    assert.equal(
      before('2026-03-16T06:00+01:00', '2026-03-16T14:00+01:00'),
      '2026-03-13T05:00/2026-03-13T13:00',
    );
  });

  it('compares a Sunday, for which nothing is planned, with the Saturday', () => {
    assert.equal(
      before('2026-03-15T06:00+01:00', '2026-03-15T14:00+01:00'),
      '2026-03-14T05:00/2026-03-14T13:00',
    );
  });

  it('compares a week with the week before, by the wall: over a change of clocks too', () => {
    assert.equal(
      before('2026-03-30T06:00+02:00', '2026-04-06T06:00+02:00'),
      '2026-03-23T05:00/2026-03-30T04:00',
    );
  });
});
