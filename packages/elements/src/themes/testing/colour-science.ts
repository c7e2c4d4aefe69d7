/** A group of design tokens. */
export interface Tokens {
  readonly [key: string]: unknown;
}

/** Normal colour vision and three kinds of colour blindness, complete. */
export const visions = ['normal', 'deuteranopia', 'protanopia', 'tritanopia'] as const;

/** A kind of colour vision. */
export type Vision = (typeof visions)[number];

type Triple = readonly [number, number, number];

/** What each blindness does to linear RGB; Machado, Oliveira and Fernandes 2009, severity 1. */
const blindness: Readonly<Record<Exclude<Vision, 'normal'>, readonly [Triple, Triple, Triple]>> = {
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Contrast of two colours after WCAG 2, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (lighter + 0.05) / (darker + 0.05);
}

/** How far two colours are apart in OKLab, as somebody with that vision sees them. */
export function distance(a: string, b: string, vision: Vision): number {
  const [one, other] = [a, b].map((hex) => oklab(seen(linear(hex), vision)));
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

/** The lightness of a colour in OKLCH, 0 to 1. */
export function lightness(hex: string): number {
  return oklab(linear(hex))[0];
}

/** The chroma of a colour in OKLCH. */
export function chroma(hex: string): number {
  const [, a, b] = oklab(linear(hex));
  return Math.hypot(a, b);
}

function linear(hex: string): Triple {
  const channel = (index: number) => {
    const value = parseInt(hex.slice(index, index + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function luminance(hex: string): number {
  return dot(linear(hex), [0.2126, 0.7152, 0.0722]);
}

function seen(colour: Triple, vision: Vision): Triple {
  if (vision === 'normal') return colour;
  const [red, green, blue] = blindness[vision].map((row) => Math.min(1, Math.max(0, dot(colour, row))));
  return [red, green, blue];
}

/** After Ottosson 2020. */
function oklab(colour: Triple): Triple {
  const long = Math.cbrt(dot(colour, [0.4122214708, 0.5363325363, 0.0514459929]));
  const medium = Math.cbrt(dot(colour, [0.2119034982, 0.6806995451, 0.1073969566]));
  const short = Math.cbrt(dot(colour, [0.0883024619, 0.2817188376, 0.6299787005]));
  const cones: Triple = [long, medium, short];
  return [
    dot(cones, [0.2104542553, 0.793617785, -0.0040720468]),
    dot(cones, [1.9779984951, -2.428592205, 0.4505937099]),
    dot(cones, [0.0259040371, 0.7827717662, -0.808675766]),
  ];
}

function dot(a: Triple, b: Triple): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
