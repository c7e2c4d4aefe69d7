import { placing } from './machine.glsl.js';
import { attentionBit, dimmedBit, selectedBit } from './status.js';

// The shaders of what lies under and floats above machines. Colours come multiplied by their coverage, so that one way of
// blending gives ink on paper and light in the dark. `npm run build` takes the white space out.

const glsl = String.raw;

/** A list of 16 numbers by code of the state, for GLSL; states without one have 0. */
function byState(...numbers: number[]): string {
  const all = Array.from({ length: 16 }, (_, i) => (numbers[i] ?? 0).toFixed(2));
  return `float[16](${all.join()})`;
}

/** How strongly a plate is filled with the colour of the state. */
const filled = byState(0.2, 0.5, 0.42, 0.55, 0.7, 1, 0.5, 0, 0, 0.16);
/** The line around a plate: 0 none, 1 solid, 2 dashed. */
const outlined = byState(1, 1, 1, 1, 1, 1, 1, 2, 2, 2);
/** Height of a sign in CSS pixels. */
const signs = byState(0, 21, 20, 22, 22, 27, 21, 0, 0, 21);
/** Which lamp of the stack light glows, from below; -1 none. */
const lamps = byState(1, 0, 2, 2, 2, 3, 0, -1, -1, -1, -1, -1, -1, -1, -1, -1);

/** Blending happens in the screen's sRGB, so a colour is converted before it is multiplied by its coverage. */
const shown = glsl`vec3 shown(vec3 c) { return linearToOutputTexel(vec4(c, 1.)).rgb; }`;

/** A plate: contact shadow, the state, the heat, the selection, all from one distance to a rounded rectangle. */
export const plateVertex = glsl`
attribute vec4 extent;
attribute float heat;
uniform vec4 marks;
uniform float calm, heatShown;
varying vec2 vAt, vHalf;
varying vec3 vColor;
varying vec4 vHow;
${placing}
void main() {
  int bits = int(status), state = bits & 15;
  float fill = ${filled}[state], line = ${outlined}[state];
  vHalf = extent.xy * .5;
  vAt = position.xz * (vHalf + 1.7);
  vColor = shade(1, state).rgb;
  if (state == 0) fill *= calm * 2.;
  if (heatShown > .5) {
    float step = heat / 254. * 6.;
    int low = int(min(step, 5.));
    vColor = mix(shade(3, low), shade(3, low + 1), step - float(low)).rgb;
    fill = heat > 254.5 || state == 15 ? 0. : -1.;
    line = fill == 0. && state < 15 ? 2. : 0.;
  }
  if ((bits & ${String(dimmedBit)}) != 0) { fill = 0.; line = 0.; }
  vHow = vec4(fill, line, (bits & ${String(selectedBit)}) != 0 ? 1. : 0., min(1., extent.z));
  gl_Position = projectionMatrix * viewMatrix * vec4(turn(vec3(vAt.x, .032, vAt.y), place.w) + place.xyz, 1.);
}`;

/** See {@link plateVertex}. `d` is the distance to the machine's outline in metres, negative below it. */
export const plateFragment = glsl`
uniform vec4 marks;
uniform vec3 shadowInk, accent, bedColor;
uniform float calm, pixel;
varying vec2 vAt, vHalf;
varying vec3 vColor;
varying vec4 vHow;
${shown}
void main() {
  vec2 q = abs(vAt) - vHalf + .12;
  float d = length(max(q, 0.)) + min(max(q.x, q.y), 0.) - .12, soft = max(fwidth(d), .004);
  float s = 1. - smoothstep(-.35, .75, d), shade = s * s * marks.y * vHow.w;
  float hot = vHow.x < 0. ? 1. : 0., inside = 1. - smoothstep(.28, .28 + soft, d);
  float dash = vHow.y > 1.5 ? step(.45, fract((q.x > q.y ? vAt.y : vAt.x) / .42)) : 1.;
  float thick = max(vHow.x > .3 ? .04 : .022, soft * .7);
  float line = min(1., vHow.y) * dash * (1. - smoothstep(thick, thick + soft, abs(d - .28)));
  // From afar the thin lines of all that runs would run together into a green floor.
  if (vHow.y < 1.5 && vHow.x < .3) line *= min(1., .07 / soft);
  float far = vHow.x > .9 ? exp(-max(d, 0.) * 1.7) * .6 * marks.x * (1. - smoothstep(1., 1.6, d)) : 0.;
  float heat = hot * (.92 * (1. - smoothstep(.35, .35 + soft, d)) + .5 * exp(-max(d, 0.) * 1.5) * (1. - smoothstep(1., 1.65, d)));
  float state = min(1., max(max(max(vHow.x, 0.) * inside, line * (vHow.y > 1.5 ? .8 : vHow.x > .3 ? 1. : .25 + calm)), max(far, heat)));
  float ring = vHow.z * (1. - smoothstep(.075, .075 + soft, abs(d - .52)));
  float bed = vHow.z * (1. - smoothstep(.66, .66 + soft, d)) * smoothstep(.3, .42, d);
  float lit = far > max(inside, line) ? marks.w : 0.;
  vec3 color = mix(shown(shadowInk) * shade, shown(vColor) * (1. - .5 * shade * (1. - hot)), state);
  float alpha = 1. - (1. - shade) * (1. - state * (1. - lit));
  color = mix(color, shown(bedColor), bed * .8);
  alpha = mix(alpha, 1., bed * .8);
  color = mix(color, shown(accent), ring);
  alpha = mix(alpha, 1., ring);
  gl_FragColor = vec4(color, alpha);
}`;

/** Four quads a machine, told apart by z: 0 the glow of the lit lamp, 1 the stem, 2 the sign, 3 the alarm above it. */
export const signVertex = glsl`
attribute vec4 extent, lamp;
uniform vec4 marks;
uniform float blink, pixel, signLevel, calm;
uniform vec3 alarmEdge;
uniform vec2 viewport;
varying vec2 vAt;
varying vec3 vColor, vInk;
varying vec4 vKind;
${placing}
void main() {
  int bits = int(status), state = bits & 15, kind = int(position.z), alarm = int(extent.w);
  bool quiet = (bits & ${String(dimmedBit)}) != 0;
  vAt = position.xy;
  vColor = vInk = shade(1, state).rgb;
  vKind = vec4(position.z, float(state), 0., 0.);
  float n = ${lamps}[state], px = ${signs}[state] * pixel * abs(signLevel), size = 0.;
  if ((signLevel < 0. && state != 5) || quiet) px = 0.;
  float mark = alarm > 0 && !quiet ? 22. * pixel * abs(signLevel) : 0.;
  if (kind == 3) {
    vColor = shade(1, 9 + max(alarm, 1)).rgb;
    vInk = alarm == 1 ? shade(1, 14).rgb : alarmEdge;
    vKind = vec4(3., float(9 + alarm), (bits & ${String(attentionBit)}) != 0 ? blink : 0., 0.);
  }
  vec3 top = vec3(0., extent.z + .35, 0.), at = kind == 0 ? turn(vec3(lamp.x, lamp.y + n * .165 + .075, lamp.z), place.w) : top;
  gl_Position = projectionMatrix * viewMatrix * vec4(at + place.xyz, 1.);
  float perMetre = projectionMatrix[1][1] * viewport.y * .5 / gl_Position.w;
  if (kind == 0) {
    bool fault = state == 5;
    if (n >= 0. && lamp.w > .5 && !quiet) size = max(perMetre * marks.z * (fault ? 1.5 : state == 0 ? calm : .8), fault ? 7. * pixel : 0.);
    gl_Position.z -= .0006 * gl_Position.w;
  }
  vec2 off = vAt * size;
  if (kind == 1) off = vec2(vAt.x * .75 * pixel, (vAt.y * .5 + .5) * max(px, mark) * .8) * step(1., px + mark);
  if (kind == 2) off = vec2(vAt.x * px * .5, vAt.y * px * .5 + px * 1.25);
  if (kind == 3) off = vec2(vAt.x, vAt.y + (px > 0. ? 1.1 : 2.5)) * mark * .5 + vec2(0., px * 1.75);
  gl_Position.xy += off / viewport * 2. * gl_Position.w;
  if (kind > 0) gl_Position.z = -.98 * gl_Position.w;
}`;

/**
 * See {@link signVertex}. Signs are a pale disc with the glyph in the state's colour; the sign of a fault is full. The
 * shape of an alarm is full while somebody has to see it, else an outline; so it is between two flashes.
 */
export const signFragment = glsl`
uniform vec4 marks;
uniform vec3 accent, signPaper, faultInk, alarmEdge;
uniform sampler2D icons;
varying vec2 vAt;
varying vec3 vColor, vInk;
varying vec4 vKind;
${shown}
void main() {
  if (vKind.x < .5) {
    float glow = pow(max(0., 1. - length(vAt)), 1.7) * .9;
    gl_FragColor = vec4(shown(vColor) * glow, glow * (1. - marks.w));
  } else if (vKind.x < 1.5) gl_FragColor = vec4(shown(accent), 1.) * .85;
  else {
    float cell = floor(vKind.y + .5);
    vec2 uv = (vAt * .5 + .5 + vec2(mod(cell, 4.), 3. - floor(cell / 4.))) / 4.;
    vec4 t = texture2D(icons, uv);
    if (vKind.x > 2.5) {
      vec3 fill = mix(signPaper, vColor, vKind.z), edge = mix(accent, alarmEdge, vKind.z);
      gl_FragColor = vec4(shown(mix(mix(fill, edge, t.b), mix(accent, vInk, vKind.z), t.g)) * t.r, t.r);
      return;
    }
    bool fault = cell == 5.;
    vec3 ground = fault ? faultInk : signPaper;
    gl_FragColor = vec4(mix(shown(ground), shown(vColor), t.g) * t.r, t.r);
  }
}`;
