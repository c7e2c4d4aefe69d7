import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { equipmentTypes, footprintOf } from '@twinfloor/core';
import { type MachineGeometry } from './kit/machine-geometry.js';
import { motionStride } from './kit/motion-table.js';
import { roles } from './kit/roles.js';
import { loadModels, modelNames } from './models.js';

const models = await loadModels(modelNames);
const motions = models.newMotions();
const made = new Map(modelNames.map((name) => [name, models.geometryOf(name, motions)]));

/** Triangles of a machine: no more, so that a hall of a thousand stays light. */
const most = 1500;

for (const [name, geometry] of made) {
  describe(`the model of ${name}`, () => {
    it(`has no more than ${most} triangles, and from afar less than 60 % of them`, () => {
      assert.ok(geometry.fine / 3 <= most, `${geometry.fine / 3} triangles`);
      const share = name === 'person' ? 0.7 : 0.6;
      assert.ok(geometry.coarse < geometry.fine * share, `${geometry.coarse / 3} of ${geometry.fine / 3}`);
    });

    it('is whole: every normal has length 1, every role and movement is there', () => {
      const { normal, part, position } = geometry.geometry.attributes;
      for (let i = 0; i < normal.count; i++) {
        const length = Math.hypot(normal.getX(i), normal.getY(i), normal.getZ(i));
        assert.ok(Math.abs(length - 1) < 0.02, `normal ${i} has length ${length}`);
        assert.ok(part.getX(i) < roles.length && part.getZ(i) < motions.rows);
        assert.ok(Number.isFinite(position.getX(i) + position.getY(i) + position.getZ(i)));
      }
    });

    it('has no triangle without an area', () => {
      assert.equal(flatTriangles(geometry), 0);
    });

    it('stands on the floor, in the middle of its footprint', () => {
      const { position } = geometry.geometry.attributes;
      let [low, left, right] = [Infinity, Infinity, -Infinity];
      for (let i = 0; i < position.count; i++) {
        low = Math.min(low, position.getY(i));
        left = Math.min(left, position.getX(i));
        right = Math.max(right, position.getX(i));
      }
      assert.ok(low > -0.01 && low < 0.1, `its lowest point is ${low}`);
      // Only the stack light may stick out a little.
      assert.ok(Math.abs(left + right) < 0.15, `from ${left} to ${right}`);
    });
  });
}

for (const type of equipmentTypes) {
  it(`the model of ${type} is as large as footprintOf() says`, () => {
    const { width, depth, height } = footprintOf({ type });
    [width, height, depth].forEach((metres, axis) => {
      const size = made.get(type)!.size[axis];
      assert.ok(Math.abs(size - metres) <= 0.06, `${'xyz'[axis]}: ${size.toFixed(2)}, footprint: ${metres}`);
    });
  });
}

it('a movement goes round a whole number of times a minute, and hangs on a row before it', () => {
  for (let row = 1; row < motions.rows; row++) {
    const [rate, , , parent] = motions.values.slice(row * motionStride + 8);
    assert.ok(Math.abs(rate * 60 - Math.round(rate * 60)) < 1e-9, `row ${row}: ${rate} a second`);
    assert.ok(parent >= 0 && parent < row);
  }
});

it('models share nothing: each scene has its movements for itself', () => {
  const other = models.newMotions();
  const again = models.geometryOf('press', other);
  assert.equal(other.rows, 3);
  assert.notEqual(again.geometry, made.get('press')!.geometry);
});

it('a set names the models it has when it is asked for another one', async () => {
  const few = await loadModels(['press', 'press']);
  assert.throws(() => few.geometryOf('lathe', few.newMotions()), {
    name: 'RangeError',
    message: 'invalid model: lathe, allowed: press',
  });
});

function flatTriangles({ geometry }: MachineGeometry): number {
  const { position } = geometry.attributes;
  const index = geometry.index!.array;
  const at = (i: number) => [position.getX(i), position.getY(i), position.getZ(i)];
  let flat = 0;
  for (let i = 0; i < index.length; i += 3) {
    const [a, b, c] = [at(index[i]), at(index[i + 1]), at(index[i + 2])];
    const [u, v] = [b, c].map((point) => point.map((value, axis) => value - a[axis]));
    const area = Math.hypot(u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]);
    if (!(area > 1e-7)) flat++;
  }
  return flat;
}
