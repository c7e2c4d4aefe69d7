import assert from 'node:assert/strict';
import { test } from 'node:test';
import { footprintOf } from './equipment-footprint.js';
import { equipmentTypes } from './equipment-type.js';

test('footprintOf() is the size of the model of a type', () => {
  assert.deepEqual(footprintOf({ type: 'press' }), { width: 3.4, depth: 2.6, height: 5.3 });
});

test('footprintOf() takes what the placement says, each measure for itself', () => {
  const placement = { x: 3, y: 4, width: 9 };
  assert.deepEqual(footprintOf({ type: 'conveyor', placement }), { width: 9, depth: 1.1, height: 1.1 });
});

test('footprintOf() knows the synonyms of a type, and has a size for what is not known', () => {
  assert.deepEqual(footprintOf({ type: 'agv' }), footprintOf({ type: 'vehicle' }));
  assert.deepEqual(footprintOf({ type: 'wormhole' }), footprintOf({}));
});

test('footprintOf() gives every type some room', () => {
  for (const type of equipmentTypes) {
    const { width, depth, height } = footprintOf({ type });
    assert.ok(width > 0 && depth > 0 && height > 0, type);
  }
});
