import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aisleLines, without } from './aisle-lines.js';

/** The yellow lines of aisles as `x,y length`, rounded to a decimetre. */
function edges(...aisles: { points: number[][]; width: number }[]): string[] {
  return aisleLines({ aisles })
    .filter(({ role }) => role === 'safety')
    .map(({ x, y, length }) => `${x.toFixed(1)},${y.toFixed(1)} ${length.toFixed(1)}`);
}

describe('aisleLines()', () => {
  it('draws a line along each edge of an aisle', () => {
    const straight = [
      [0, 5],
      [20, 5],
    ];
    assert.deepEqual(edges({ points: straight, width: 3 }), ['10.0,6.3 20.0', '10.0,3.6 20.0']);
  });

  it('leaves edges open where another aisle crosses', () => {
    const [along, across] = [
      {
        points: [
          [0, 5],
          [20, 5],
        ],
        width: 3,
      },
      {
        points: [
          [10, 0],
          [10, 10],
        ],
        width: 4,
      },
    ];
    assert.deepEqual(edges(along, across), [
      ...['4.0,6.3 8.1', '16.0,6.3 8.1', '4.0,3.6 8.1', '16.0,3.6 8.1'],
      ...['8.2,1.8 3.5', '8.2,8.2 3.5', '11.8,1.8 3.5', '11.8,8.2 3.5'],
    ]);
  });

  it('lets the edges of two pieces meet at a bend', () => {
    const bend = [
      [0, 2],
      [10, 2],
      [10, 12],
    ];
    assert.deepEqual(edges({ points: bend, width: 3.3 }), [
      ...['4.3,3.5 8.5', '5.8,0.5 11.5'],
      ...['8.5,7.8 8.5', '11.5,6.3 11.5'],
    ]);
  });

  it('draws dashes of a metre in the middle, none where aisles cross', () => {
    const aisles = [
      {
        points: [
          [0, 5],
          [24, 5],
        ],
        width: 3,
      },
      {
        points: [
          [12, 0],
          [12, 4.9],
        ],
        width: 3,
      },
    ];
    const dashes = aisleLines({ aisles }).filter(({ role, angle }) => role === 'line' && angle === 0);
    assert.equal(dashes.length, 10);
    for (const { length } of dashes) assert.ok(Math.abs(length - 1) < 1e-9);
  });
});

describe('without()', () => {
  it('is what is left of a length, whatever the order of the stretches', () => {
    assert.deepEqual(
      without(10, [
        [6, 7],
        [-1, 2],
        [1, 3],
      ]),
      [
        [3, 6],
        [7, 10],
      ],
    );
    assert.deepEqual(without(10, []), [[0, 10]]);
    assert.deepEqual(without(10, [[0, 12]]), []);
  });
});
