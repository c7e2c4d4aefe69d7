import { BufferAttribute, BufferGeometry } from 'three';
import { Kit, type Model } from './kit.js';
import type { MeshBuilder, Triple } from './mesh-builder.js';
import { MotionTable } from './motion-table.js';
import { bakeLight } from './occlusion.js';

/** The geometry of a machine type, with what has to be known to place it. */
export interface MachineGeometry {
  /** Fine and coarse version share the vertices; the index holds the fine triangles first, then the coarse ones. */
  readonly geometry: BufferGeometry;
  /** Indices of the fine version: three a triangle. */
  readonly fine: number;
  /** Indices of the coarse version. */
  readonly coarse: number;
  /** Width, height, depth in metres, without the stack light. */
  readonly size: Triple;
  /** The foot of the lowest lamp, from the middle of the footprint; `undefined` for a machine without a stack light. */
  readonly lamp: Triple | undefined;
  /** Whether something in it moves while it runs. */
  readonly moves: boolean;
}

/** A part shorter than this share of the model is carried along as it is when an instance is larger. */
const shortPart = 0.35;

/**
 * Builds the geometry of a model: one buffer for all its parts. Its origin goes to the middle of the footprint, so that
 * a placement is the middle of the real machine.
 *
 * @param motions - takes the movements of the parts
 * @param baked - whether the light in the corners is calculated; a building does without. Default true.
 */
export function machineGeometry(model: Model, motions: MotionTable, baked = true): MachineGeometry {
  const firstRow = motions.rows;
  const kit = new Kit(motions);
  const { mesh } = kit;
  model(kit);
  const fine = mesh.indices.length;
  const [x0, , z0, x1, height, z1] = mesh.bounds();
  mesh.fine = false;
  // The coarse parts move by the rows of the fine ones.
  kit.motions = new MotionTable(firstRow);
  model(kit);
  const [middleX, middleZ] = [(x0 + x1) / 2, (z0 + z1) / 2];
  centre(mesh, middleX, middleZ);
  motions.shift(firstRow, middleX, middleZ);
  if (baked) bakeLight(mesh);
  const half: Triple = [(x1 - x0) / 2, height, (z1 - z0) / 2];
  motions.fitFlows(firstRow, half);
  return {
    geometry: bufferGeometry(mesh, half),
    fine,
    coarse: mesh.indices.length - fine,
    size: [half[0] * 2, height, half[2] * 2],
    lamp: kit.lamp && [kit.lamp[0] - middleX, kit.lamp[1], kit.lamp[2] - middleZ],
    moves: motions.rows > firstRow,
  };
}

function centre({ positions, parts }: MeshBuilder, x: number, z: number): void {
  for (let i = 0; i < positions.length; i += 3) {
    positions[i] -= x;
    positions[i + 2] -= z;
  }
  for (const { box } of parts) {
    for (const at of [0, 3]) {
      box[at] -= x;
      box[at + 2] -= z;
    }
  }
}

function bufferGeometry(mesh: MeshBuilder, half: Triple): BufferGeometry {
  const { positions, normals, data, indices, owners } = mesh;
  const Index = owners.length > 65535 ? Uint32Array : Uint16Array;
  const geometry = new BufferGeometry();
  const bytes = Int8Array.from(normals, (value) => Math.round(value * 127));
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute('normal', new BufferAttribute(bytes, 4, true));
  geometry.setAttribute('part', new BufferAttribute(new Uint8Array(data), 4));
  geometry.setAttribute('slice', new BufferAttribute(slices(mesh, half), 4, true));
  geometry.setIndex(new BufferAttribute(new Index(indices), 1));
  return geometry;
}

/**
 * How far each vertex follows when an instance is larger than the model: its ends keep their shape and its middle
 * stretches. A short part (a leg, a crate, a motor) takes the weight of its middle, so that it is carried along whole.
 */
function slices({ positions, owners, parts }: MeshBuilder, half: Triple): Int8Array {
  const slice = new Int8Array(owners.length * 4);
  owners.forEach((owner, i) => {
    const { box } = parts[owner];
    for (let c = 0; c < 3; c++) {
      const upright = c === 1;
      const short = box[c + 3] - box[c] < shortPart * half[c] * (upright ? 1 : 2);
      const at = short ? (box[c] + box[c + 3]) / 2 : positions[i * 3 + c];
      const follows = upright
        ? (at - 0.25) / Math.max(0.1, half[1] - 0.6)
        : at / Math.max(0.1, half[c] - 0.35);
      slice[i * 4 + c] = Math.round(127 * Math.min(1, Math.max(upright ? 0 : -1, follows)));
    }
  });
  return slice;
}
