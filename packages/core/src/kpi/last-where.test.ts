import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastWhere } from './last-where.js';

test('lastWhere() is the last number before the first for which it does not hold', () => {
  for (let end = 1; end < 20; end++) {
    for (let limit = 1; limit <= end; limit++) {
      assert.equal(
        lastWhere(0, end, (number) => number < limit),
        limit - 1,
      );
    }
  }
});

test('lastWhere() is the first where there is none after it', () => {
  assert.equal(
    lastWhere(5, 5, () => false),
    5,
  );
});
