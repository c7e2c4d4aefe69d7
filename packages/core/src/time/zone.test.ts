import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayLength, dayOfDate, timeOfDay } from './iso.js';
import { instantOf, isTimeZone, offsetAt, wallTime } from './zone.js';

function at(timeZone: string, date: string, clock: string): string {
  const wall = (dayOfDate(date) as number) * dayLength + (timeOfDay(clock) as number);
  return new Date(instantOf(timeZone, wall)).toISOString();
}

describe('instantOf()', () => {
  it('is the moment at which the wall clock shows the time', () => {
    assert.equal(at('Europe/Berlin', '2026-01-15', '06:00'), '2026-01-15T05:00:00.000Z');
    assert.equal(at('Europe/Berlin', '2026-07-15', '06:00'), '2026-07-15T04:00:00.000Z');
    assert.equal(at('Asia/Shanghai', '2026-07-15', '06:00'), '2026-07-14T22:00:00.000Z');
    assert.equal(at('America/New_York', '2026-07-15', '06:00'), '2026-07-15T10:00:00.000Z');
    assert.equal(at('Asia/Kolkata', '2026-07-15', '06:00'), '2026-07-15T00:30:00.000Z');
    assert.equal(at('UTC', '2026-07-15', '24:00'), '2026-07-16T00:00:00.000Z');
  });

  it('takes every time of the missing hour as the moment of the change', () => {
    assert.equal(at('Europe/Berlin', '2026-03-29', '01:59'), '2026-03-29T00:59:00.000Z');
    assert.equal(at('Europe/Berlin', '2026-03-29', '02:00'), '2026-03-29T01:00:00.000Z');
    assert.equal(at('Europe/Berlin', '2026-03-29', '02:30'), '2026-03-29T01:00:00.000Z');
    assert.equal(at('Europe/Berlin', '2026-03-29', '03:00'), '2026-03-29T01:00:00.000Z');
    assert.equal(at('America/New_York', '2026-03-08', '02:30'), '2026-03-08T07:00:00.000Z');
    assert.equal(at('America/New_York', '2026-03-08', '03:30'), '2026-03-08T07:30:00.000Z');
  });

  it('takes the first occurrence of a time of the repeated hour', () => {
    assert.equal(at('Europe/Berlin', '2026-10-25', '01:59'), '2026-10-24T23:59:00.000Z');
    assert.equal(at('Europe/Berlin', '2026-10-25', '02:00'), '2026-10-25T00:00:00.000Z');
    assert.equal(at('Europe/Berlin', '2026-10-25', '02:30'), '2026-10-25T00:30:00.000Z');
    assert.equal(at('Europe/Berlin', '2026-10-25', '03:00'), '2026-10-25T02:00:00.000Z');
    assert.equal(at('America/New_York', '2026-11-01', '01:30'), '2026-11-01T05:30:00.000Z');
  });

  it('knows zones that change by half an hour, at midnight or by a whole day', () => {
    assert.equal(at('Australia/Lord_Howe', '2026-10-04', '02:15'), '2026-10-03T15:30:00.000Z');
    assert.equal(at('America/Santiago', '2026-09-06', '00:30'), '2026-09-06T04:00:00.000Z');
    assert.equal(at('Pacific/Apia', '2011-12-30', '12:00'), '2011-12-30T10:00:00.000Z');
  });

  for (const zone of [
    'Europe/Berlin',
    'America/New_York',
    'Asia/Shanghai',
    'America/St_Johns',
    'Pacific/Apia',
  ]) {
    it(`never makes a later wall time an earlier moment, and is undone by wallTime() (${zone})`, () => {
      const first = Date.UTC(2011, 0, 1);
      let last = -Infinity;
      for (let wall = first; wall < first + 366 * dayLength; wall += 900_000) {
        const moment = instantOf(zone, wall);
        assert.ok(moment >= last, new Date(wall).toISOString());
        assert.ok(wallTime(zone, moment) >= wall, new Date(wall).toISOString());
        if (moment > last)
          assert.ok(
            wallTime(zone, moment - 1) < wall || offsetAt(zone, moment) !== offsetAt(zone, moment - 1),
          );
        last = moment;
      }
    });
  }
});

describe('isTimeZone()', () => {
  it('knows IANA names and nothing else', () => {
    for (const name of ['Europe/Berlin', 'Asia/Shanghai', 'UTC']) assert.equal(isTimeZone(name), true);
    for (const name of ['', 'Berlin', 'Europe/Atlantis', 'Local']) assert.equal(isTimeZone(name), false);
  });
});
