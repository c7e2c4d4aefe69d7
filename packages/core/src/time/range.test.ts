import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { weekdays } from '../model/workshop-types.js';
import { WorkCalendar } from './calendar.js';
import { resolveRange } from './range.js';

const shifts = [{ name: 'day', from: '06:00', to: '14:00', days: weekdays, breaks: [] }];
const base = { plannedStops: [], holidays: [], dayStart: '06:00' };
const berlin = new WorkCalendar({ ...base, shifts }, 'Europe/Berlin');
const unplanned = new WorkCalendar({ ...base, shifts: [] }, 'Europe/Berlin');

function resolved(range: string, now: string, calendar = berlin): string {
  const { from, to } = resolveRange(range, calendar, Date.parse(now));
  return `${new Date(from).toISOString()}/${new Date(to).toISOString()}`;
}

describe('resolveRange()', () => {
  it('gives the whole shift that runs now, its future too', () => {
    assert.equal(
      resolved('shift', '2026-05-04T07:00+02:00'),
      '2026-05-04T04:00:00.000Z/2026-05-04T12:00:00.000Z',
    );
  });

  it('gives the last shift when none runs', () => {
    assert.equal(
      resolved('shift', '2026-05-05T05:59+02:00'),
      '2026-05-04T04:00:00.000Z/2026-05-04T12:00:00.000Z',
    );
  });

  it('gives the production day for a shift where there are none', () => {
    const day = '2026-05-04T04:00:00.000Z/2026-05-05T04:00:00.000Z';
    assert.equal(resolved('shift', '2026-05-05T05:59+02:00', unplanned), day);
    assert.equal(resolved('day', '2026-05-05T05:59+02:00'), day);
  });

  it('gives the week from Monday', () => {
    const week = '2026-05-04T04:00:00.000Z/2026-05-11T04:00:00.000Z';
    assert.equal(resolved('week', '2026-05-04T06:00+02:00'), week);
    assert.equal(resolved('week', '2026-05-11T05:59+02:00'), week);
  });

  it('lets a duration end now', () => {
    assert.equal(resolved('PT8H', '2026-05-04T12:00Z'), '2026-05-04T04:00:00.000Z/2026-05-04T12:00:00.000Z');
    assert.equal(resolved('PT90S', '2026-05-04T12:00Z'), '2026-05-04T11:58:30.000Z/2026-05-04T12:00:00.000Z');
  });

  it('counts days and months on the wall of the site', () => {
    assert.equal(resolved('P1D', '2026-03-29T10:00Z'), '2026-03-28T11:00:00.000Z/2026-03-29T10:00:00.000Z');
    assert.equal(resolved('P1M', '2026-03-31T10:00Z'), '2026-02-28T11:00:00.000Z/2026-03-31T10:00:00.000Z');
    assert.equal(resolved('P1Y', '2024-02-29T11:00Z'), '2023-02-28T11:00:00.000Z/2024-02-29T11:00:00.000Z');
    assert.equal(
      resolved('P1DT1H', '2026-03-29T10:00Z'),
      '2026-03-28T10:00:00.000Z/2026-03-29T10:00:00.000Z',
    );
  });

  it('reads an interval of two times, or of a time and a duration', () => {
    const now = '2026-01-01T00:00Z';
    const nist = '2016-10-25T12:50:30.403Z/2016-10-25T20:41:01.718Z';
    assert.equal(resolved(nist, now), nist);
    const morning = '2026-05-04T04:00:00.000Z/2026-05-04T12:00:00.000Z';
    assert.equal(resolved('2026-05-04T06:00+02:00/PT8H', now), morning);
    assert.equal(resolved('PT8H/2026-05-04T12:00Z', now), morning);
    assert.equal(resolved('2026-05-04T06:00/2026-05-04T14:00', now), morning);
    assert.equal(resolved('2026-03-29/2026-03-30', now), '2026-03-28T23:00:00.000Z/2026-03-29T22:00:00.000Z');
    assert.equal(resolved('2026-03-29/P1D', now), '2026-03-28T23:00:00.000Z/2026-03-29T22:00:00.000Z');
  });

  it('refuses all else and says what is allowed', () => {
    const refused = [
      '',
      'shifts',
      'P',
      'PT0S',
      '2026-05-04',
      '2026-05-04/2026-05-04',
      'PT1H/PT1H',
      '/',
      'PT8H/',
    ];
    for (const range of [
      ...refused,
      '2026-05-05/2026-05-04',
      '2026-02-30/P1D',
      'P1D/P1D/P1D',
      'P99999999Y',
    ]) {
      assert.throws(
        () => resolved(range, '2026-05-04T12:00Z'),
        /^RangeError: invalid range: .*allowed: shift, day/,
      );
    }
    assert.throws(() => resolved('order', '2026-05-04T12:00Z'), /order is not available/);
  });
});
