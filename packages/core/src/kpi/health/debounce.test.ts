import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { SeededRandom } from '../../testing/random.js';
import { Debouncer } from './debounce.js';

const seed = 35;
test(`Debouncer gives the k-th highest of the last n levels, seed ${seed}`, () => {
  const random = new SeededRandom(seed);
  for (let run = 0; run < 200; run++) {
    const of = 1 + random.whole(6);
    const points = 1 + random.whole(of);
    const debouncer = new Debouncer({ points, of });
    const levels: number[] = [];
    for (let index = 0; index < 20; index++) {
      levels.push(random.pick([0, 1, 2, 3, 255]));
      const window = levels.slice(-of).sort((a, b) => b - a);
      assert.equal(debouncer.add(levels[index]), window[Math.min(points, window.length) - 1]);
    }
  }
});

test('Debouncer forgets what came before a reset', () => {
  const debouncer = new Debouncer({ points: 2, of: 3 });
  for (const level of [3, 3, 3]) debouncer.add(level);
  debouncer.reset();
  assert.deepEqual(
    [0, 3, 0, 3].map((level) => debouncer.add(level)),
    [0, 0, 0, 3],
  );
});
