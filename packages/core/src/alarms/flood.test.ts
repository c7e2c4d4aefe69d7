import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SeededRandom } from '../testing/random.js';
import { floodAt, floodsIn } from './flood.js';

const limits = { floodBegin: 10, floodEnd: 5, floodTime: 600 };
const shown = (times: readonly number[]) => times.map((time) => ({ time: time * 1000, annunciated: true }));

describe('floodAt()', () => {
  it('begins a flood with the tenth alarm in ten minutes', () => {
    const times = shown([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
    assert.deepEqual(floodAt(times, limits, 89_999), { isFlood: false, count: 9 });
    assert.deepEqual(floodAt(times, limits, 90_000), { isFlood: true, since: 90_000, count: 10 });
  });

  it('ends a flood when fewer than five lie in ten minutes', () => {
    const times = shown([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
    assert.deepEqual(floodAt(times, limits, 649_999), { isFlood: true, since: 90_000, count: 5 });
    assert.deepEqual(floodAt(times, limits, 650_000), { isFlood: false, count: 4 });
  });

  it('counts what people were shown only', () => {
    const times = shown([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
    const hidden = times.map((one, index) => ({ ...one, annunciated: index > 0 }));
    assert.equal(floodAt(hidden, limits, 90_000).isFlood, false);
  });

  it('says nothing of a flood where nothing happened', () => {
    assert.deepEqual(floodAt([], limits, 0), { isFlood: false, count: 0 });
  });
});

describe('floodsIn()', () => {
  it('gives floods with their alarms, cut to the interval', () => {
    const times = shown(Array.from({ length: 20 }, (_, index) => index * 30));
    // The tenth comes at 270 s; at 1050 s the sixteenth, at 450 s, has left and four are left.
    const whole = { from: 0, to: 2_000_000 };
    assert.deepEqual(floodsIn(times, limits, whole), [{ from: 270_000, to: 1_050_000, count: 11 }]);
    const part = { from: 300_000, to: 600_000 };
    assert.deepEqual(floodsIn(times, limits, part), [{ from: 300_000, to: 600_000, count: 10 }]);
    assert.deepEqual(floodsIn(times, limits, { from: 1_050_000, to: 2_000_000 }), []);
  });

  for (let seed = 1; seed <= 20; seed++) {
    it(`finds the floods that a count at each second finds, seed ${seed}`, () => {
      const random = new SeededRandom(seed);
      const small = { floodBegin: 4, floodEnd: 2, floodTime: 20 };
      const seconds: number[] = [];
      for (let time = 0; time < 400; time++) {
        const isBusy = Math.floor(time / 50) % 2 === 0;
        while (random.next() < (isBusy ? 0.2 : 0.04)) seconds.push(time);
      }
      const events = shown(seconds);
      let isFlood = false;
      const floods = floodsIn(events, small, { from: 0, to: 500_000 });
      for (let time = 0; time < 500; time++) {
        const count = seconds.filter((one) => one <= time && one > time - 20).length;
        isFlood = isFlood ? count >= 2 : count >= 4;
        assert.equal(floodAt(events, small, time * 1000).isFlood, isFlood, `second ${time}`);
        const within = floods.some(({ from, to }) => from <= time * 1000 && time * 1000 < to);
        assert.equal(within, isFlood, `second ${time}`);
        assert.equal(floodAt(events, small, time * 1000).count, count, `second ${time}`);
      }
    });
  }
});
