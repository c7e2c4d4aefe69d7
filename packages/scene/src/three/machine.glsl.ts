import { type Role, roleNumber } from '../models/kit/roles.js';
import { dimmedBit, selectedBit, staleBit } from './status.js';

// The shaders of machines and building, as pieces for a material of three. What they read per vertex and per machine
// stands in machine-geometry.ts and hall.ts. `npm run build` takes their white space out.

const glsl = String.raw;

const role = (name: Role) => String(roleNumber[name]);

/**
 * `shade` reads the palette: row 0 by role, 1 by state, 2 the lamps of states, 3 the ramp. It is a texture because three would
 * hand lists of colours over anew in each frame.
 *
 * Where a machine stands. `place`: x, y, z, turn in radians. `stretch`: metres longer, higher, deeper than the model,
 * and how much lighter (below -1: the machine has a model of its own and is not drawn). `status`: the byte of status.ts.
 */
export const placing = glsl`
attribute vec4 place, stretch;
attribute float status;
uniform sampler2D palette;
vec4 shade(int row, int at) { return texelFetch(palette, ivec2(at, row), 0); }
vec3 turn(vec3 v, float a) {
  float c = cos(a), s = sin(a);
  return vec3(c * v.x + s * v.z, v.y, c * v.z - s * v.x);
}
`;

/**
 * Moves parts, stretches and places the machine: up to four nested movements, innermost first. A machine that does not
 * run keeps the pose it stopped in: `phase` is where its cycle stood then.
 */
export const moving = glsl`
attribute vec4 part, slice;
attribute float phase;
uniform sampler2D motion;
uniform float clock;
${placing}
void move(inout vec3 p, inout vec3 n) {
  int row = int(part.z);
  if (row > 0) {
    float seconds = (int(status) & 15) == 0 ? mod(clock + phase * 60., 60.) : phase * 60.;
    for (int i = 0; i < 4 && row > 0; i++) {
      vec4 a = texelFetch(motion, ivec2(0, row), 0);
      vec4 b = texelFetch(motion, ivec2(1, row), 0);
      vec4 c = texelFetch(motion, ivec2(2, row), 0);
      float t = fract(seconds * c.x + c.z), wave = t;
      if (c.y == 1.) wave = sin(6.28318 * t);
      else if (c.y == 2.) wave = smoothstep(.0, .18, t) - smoothstep(.24, .55, t);
      else if (c.y == 3.) wave = smoothstep(.05, .25, t) - smoothstep(.7, .9, t);
      if (a.w > .5) p += b.xyz * (b.w * wave * (c.y == 4. ? 1. + a.x * dot(abs(b.xyz), stretch.xyz) : 1.));
      else {
        float angle = b.w * wave * (c.y == 0. ? 6.28318 : 1.), k = cos(angle), s = sin(angle);
        vec3 r = p - a.xyz;
        p = a.xyz + r * k + cross(b.xyz, r) * s + b.xyz * dot(b.xyz, r) * (1. - k);
        n = n * k + cross(b.xyz, n) * s + b.xyz * dot(b.xyz, n) * (1. - k);
      }
      row = int(c.w);
    }
  }
  p += slice.xyz * stretch.xyz * vec3(.5, 1., .5);
  p = turn(stretch.w < -1. ? vec3(0.) : p, place.w) + place.xyz;
  n = turn(n, place.w);
}
`;

/**
 * What a vertex is made of and what its machine does, as colour. `vInfo`: light, gloss (-1: a floor with its grid),
 * hatch, selected.
 */
export const painting = glsl`
uniform vec4 look;
uniform vec3 edgeColor, hatchColor;
uniform float blink;
varying vec3 vTint, vGlow, vAt;
varying vec4 vInfo;
varying float vAlpha;
${moving}
void paint() {
  int role = int(part.x), bits = int(status), state = bits & 15;
  vec4 material = shade(0, role), now = shade(1, state);
  vec3 color = material.rgb, glow = vec3(0.);
  vInfo = vec4(part.y / 255., material.a, 0., (bits & ${String(selectedBit)}) != 0 ? 1. : 0.);
  vAlpha = role == ${role('mesh')} ? .34 : state == 9 ? .6 : 1.;
  if (role <= ${role('panel')}) {
    color = mix(color, now.rgb, now.a * (role == 0 ? 1. : .6)) * (1. + stretch.w);
    if (state < 15 && ((bits & ${String(staleBit)}) != 0 || state == 9)) vInfo.z = 1.;
  } else if (role == ${role('strip')}) {
    glow = now.rgb * look.x;
    color = state == 15 ? shade(0, 1).rgb : now.rgb * (1. - look.x);
    if (state == 15) glow = vec3(0.);
  } else if (role >= ${role('lampRed')} && role <= ${role('lampBlue')}) {
    float lit = shade(2, state)[role - ${role('lampRed')}];
    glow = color * lit * look.y;
    color = mix(mix(color, shade(0, 2).rgb, .55) * .55, vec3(0.), lit);
    vInfo.x = 1.;
  } else if (role == ${role('screen')}) {
    if (state < 7) glow = color;
    else if (state < 15) color *= .3;
  } else if (role == ${role('heat')}) {
    if (state == 0) { glow = color; color *= .2; }
    else color = mix(color, shade(0, 5).rgb, .8);
  } else if (role == ${role('floor')} || role == ${role('zone')}) vInfo.y = -1.;
  if (part.w > .5) {
    color = mix(color, edgeColor, look.z);
    glow += edgeColor * look.w;
  }
  if ((bits & ${String(dimmedBit)}) != 0) {
    color = mix(color, shade(0, ${role('floor')}).rgb, .8);
    glow *= .15;
    vInfo.zw = vec2(0.);
  }
  vTint = color;
  vGlow = glow;
}
`;

/** Replaces the beginning of the normals: `transformed` is wanted before it. */
export const beginning = glsl`vec3 transformed = position, objectNormal = normal;
move(transformed, objectNormal);
paint();
vAt = transformed;`;

/** The same for the shadow map, where wire casts nothing. */
export const shadowBeginning = glsl`vec3 transformed = position, unused = vec3(0., 1., 0.);
move(transformed, unused);
if (int(part.x) == ${role('mesh')}) transformed = vec3(0.);`;

/** What the fragments need. `grid` fades where its lines would run into each other. */
export const fragmentHead = glsl`
uniform vec3 rimColor, accent, hatchColor, sky, ground;
uniform vec4 gridColor;
uniform float pixel, dots;
varying vec3 vTint, vGlow, vAt;
varying vec4 vInfo;
varying float vAlpha;
float grid(vec2 at, float pitch, float width) {
  vec2 w = fwidth(at) / pitch, d = abs(fract(at / pitch - .5) - .5) / w;
  vec2 line = (1. - smoothstep(width - .5, width + .5, d)) * (1. - smoothstep(.08, .3, w));
  return max(line.x, line.y);
}
`;

/** The colour of a fragment, and a screen of 4 by 4 dots where there is no antialiasing to make parts see-through. */
export const coverage = glsl`diffuseColor = vec4(vTint, vAlpha);
if (dots > .5 && vAlpha < 1.) {
  ivec2 at = ivec2(gl_FragCoord.xy) & 3;
  int even = at.x ^ at.y;
  int order = ((even & 1) << 3) | ((at.y & 1) << 2) | (even & 2) | (at.y >> 1);
  if (vAlpha * 16. <= float(order)) discard;
  diffuseColor.a = 1.;
}`;

/** Glow, light along the silhouette, and a painted sky that stands in for an environment map; on floors the grid. */
export const emission = glsl`
vec3 toEye = normalize(vViewPosition);
float grazing = 1. - saturate(dot(normal, toEye));
totalEmissiveRadiance += vGlow;
if (vInfo.y >= 0.) {
  float rim = grazing * grazing * grazing;
  totalEmissiveRadiance += rimColor * rim * vInfo.x + accent * vInfo.w * (.012 + .3 * rim);
  vec3 mirror = (vec4(reflect(-toEye, normal), 0.) * viewMatrix).xyz;
  vec3 seen = mix(ground, sky, smoothstep(-.3, .75, mirror.y + .25 * mirror.x));
  totalEmissiveRadiance += vInfo.y * seen * (.25 + .75 * grazing) * vInfo.x;
} else if (vAt.y > -.01) {
  float line = max(.45 * grid(vAt.xz, 1., .5 * pixel), grid(vAt.xz, 5., .6 * pixel));
  diffuseColor.rgb = mix(diffuseColor.rgb, gridColor.rgb, line * gridColor.a);
}
`;

/** Corners are darker: all of the sky's light, half of the sun's. */
export const occlusion = glsl`reflectedLight.indirectDiffuse *= vInfo.x;
reflectedLight.directDiffuse *= .45 + .55 * vInfo.x;`;

/** The hatch of what is not known or too old, as on a tile: 7 CSS pixels, across the screen. */
export const hatching = glsl`if (vInfo.z > .5) {
  float stripe = abs(fract((gl_FragCoord.x + gl_FragCoord.y) / (7. * pixel)) - .5);
  outgoingLight = mix(outgoingLight, hatchColor, .5 * smoothstep(.34, .42, stripe));
}
#include <opaque_fragment>`;
