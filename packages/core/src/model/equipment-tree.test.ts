import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EquipmentTree } from './equipment-tree.js';
import type { Equipment, EquipmentLevel } from './workshop-types.js';

function equipment(id: string, level: EquipmentLevel, parent?: string): Equipment {
  return { id, name: id, level, parent };
}

const list = [
  equipment('press-01', 'workUnit', 'line-a'),
  equipment('hall', 'area'),
  equipment('line-a', 'workCenter', 'hall'),
  equipment('press-02', 'workUnit', 'line-a'),
  equipment('meter', 'workUnit', 'hall'),
  equipment('forklift', 'workUnit'),
  equipment('line-b', 'workCenter', 'hall'),
];

describe('EquipmentTree', () => {
  const tree = new EquipmentTree(list);

  it('finds equipment by id, wherever the parent stands in the list', () => {
    assert.equal(tree.get('press-01'), list[0]);
    assert.equal(tree.has('press-01'), true);
    assert.equal(tree.has('press-09'), false);
  });

  it('knows roots, children, ancestors and work units in the order of the list', () => {
    assert.deepEqual(tree.roots, ['hall', 'forklift']);
    assert.deepEqual(tree.children('hall'), ['line-a', 'meter', 'line-b']);
    assert.deepEqual(tree.children('press-01'), []);
    assert.deepEqual(tree.ancestors('press-02'), ['line-a', 'hall']);
    assert.deepEqual(tree.ancestors('hall'), []);
    assert.deepEqual(tree.workUnits('hall'), ['press-01', 'press-02', 'meter']);
    assert.deepEqual(tree.workUnits('press-01'), ['press-01']);
    assert.deepEqual(tree.workUnits('line-b'), []);
  });

  it('refuses ids that the workshop does not have', () => {
    const refused = /^RangeError: unknown equipment: press-09/;
    assert.throws(() => tree.get('press-09'), refused);
    assert.throws(() => tree.children('press-09'), refused);
    assert.throws(() => tree.ancestors('press-09'), refused);
    assert.throws(() => tree.workUnits('press-09'), refused);
  });

  it('refuses an id that comes twice, a parent that is not there and parents in a circle', () => {
    assert.throws(() => new EquipmentTree([list[1], list[1]]), /hall comes twice/);
    assert.throws(() => new EquipmentTree([equipment('a', 'area', 'b')]), /unknown equipment: b/);
    const circle = [list[1], equipment('a', 'area', 'b'), equipment('b', 'area', 'a')];
    assert.throws(() => new EquipmentTree(circle), /^RangeError: invalid parents: a, b run in a circle/);
  });
});
