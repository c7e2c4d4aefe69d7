import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { weekdays } from '../model/workshop-types.js';
import { SeededRandom } from '../testing/random.js';
import { WorkCalendar } from './calendar.js';
import { FoldedTime, unplannedTime } from './folded-time.js';

const hour = 3_600_000;
const day = { from: 0, to: 8 * hour };

describe('FoldedTime', () => {
  it('maps an interval without folds evenly, goes on outside of it and holds times within it', () => {
    const axis = new FoldedTime(day, [], { length: 800, gap: 18 });
    assert.deepEqual(
      [0, 2 * hour, 8 * hour, 9 * hour, -hour].map((time) => axis.position(time)),
      [0, 200, 800, 900, -100],
    );
    assert.deepEqual(
      [-5, 0, 200, 800, 805].map((position) => axis.time(position)),
      [0, 0, 2 * hour, 8 * hour, 8 * hour],
    );
  });

  it('gives each fold the same gap and all other time one scale', () => {
    const folds = [
      { from: 2 * hour, to: 3 * hour },
      { from: 5 * hour, to: 7 * hour },
    ];
    const axis = new FoldedTime(day, folds, { length: 540, gap: 20 });
    assert.equal(axis.scale * hour, 100);
    assert.deepEqual(
      axis.stretches.map(({ start, end, isFolded }) => [start, end, isFolded]),
      [
        [0, 200, false],
        [200, 220, true],
        [220, 420, false],
        [420, 440, true],
        [440, 540, false],
      ],
    );
    assert.equal(axis.position(2.5 * hour), 210);
    assert.equal(axis.time(430), 6 * hour);
    assert.equal(axis.foldAt(2.5 * hour), axis.stretches[1]);
    assert.equal(axis.foldAt(2 * hour), undefined);
    assert.equal(axis.foldAt(3 * hour), undefined);
    assert.equal(axis.foldAt(-1), undefined);
  });

  it('folds without a gap where none is wanted: a position there is the time at which work goes on', () => {
    const axis = new FoldedTime(day, [{ from: 2 * hour, to: 3 * hour }], { length: 700, gap: 0 });
    assert.equal(axis.position(2.5 * hour), 200);
    assert.equal(axis.time(200), 3 * hour);
  });

  it('folds nothing that saves no room, not everything, and cuts folds at the ends of the interval', () => {
    const options = { length: 800, gap: 18 };
    assert.equal(new FoldedTime(day, [{ from: 0, to: hour / 10 }], options).stretches.length, 1);
    assert.equal(new FoldedTime(day, [day], options).stretches[0].isFolded, false);
    const cut = new FoldedTime(day, [{ from: -hour, to: hour }], options).stretches[0];
    assert.deepEqual([cut.from, cut.to, cut.end], [0, hour, 18]);
  });

  it('has one time where the interval has no length, and refuses what is no length', () => {
    const none = new FoldedTime({ from: 5, to: 5 }, [], { length: 100, gap: 1 });
    assert.deepEqual([none.time(50), none.position(5)], [5, 0]);
    assert.throws(
      () => new FoldedTime(day, [], { length: -1, gap: 0 }),
      /invalid length: -1, allowed: 0 or more/,
    );
    assert.throws(() => new FoldedTime(day, [], { length: 1, gap: NaN }), /invalid gap/);
    assert.throws(() => new FoldedTime({ from: 1, to: 0 }, [], { length: 1, gap: 0 }), RangeError);
  });

  for (const zone of ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe']) {
    it(`rises with time and finds each time again, over the nights of a year: ${zone}`, () => {
      const calendar = new WorkCalendar(
        {
          shifts: [{ name: 'day', from: '01:30', to: '17:00', days: weekdays.slice(0, 5), breaks: [] }],
          plannedStops: [],
          holidays: [],
          dayStart: '00:00',
        },
        zone,
      );
      const random = new SeededRandom(41);
      for (let round = 0; round < 40; round++) {
        const from = Date.parse('2026-01-01T00:00Z') + random.whole(365 * 24) * hour;
        const interval = { from, to: from + (20 + random.whole(200)) * hour };
        const folds = unplannedTime(calendar, interval);
        const axis = new FoldedTime(interval, folds, { length: 200 + random.next() * 1200, gap: 12 });
        let before = -Infinity;
        for (let time = interval.from; time <= interval.to; time += 1 + random.whole(hour)) {
          const position = axis.position(time);
          assert.ok(position > before);
          assert.ok(Math.abs(axis.time(position) - time) < 1);
          before = position;
        }
        assert.ok(Math.abs(axis.position(interval.to) - axis.length) < 1e-6);
        const ends = axis.stretches.map(({ start, end, isFolded }) => (isFolded ? end - start : 12));
        assert.ok(ends.every((gap) => Math.abs(gap - 12) < 1e-9));
      }
    });
  }
});
