import { Color, DataTexture, FloatType, RGBAFormat, type Texture, Vector2, Vector4 } from 'three';
import { type Role, roles } from '../models/kit/roles.js';
import type { Palette } from './palette.js';

/** How much of the state's colour the body takes, by code of the state: only what is wrong or absent tints it. */
const tints = [0, 0, 0, 0, 0, 0.72, 0, 0, 0.3, 0.3];

/** Which lamps of the stack light are lit, by code of the state: red, amber, green, blue. */
const lamps: Readonly<Partial<Record<number, readonly number[]>>> = {
  0: [0, 0, 1, 0],
  1: [0, 0, 0, 1],
  2: [0, 1, 0, 0],
  3: [0, 1, 0, 0],
  4: [0, 1, 0, 0],
  5: [1, 0, 0, 0],
  6: [0, 0, 0, 1],
};

/** Glass and steel mirror a painted sky: how much of it. */
const gloss: Readonly<Partial<Record<Role, number>>> = { glass: 0.45, steel: 0.15, slate: 0.035 };

/** Texels of a row of the motion table. */
const texels = 3;

/** States fill the four low bits, so the palette has room for 16. */
const stateRoom = 16;

interface Value<T> {
  value: T;
}

/**
 * What the shaders of one scene are told. A theme writes numbers here: nothing is compiled or uploaded anew. Each scene
 * has its own, so two scenes in two themes stand side by side.
 */
export class Uniforms {
  /** Colours by role and gloss, by state and how much of it the body takes (then by alarm), lamps by state, the ramp: a row each. */
  readonly palette: Value<DataTexture> = { value: paletteTexture() };
  /** Glow of strips, glow of lamps, lightening of edges, glow of edges. */
  readonly look: Value<Vector4> = { value: new Vector4() };
  /** Halo of plates, contact shadow, radius of a lamp's glow in metres, additive 0 to 1. */
  readonly marks: Value<Vector4> = { value: new Vector4() };
  readonly edgeColor: Value<Color> = { value: new Color() };
  readonly rimColor: Value<Color> = { value: new Color() };
  readonly accent: Value<Color> = { value: new Color() };
  readonly hatchColor: Value<Color> = { value: new Color() };
  readonly sky: Value<Color> = { value: new Color() };
  readonly ground: Value<Color> = { value: new Color() };
  readonly shadowInk: Value<Color> = { value: new Color() };
  readonly bedColor: Value<Color> = { value: new Color() };
  readonly signPaper: Value<Color> = { value: new Color() };
  readonly faultInk: Value<Color> = { value: new Color() };
  readonly alarmEdge: Value<Color> = { value: new Color() };
  /** Colour of the grid and how strong it is. */
  readonly gridColor: Value<Vector4> = { value: new Vector4() };
  /** How much a running machine shows: 0 in a theme that is silent about it. */
  readonly calm: Value<number> = { value: 0.5 };
  /** Seconds, beginning anew each minute. */
  readonly clock: Value<number> = { value: 0 };
  /** 0 or 1: a step, so that flashing costs two frames a period, not sixty a second. */
  readonly blink: Value<number> = { value: 1 };
  /** Device pixels in a CSS pixel. */
  readonly pixel: Value<number> = { value: 1 };
  /** Whether see-through parts are drawn as a screen of dots, for want of antialiasing: 0 or 1. */
  readonly dots: Value<number> = { value: 0 };
  /** Width and height of the picture in device pixels. */
  readonly viewport: Value<Vector2> = { value: new Vector2(1, 1) };
  /** Size of signs; negative: only faults have one. */
  readonly signLevel: Value<number> = { value: 1 };
  /** Whether plates show the heat map in place of states: 0 or 1. */
  readonly heatShown: Value<number> = { value: 0 };
  readonly motion: Value<Texture | null> = { value: null };
  readonly icons: Value<Texture | null> = { value: null };

  /** Hands the movements of all models, the values of a motion table, to the shader. */
  setMotions(motions: readonly number[]): void {
    this.motion.value?.dispose();
    const rows = motions.length / (texels * 4);
    const texture = new DataTexture(new Float32Array(motions), texels, rows, RGBAFormat, FloatType);
    texture.needsUpdate = true;
    this.motion.value = texture;
  }

  /** Paints with another palette. */
  setPalette(palette: Palette): void {
    const { dark, calm } = palette;
    const texture = this.palette.value;
    const colours = texture.image.data as Float32Array;
    roles.forEach((role, i) => write(colours, 0, i, palette.roles[role], gloss[role] ?? 0));
    for (let i = 0; i < stateRoom; i++) {
      write(colours, 1, i, palette.states[i] ?? palette.alarms[i - 10] ?? palette.roles.panel, tints[i] ?? 0);
      colours.set(lamps[i] ?? [0, 0, 0, 0], (2 * roles.length + i) * 4);
    }
    // A lamp that would say "running" in grey is not lit.
    if (calm) colours.fill(0, 2 * roles.length * 4, 2 * roles.length * 4 + 4);
    palette.ramp.forEach((color, i) => write(colours, 3, i, color, 0));
    texture.needsUpdate = true;
    this.look.value.set(dark ? 0.85 : 0.6, 1, dark ? 0.16 : 0.3, 0);
    this.marks.value.set(dark ? 1 : 0.7, dark ? 0.6 : 0.4, dark ? 1 : 0.55, dark ? 0.85 : 0);
    this.edgeColor.value.copy(palette.edge);
    this.rimColor.value.copy(palette.rim).multiplyScalar(dark ? 0.24 : 0.1);
    this.accent.value.copy(palette.ink);
    this.hatchColor.value.copy(palette.hatch);
    this.sky.value.copy(palette.sky);
    this.ground.value.copy(palette.ground);
    this.shadowInk.value.copy(palette.shadow);
    this.bedColor.value.copy(palette.bed);
    this.signPaper.value.copy(palette.raised);
    this.faultInk.value.copy(palette.onFault);
    this.alarmEdge.value.copy(palette.alarmEdge);
    const { r, g, b } = palette.grid;
    this.gridColor.value.set(r, g, b, dark ? 0.7 : 0.6);
    this.calm.value = calm ? 0 : 0.35;
  }

  /** Gives the textures back. */
  dispose(): void {
    this.palette.value.dispose();
    this.motion.value?.dispose();
    this.icons.value?.dispose();
  }
}

function write(into: Float32Array, row: number, at: number, { r, g, b }: Color, last: number): void {
  into.set([r, g, b, last], (row * roles.length + at) * 4);
}

function paletteTexture(): DataTexture {
  return new DataTexture(new Float32Array(roles.length * 4 * 4), roles.length, 4, RGBAFormat, FloatType);
}
