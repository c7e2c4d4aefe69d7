import { Color, SRGBColorSpace } from 'three';
import { type Role, roles } from '../models/kit/roles.js';
import { linearOf, oklabOf, type Oklab } from './oklch.js';

/** The colours a scene is painted with, as CSS text: the tokens of the place where it stands. */
export interface SceneColours {
  /** What the model stands on: `surface-sunken`. */
  readonly background: string;
  /** `surface`: lightness and hue of the model follow it. */
  readonly surface: string;
  /** The ground of a pin: `surface-raised`. */
  readonly raised: string;
  /** Selection and stems of pins: `text-primary`. */
  readonly ink: string;
  /** Lettering on the floor: `text-secondary`. */
  readonly lettering: string;
  /** `state-…`, in the order of the codes of states. */
  readonly states: readonly string[];
  /** The cross in the sign of a fault: `state-on-fault`. */
  readonly onFault: string;
  /** `alarm-1` … `alarm-4`. */
  readonly alarms: readonly string[];
  /** The number in the shape of the most urgent: `alarm-on-1`. */
  readonly onAlarm: string;
  /** The edge of these shapes and the number in the others: `alarm-edge`. */
  readonly alarmEdge: string;
  /** From low to high: `sequential-1` … `sequential-7`. */
  readonly ramp: readonly string[];
}

/** What the shaders and lights are set to. Colours are linear. */
export interface Palette {
  readonly dark: boolean;
  /** Whether what runs says nothing, as ISA-101 wants it: true when its colour is a grey. */
  readonly calm: boolean;
  readonly roles: Readonly<Record<Role, Color>>;
  readonly background: Color;
  readonly table: Color;
  readonly raised: Color;
  readonly ink: Color;
  readonly lettering: Color;
  readonly onFault: Color;
  readonly states: readonly Color[];
  /** By priority, and last the number in the first. */
  readonly alarms: readonly Color[];
  readonly alarmEdge: Color;
  readonly ramp: readonly Color[];
  readonly grid: Color;
  readonly edge: Color;
  readonly rim: Color;
  readonly hatch: Color;
  readonly bed: Color;
  readonly shadow: Color;
  readonly sky: Color;
  readonly ground: Color;
}

/** Lightness on a light and on a dark ground, then chroma and hue in degrees of the accent, for each role. */
const materials: Readonly<Partial<Record<Role, readonly number[]>>> = {
  body: [0.955, 0.755],
  panel: [0.87, 0.64],
  base: [0.51, 0.36],
  steel: [0.775, 0.74],
  glass: [0.44, 0.28, 0.018, 230],
  rubber: [0.35, 0.27],
  goods: [0.77, 0.62, 0.058, 72],
  safety: [0.79, 0.67, 0.115, 84],
  slate: [0.68, 0.52, 0.012, 220],
  sage: [0.74, 0.59, 0.034, 125],
  clay: [0.69, 0.59, 0.075, 50],
  ochre: [0.77, 0.63, 0.085, 85],
  mesh: [0.64, 0.54],
  screen: [0.57, 0.66, 0.062, 215],
  heat: [0.73, 0.72, 0.18, 48],
  floor: [0.925, 0.295],
  zone: [0.895, 0.33],
  aisle: [0.95, 0.27],
  line: [0.79, 0.43],
  wall: [0.945, 0.45],
  cut: [0.43, 0.68],
  paper: [0.985, 0.72],
};

/** How strongly the model takes the hue of the surface it belongs to: enough that paper is warm and a night screen blue. */
const hueOfSurface = 2.8;

/** Makes the palette of a scene from the tokens of its place. */
export function paletteFrom(colours: SceneColours): Palette {
  const states = colours.states.map(colourOf);
  const surface = oklabOf(...rgb(colourOf(colours.surface)));
  const dark = surface[0] < 0.5;
  const calm = chroma(oklabOf(...rgb(states[0]))) < 0.03;
  // A surface with a hue of its own, or one where colour is for the abnormal, leaves the materials little of theirs.
  const accent = calm || chroma(surface) > 0.015 ? 0.3 : 1;
  const scale = dark ? 1 : Math.min(1, surface[0] / 0.985);
  const shade = (lightness: number, accentChroma = 0, hue = 0): Color => {
    const angle = (hue * Math.PI) / 180;
    const own = accentChroma * accent;
    return linear([
      lightness * scale,
      surface[1] * hueOfSurface + own * Math.cos(angle),
      surface[2] * hueOfSurface + own * Math.sin(angle),
    ]);
  };
  const both = (light: number, night: number) => shade(dark ? night : light);
  // Lamps speak the colours of the states; roles that take the state have no colour of their own.
  const lamps: Partial<Record<Role, Color>> = {
    lampRed: states[5],
    lampAmber: states[3],
    lampGreen: states[0],
    lampBlue: states[1],
  };
  const byRole = roles.map((role): [Role, Color] => {
    const [light, night, own, hue] = materials[role] ?? materials.body!;
    return [role, lamps[role] ?? shade(dark ? night : light, own, hue)];
  });
  const background = colourOf(colours.background);
  return {
    dark,
    calm,
    roles: Object.fromEntries(byRole) as Record<Role, Color>,
    background,
    table: linear(lighter(oklabOf(...rgb(background)), dark ? 0.03 : 0.035)),
    raised: colourOf(colours.raised),
    ink: colourOf(colours.ink),
    lettering: colourOf(colours.lettering),
    onFault: colourOf(colours.onFault),
    states,
    alarms: [...colours.alarms, colours.onAlarm].map(colourOf),
    alarmEdge: colourOf(colours.alarmEdge),
    ramp: colours.ramp.map(colourOf),
    grid: both(0.82, 0.39),
    edge: both(1, 0.92),
    rim: both(0.98, 0.8),
    hatch: both(0.7, 0.4),
    bed: both(1, 0.45),
    shadow: both(0.4, 0.04),
    sky: both(0.98, 0.9),
    ground: both(0.8, 0.36),
  };
}

/** A colour of a style sheet. What three does not know, e.g. `oklch(…)`, a canvas resolves. */
function colourOf(css: string): Color {
  if (/^(#|rgb)/.test(css) || typeof document === 'undefined') return new Color(css);
  const context = document.createElement('canvas').getContext('2d')!;
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return new Color().setRGB(red / 255, green / 255, blue / 255, SRGBColorSpace);
}

function rgb({ r, g, b }: Color): [number, number, number] {
  return [r, g, b];
}

function linear(lab: Oklab): Color {
  const [r, g, b] = linearOf(lab);
  return new Color(r, g, b);
}

function lighter([lightness, a, b]: Oklab, by: number): Oklab {
  return [Math.min(1, lightness + by), a, b];
}

function chroma([, a, b]: Oklab): number {
  return Math.hypot(a, b);
}
