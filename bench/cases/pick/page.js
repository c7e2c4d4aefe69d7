import { sampleScene } from '#scene/three/testing/sample-scene.js';
import { expose } from '../../harness/page.js';
import { random } from '../../harness/random.mjs';
import { hallOf, size } from '../workshop3d/hall.js';

const [width, height] = [1600, 900];
const block = 50;
const blocks = 40;
let pick;
let found = 0;

/** The slab test over places alone: all boxes are of one size and stand straight. */
function scan(xs, zs, { x: ox, y: oy, z: oz }, { x: dx, y: dy, z: dz }) {
  const [ix, iy, iz] = [1 / dx, 1 / dy, 1 / dz];
  const [low, high] = [-oy * iy, (size.height - oy) * iy];
  const [nearY, farY] = [Math.min(low, high), Math.max(low, high)];
  const [halfX, halfZ] = [size.width / 2, size.depth / 2];
  let best = Infinity;
  let index = -1;
  for (let at = 0; at < xs.length; at++) {
    const x0 = (xs[at] - halfX - ox) * ix;
    const x1 = (xs[at] + halfX - ox) * ix;
    const z0 = (zs[at] - halfZ - oz) * iz;
    const z1 = (zs[at] + halfZ - oz) * iz;
    const near = Math.max(nearY, Math.min(x0, x1), Math.min(z0, z1));
    const far = Math.min(farY, Math.max(x0, x1), Math.max(z0, z1));
    if (near <= far && far > 0 && near < best) {
      best = near;
      index = at;
    }
  }
  return index;
}

expose({
  /** Both rows look from the same place: the ray is made by our camera. */
  async prepare({ peer, count }) {
    const layout = hallOf(count);
    const { workshop } = await sampleScene(layout);
    workshop.resize(width, height, 1);
    workshop.view.fit();
    const [{ width: side }] = layout.floors;
    const xs = Float32Array.from(layout.machines, ({ x }) => x - side / 2);
    const zs = Float32Array.from(layout.machines, ({ y }) => side / 2 - y);
    const { view } = workshop;
    pick =
      peer === 'our pick'
        ? (x, y) => workshop.pick(x, y)
        : (x, y) => scan(xs, zs, view.camera.position, view.rayThrough(x, y));
    for (let warm = 0; warm < 200; warm++) pick((warm * 37) % width, (warm * 73) % height);
  },

  async run() {
    const next = random(3);
    const times = [];
    for (let turn = 0; turn < blocks; turn++) {
      const began = performance.now();
      for (let one = 0; one < block; one++) found += pick(next() * width, next() * height);
      times.push((performance.now() - began) / block);
    }
    times.sort((one, other) => one - other);
    return { pickMs: times[Math.floor(blocks / 5)] };
  },

  /** The oracle: the sum of the machines that were found. */
  verify: () => ({ found }),
});
