import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { SeededRandom } from '../../testing/random.js';
import { debouncer } from './debounce.js';

const seed = 35;
test(`debouncer() gives the k-th highest of the last n levels, seed ${seed}`, () => {
  const random = new SeededRandom(seed);
  for (let run = 0; run < 200; run++) {
    const of = 1 + random.whole(6);
    const points = 1 + random.whole(of);
    const add = debouncer({ points, of });
    const levels: number[] = [];
    for (let index = 0; index < 20; index++) {
      levels.push(random.pick([0, 1, 2, 3, 255]));
      const window = levels.slice(-of).sort((a, b) => b - a);
      assert.equal(add(levels[index]), window[Math.min(points, window.length) - 1]);
    }
  }
});
