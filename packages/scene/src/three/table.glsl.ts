// The shaders of the table below the model. `npm run build` takes the white space out.

const glsl = String.raw;

/** Slabs whose shadow the table shows; of a site with more it is the first ones. */
export const slabs = 8;

/** Hands on where on the table a point is. */
export const tableVertex = glsl`
varying vec2 at;
void main() {
  at = position.xz;
  gl_Position = projectionMatrix * viewMatrix * vec4(position, 1.);
}`;

/** The table fades into the page; each slab (its middle and half its size) casts a soft shadow to the right. */
export const tableFragment = glsl`
uniform vec3 near, far, ink;
uniform vec4 boxes[${String(slabs)}];
uniform int count;
varying vec2 at;
void main() {
  float shade = 0., edge = 1e3;
  for (int i = 0; i < ${String(slabs)}; i++) {
    if (i >= count) break;
    vec2 q = abs(at - boxes[i].xy - vec2(.8, -.6)) - boxes[i].zw;
    float s = length(max(q, 0.)) + min(max(q.x, q.y), 0.);
    edge = min(edge, s);
    shade = max(shade, pow(1. - smoothstep(-.5, 5., s), 2.2));
  }
  gl_FragColor = vec4(mix(mix(near, far, smoothstep(0., 42., edge)), ink, .42 * shade), 1.);
  #include <colorspace_fragment>
}`;
