import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sideBySide, siteBounds } from './layout.js';

const floor = (width: number, depth: number) => ({ width, depth, zones: [], aisles: [] });

describe('sideBySide()', () => {
  it('puts floors in a row with a way between them', () => {
    const placed = sideBySide([floor(30, 20), floor(20, 10)]);
    assert.deepEqual(
      placed.map(({ x, y }) => [x, y]),
      [
        [0, 0],
        [36, 0],
      ],
    );
  });

  it('begins another row behind the first one when that becomes too long', () => {
    const placed = sideBySide(Array.from({ length: 4 }, () => floor(30, 30)));
    assert.deepEqual(
      placed.map(({ x, y }) => [x, y]),
      [
        [0, 0],
        [36, 0],
        [72, 0],
        [0, 36],
      ],
    );
  });

  it('leaves a floor with a place where it is', () => {
    const placed = sideBySide([{ ...floor(30, 20), x: 7, y: 3 }, floor(20, 10)]);
    assert.deepEqual([placed[0].x, placed[0].y, placed[1].x], [7, 3, 0]);
  });
});

describe('siteBounds()', () => {
  it('is the rectangle around all floors', () => {
    const floors = [floor(30, 20), { ...floor(10, 40), x: 36, y: -5 }];
    assert.deepEqual(siteBounds(floors), { left: 0, right: 46, near: -5, far: 35 });
  });

  it('is a square metre when there is no floor', () => {
    assert.deepEqual(siteBounds([]), { left: 0, right: 1, near: 0, far: 1 });
  });
});
