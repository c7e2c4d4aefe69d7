import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDuration } from './duration.js';
import { dateOfDay, dayOfDate, timeOfDay, zonedTime } from './iso.js';

describe('ISO 8601', () => {
  it('dayOfDate() counts days from 1970-01-01 and refuses days that do not exist', () => {
    assert.equal(dayOfDate('1970-01-01'), 0);
    assert.equal(dayOfDate('1969-12-31'), -1);
    assert.equal(dayOfDate('2024-02-29'), 19_782);
    for (const date of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '20260101',
      '',
      '2026-01-01T00:00',
    ]) {
      assert.equal(dayOfDate(date), undefined, date);
    }
    assert.equal(dateOfDay(19_782), '2024-02-29');
  });

  it('timeOfDay() reads a time of day up to 24:00', () => {
    assert.equal(timeOfDay('00:00'), 0);
    assert.equal(timeOfDay('06:30'), 23_400_000);
    assert.equal(timeOfDay('24:00'), 86_400_000);
    assert.equal(timeOfDay('12:50:30.403'), 46_230_403);
    for (const clock of ['6:00', '24:01', '12:60', '25:00', '12', '12:00:60', '']) {
      assert.equal(timeOfDay(clock), undefined, clock);
    }
  });

  it('zonedTime() reads a time with its zone and refuses one without', () => {
    assert.equal(zonedTime('2026-03-29T06:00:00Z'), Date.UTC(2026, 2, 29, 6));
    assert.equal(zonedTime('2026-03-29T06:00+02:00'), Date.UTC(2026, 2, 29, 4));
    assert.equal(zonedTime('2026-03-29T06:00-0330'), Date.UTC(2026, 2, 29, 9, 30));
    assert.equal(zonedTime('2016-10-25T12:50:30.403Z'), 1_477_399_830_403);
    for (const text of [
      '2026-03-29T06:00',
      '2026-03-29',
      '2026-03-29 06:00Z',
      '2026-02-30T00:00Z',
      'now',
      '',
    ]) {
      assert.equal(zonedTime(text), undefined, text);
    }
    assert.equal(zonedTime('2026-03-29T06:00+25:00'), undefined);
  });

  it('parseDuration() keeps months, days and time apart', () => {
    const none = { years: 0, months: 0, days: 0, milliseconds: 0 };
    assert.deepEqual(parseDuration('PT8H'), { ...none, milliseconds: 28_800_000 });
    assert.deepEqual(parseDuration('PT0.5S'), { ...none, milliseconds: 500 });
    assert.deepEqual(parseDuration('P1DT1H30M'), { ...none, days: 1, milliseconds: 5_400_000 });
    assert.deepEqual(parseDuration('P2W'), { ...none, days: 14 });
    assert.deepEqual(parseDuration('P1Y2M3D'), { years: 1, months: 2, days: 3, milliseconds: 0 });
    for (const text of [
      '',
      'P',
      'PT',
      'P1H',
      'PT1D',
      '8H',
      'PT-1H',
      '-PT1H',
      'P1DT',
      'PT0S',
      'pt1h',
      'P1.5D',
    ]) {
      assert.equal(parseDuration(text), undefined, text);
    }
  });
});
