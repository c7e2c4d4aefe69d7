import {
  Group,
  InstancedBufferGeometry,
  type InterleavedBufferAttribute,
  type Material,
  Mesh,
  type Vector3Like,
} from 'three';
import type { MachineGeometry } from '../models/kit/machine-geometry.js';
import type { ModelSet } from '../models/model-set.js';
import type { ModelName } from '../models/models.js';
import type { SceneFloor } from './layout.js';
import { InstanceBuffer } from './instance-buffer.js';
import { machineMaterial, shadowMaterial } from './machine-material.js';
import { nearestBox } from './picking.js';
import { noState } from './status.js';
import type { Uniforms } from './uniforms.js';

/** Where a machine stands in the space of three: x to the right, z towards the viewer, radians. */
export interface HallMachine {
  readonly type: ModelName;
  readonly x: number;
  readonly z: number;
  readonly angle: number;
  /** Width, height, depth; what is `undefined` is as its model. */
  readonly size: readonly (number | undefined)[];
}

/** What is drawn with the values of single machines. */
export type InstanceValue = 'place' | 'stretch' | 'status' | 'phase' | 'extent' | 'lamp' | 'heat';

/** The code of `running`, the only state in which parts move. */
const running = 0;

/** The heat of a machine without a value. */
const noHeat = 255;

/** More starts and stops than this in one frame: the poses of the rest jump, and nobody sees it. */
const phasesPerFrame = 64;

/**
 * All machines of a scene. Machines of a type stand together in the buffers, so that each type is one draw that reads its
 * own stretch of them; what lies below and floats above machines reads the same buffers.
 */
export class Hall {
  readonly group = new Group();
  readonly count: number;
  /** The place in the buffers of each machine of the layout. */
  readonly slots: Uint32Array;
  /** The box around each machine, six numbers each, by slot. */
  readonly bounds: Float32Array;
  /** How many machines are in each state, by code. */
  readonly tally = new Uint32Array(noState + 1);
  /** Whether parts of running machines are in motion in the picture, so that starts and stops keep their pose. */
  animated = false;
  readonly #geometries = new Map<ModelName, MachineGeometry>();
  readonly #machines: readonly HallMachine[];
  /** The machine in each slot. */
  readonly #order: Uint32Array;
  readonly #building: MachineGeometry;
  readonly #materials: Material[];
  readonly #uniforms: Uniforms;
  readonly #values: Readonly<{
    place: InstanceBuffer<Float32Array>;
    stretch: InstanceBuffer<Float32Array>;
    status: InstanceBuffer<Uint8Array>;
    phase: InstanceBuffer<Uint16Array>;
    extent: InstanceBuffer<Float32Array>;
    lamp: InstanceBuffer<Float32Array>;
    heat: InstanceBuffer<Uint8Array>;
  }>;
  #coarse = false;

  constructor(
    machines: readonly HallMachine[],
    floors: readonly SceneFloor[],
    models: ModelSet,
    uniforms: Uniforms,
    antialiased: boolean,
  ) {
    const types = [...new Set(machines.map(({ type }) => type))];
    const motions = models.newMotions();
    const count = machines.length;
    this.count = count;
    this.#machines = machines;
    this.#uniforms = uniforms;
    for (const type of types) this.#geometries.set(type, models.geometryOf(type, motions));
    const byType = types.map((type) =>
      machines.flatMap((machine, index) => (machine.type === type ? index : [])),
    );
    this.slots = new Uint32Array(count);
    this.#order = Uint32Array.from(byType.flat());
    this.#order.forEach((index, slot) => (this.slots[index] = slot));
    this.bounds = new Float32Array(count * 6);
    this.#values = {
      place: new InstanceBuffer(new Float32Array(count * 4), 4),
      stretch: new InstanceBuffer(new Float32Array(count * 4), 4),
      status: new InstanceBuffer(new Uint8Array(count).fill(noState), 1),
      phase: new InstanceBuffer(
        Uint16Array.from({ length: count }, (_, i) => i * 24593),
        1,
        true,
      ),
      extent: new InstanceBuffer(new Float32Array(count * 4), 4),
      lamp: new InstanceBuffer(new Float32Array(count * 4), 4),
      heat: new InstanceBuffer(new Uint8Array(count).fill(noHeat), 1),
    };
    this.tally[noState] = count;
    machines.forEach((machine, index) => this.#put(index, machine.x, machine.z, machine.angle));
    const material = machineMaterial(uniforms, antialiased);
    const shadow = shadowMaterial(uniforms);
    this.#materials = [material, shadow];
    let first = 0;
    types.forEach((type, i) => {
      const mesh = this.#mesh(this.#geometries.get(type)!, byType[i].length, first);
      // Vehicles drive: their shadow would stay behind. The plate below them moves along.
      mesh.castShadow = type !== 'vehicle';
      mesh.name = type;
      first += byType[i].length;
    });
    // The building is one more model that stands once.
    this.#building = models.buildingOf(floors);
    this.#mesh(this.#building, 1).name = 'building';
    uniforms.setMotions(motions.values);
  }

  /** The attribute with the values of all machines from this slot on. */
  attribute(name: InstanceValue, first = 0): InterleavedBufferAttribute {
    return this.#values[name].attribute(first);
  }

  /** The size of a machine as it stands there, in metres: width, height, depth. */
  sizeOf(index: number): [number, number, number] {
    const extent = this.#values.extent.values;
    const at = this.slots[index] * 4;
    return [extent[at], extent[at + 2], extent[at + 1]];
  }

  /** The middle of the foot of a machine. */
  footOf(index: number): { readonly x: number; readonly z: number } {
    const place = this.#values.place.values;
    const at = this.slots[index] * 4;
    return { x: place[at], z: place[at + 2] };
  }

  /** The box around a machine: smallest x, y, z, largest x, y, z. */
  boundsOf(index: number): Float32Array {
    const at = this.slots[index] * 6;
    return this.bounds.subarray(at, at + 6);
  }

  /** The status byte of a machine. */
  statusOf(index: number): number {
    return this.#values.status.values[this.slots[index]];
  }

  /** Writes the status byte of a machine; returns whether it is another one than before. */
  setStatus(index: number, byte: number): boolean {
    const slot = this.slots[index];
    const { status, phase } = this.#values;
    const old = status.values[slot];
    if (old === byte) return false;
    const [before, after] = [old & 15, byte & 15];
    if (this.animated && (before === running) !== (after === running) && phase.changes < phasesPerFrame) {
      const now = (this.#uniforms.clock.value / 60) * 65536;
      phase.values[slot] += after === running ? -now : now;
      phase.touch(slot);
    }
    this.tally[before]--;
    this.tally[after]++;
    status.values[slot] = byte;
    status.touch(slot);
    return true;
  }

  /** Writes the priority of the alarm above a machine, 0 for none. Returns whether it is another one than before. */
  setAlarm(index: number, priority: number): boolean {
    const slot = this.slots[index];
    const { values } = this.#values.extent;
    if (values[slot * 4 + 3] === priority) return false;
    values[slot * 4 + 3] = priority;
    this.#values.extent.touch(slot);
    return true;
  }

  /** Writes the heat of a machine: 0 to 1, `undefined` for none. Returns whether it is another one than before. */
  setHeat(index: number, heat: number | undefined): boolean {
    const slot = this.slots[index];
    const { values } = this.#values.heat;
    const byte = heat === undefined ? noHeat : Math.round(Math.min(1, Math.max(0, heat)) * (noHeat - 1));
    if (values[slot] === byte) return false;
    values[slot] = byte;
    this.#values.heat.touch(slot);
    return true;
  }

  /** Moves a machine to another place. */
  place(index: number, x: number, z: number, angle: number): void {
    this.#put(index, x, z, angle);
    this.#values.place.touch(this.slots[index]);
  }

  /** Draws a machine no longer, because it has a model of its own of this size; its plate and sign stay. */
  hide(index: number, size: readonly [number, number, number]): void {
    const slot = this.slots[index];
    const { stretch, extent, lamp } = this.#values;
    stretch.values[slot * 4 + 3] = -2;
    extent.values.set([size[0], size[2], size[1]], slot * 4);
    lamp.values[slot * 4 + 3] = 0;
    for (const buffer of [stretch, extent, lamp]) buffer.touch(slot);
    this.#bound(slot);
  }

  /** Hands what has changed to three. */
  flush(): void {
    for (const buffer of Object.values(this.#values)) buffer.flush();
  }

  /** Shows the coarse or the fine version of all models. */
  setCoarse(coarse: boolean): void {
    if (coarse === this.#coarse) return;
    this.#coarse = coarse;
    for (const { geometry, name } of this.group.children as Mesh[]) {
      const made = this.#geometries.get(name as ModelName) ?? this.#building;
      geometry.setDrawRange(coarse ? made.fine : 0, coarse ? made.coarse : made.fine);
    }
  }

  /** Whether any running machine has parts that move. */
  get moves(): boolean {
    return this.tally[running] > 0 && [...this.#geometries.values()].some(({ moves }) => moves);
  }

  /**
   * The machine that a ray hits first, or -1. Things without a state are not hit.
   *
   * @param direction - of any length
   */
  pick(origin: Vector3Like, direction: Vector3Like): number {
    const slot = nearestBox(this.bounds, this.#values.status.values, origin, direction);
    return slot < 0 ? -1 : this.#order[slot];
  }

  /** Gives geometries and materials back. */
  dispose(): void {
    for (const material of this.#materials) material.dispose();
    for (const { geometry } of this.group.children as Mesh[]) geometry.dispose();
    for (const { geometry } of [...this.#geometries.values(), this.#building]) geometry.dispose();
    this.group.clear();
  }

  #put(index: number, x: number, z: number, angle: number): void {
    const slot = this.slots[index];
    const { type, size: wanted } = this.#machines[index];
    const { size, lamp } = this.#geometries.get(type)!;
    const { place, stretch, extent, lamp: lamps } = this.#values;
    place.values.set([x, 0, z, angle], slot * 4);
    if (extent.values[slot * 4] === 0) {
      const [width, height, depth] = size.map((metres, c) => wanted[c] ?? metres);
      const [wider, higher, deeper] = [width - size[0], height - size[1], depth - size[2]];
      // A little lighter or darker, so that twins in a row do not look like copies.
      const tone = (((slot * 7919) % 13) / 12 - 0.5) * 0.05;
      stretch.values.set([wider, higher, deeper, tone], slot * 4);
      extent.values.set([width, depth, height, 0], slot * 4);
      const [lx, ly, lz] = lamp ?? [0, size[1], 0];
      const moved = [lx + (Math.sign(lx) * wider) / 2, ly + higher, lz + (Math.sign(lz) * deeper) / 2];
      lamps.values.set([...moved, lamp ? 1 : 0], slot * 4);
    }
    this.#bound(slot);
  }

  #bound(slot: number): void {
    const { place, extent } = this.#values;
    const [x, y, z, angle] = place.values.subarray(slot * 4, slot * 4 + 4);
    const [width, depth, height] = extent.values.subarray(slot * 4, slot * 4 + 3);
    const [c, s] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
    const [dx, dz] = [(width * c + depth * s) / 2, (width * s + depth * c) / 2];
    this.bounds.set([x - dx, y, z - dz, x + dx, y + height, z + dz], slot * 6);
  }

  #mesh(made: MachineGeometry, count: number, first?: number): Mesh {
    const geometry = new InstancedBufferGeometry();
    geometry.index = made.geometry.index;
    Object.assign(geometry.attributes, made.geometry.attributes);
    for (const name of ['place', 'stretch', 'status', 'phase'] as const) {
      const attribute = first === undefined ? alone(name) : this.attribute(name, first);
      geometry.setAttribute(name, attribute);
    }
    geometry.instanceCount = count;
    geometry.setDrawRange(0, made.fine);
    const mesh = new Mesh(geometry, this.#materials[0]);
    mesh.customDepthMaterial = this.#materials[1];
    mesh.castShadow = mesh.receiveShadow = true;
    mesh.frustumCulled = mesh.matrixAutoUpdate = false;
    this.group.add(mesh);
    return mesh;
  }
}

/** The values of the one building: it stands in the middle, is as it was made, and has no state. */
function alone(name: 'place' | 'stretch' | 'status' | 'phase'): InterleavedBufferAttribute {
  if (name === 'status') return new InstanceBuffer(new Uint8Array([noState]), 1).attribute();
  if (name === 'phase') return new InstanceBuffer(new Uint16Array(1), 1, true).attribute();
  return new InstanceBuffer(new Float32Array(4), 4).attribute();
}
