import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { floorTexts } from './floor-texts.js';

const origin = { x: 0, y: 0 };
const floor = { width: 30, depth: 20, zones: [], aisles: [] };
const foot = { x: 10, z: -10, angle: 0, width: 3, depth: 2 };

describe('floorTexts()', () => {
  it('writes the name of a machine in front of it, beyond its plate', () => {
    const machines = [{ type: 'press', name: 'P-1', x: 10, y: 10 } as const];
    const [{ text, x, z }] = floorTexts({ floors: [floor], machines }, origin, [foot]);
    assert.equal(text, 'P-1');
    assert.equal(x, 8.5);
    assert.ok(z > -10 + 1 + 0.5);
  });

  it('leaves out a name that would lie under another machine', () => {
    const machines = [
      { type: 'press', name: 'P-1', x: 10, y: 10 } as const,
      { type: 'press', x: 10, y: 8 } as const,
    ];
    const behind = { ...foot, z: -8.2 };
    assert.deepEqual(floorTexts({ floors: [floor], machines }, origin, [foot, behind]), []);
  });

  it('leaves out a name that is too long for its machine, rather than cut it', () => {
    const machines = [{ type: 'meter', name: 'Main meter of the northern hall', x: 10, y: 10 } as const];
    assert.deepEqual(floorTexts({ floors: [floor], machines }, origin, [{ ...foot, width: 0.8 }]), []);
  });

  it('turns the name of a machine that stands the other way round, so that it can be read', () => {
    const machines = [{ type: 'press', name: 'P-1', x: 10, y: 10 } as const];
    const [{ angle, z }] = floorTexts({ floors: [floor], machines }, origin, [{ ...foot, angle: Math.PI }]);
    assert.ok(Math.abs(Math.cos(angle) - 1) < 1e-9);
    assert.ok(z < -11);
  });

  it('writes the name of a zone next to the viewer, or at its back if a machine stands there', () => {
    const zones = [{ name: 'Assembly', x: 5, y: 5, width: 15, depth: 10 }];
    const layout = { floors: [{ ...floor, zones }], machines: [] };
    const free = floorTexts(layout, origin, []);
    assert.ok(free[0].z > -6.5);
    const machines = [{ type: 'press', x: 8, y: 6 } as const];
    const taken = floorTexts({ ...layout, machines }, origin, [{ ...foot, x: 8, z: -6 }]);
    assert.equal(taken[0].text, 'Assembly');
    assert.ok(taken[0].z < -13);
  });
});
