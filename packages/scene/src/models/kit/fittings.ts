import type { Kit } from './kit.js';
import { pairs } from './pairs.js';
import type { Role } from './roles.js';

/** An operator panel with a screen, its foot at x, y, z, turned by `angle` radians. */
export function operatorPanel(kit: Kit, x: number, y: number, z: number, angle = 0): void {
  kit.at(x, y, z, angle, () => {
    kit.box('slate', 0.52, 0.62, 0.12, 0, 0, 0, { open: false });
    kit.box('screen', 0.4, 0.3, 0.02, 0, 0.25, 0.06, { bevel: 0, open: false });
  });
}

/** Four square legs under a table of this width and depth; `radius` is half their thickness. */
export function legs(
  kit: Kit,
  role: Role,
  width: number,
  depth: number,
  height: number,
  radius = 0.05,
): void {
  for (const x of [-1, 1]) {
    for (const z of [-1, 1])
      kit.box(role, radius * 2, height, radius * 2, (x * width) / 2, 0, (z * depth) / 2, { bevel: 0.01 });
  }
}

/** A crate of this side, somewhat lower than wide. */
export function crate(kit: Kit, side: number, x: number, y: number, z: number, role: Role = 'goods'): void {
  kit.box(role, side, side * 0.8, side, x, y, z, { open: true, bevel: 0.025 });
}

/** A pallet with layers of two boxes each. */
export function palletStack(kit: Kit, x: number, y: number, z: number, layers: number): void {
  kit.at(x, y, z, 0, () => {
    kit.box('ochre', 1.2, 0.05, 0.8, 0, 0.1, 0, { bevel: 0.01, open: false });
    kit.small(() => {
      for (const foot of [-0.52, 0, 0.52]) kit.box('ochre', 0.12, 0.1, 0.8, foot, 0, 0, { bevel: 0 });
    });
    for (let layer = 0; layer < layers; layer++) {
      for (const side of [-0.285, 0.285])
        kit.box('goods', 0.56, 0.36, 0.74, side, 0.15 + layer * 0.37, 0, { open: true, bevel: 0.03 });
    }
  });
}

/** A railing of this length along x with its middle at x, z, turned by `angle` radians. */
export function railing(kit: Kit, x: number, y: number, z: number, length: number, angle: number): void {
  kit.at(x, y, z, angle, () => {
    for (const post of [-1, 0, 1])
      kit.box('safety', 0.05, 1, 0.05, post * (length / 2 - 0.03), 0, 0, { bevel: 0, open: true });
    kit.box('safety', length, 0.05, 0.05, 0, 1, 0, { bevel: 0, open: false });
    kit.small(() => kit.box('safety', length, 0.04, 0.04, 0, 0.5, 0, { bevel: 0, open: false }));
  });
}

/**
 * A safety fence of so many panels along x with its middle at x, z: posts, wire, one rail. The last post is left out,
 * for the next side begins with it.
 */
export function fence(kit: Kit, x: number, z: number, length: number, panels: number, angle: number): void {
  const pitch = length / panels;
  kit.at(x, 0.08, z, angle, () => {
    kit.repeat(panels, (_, fromMiddle) => {
      const middle = fromMiddle * pitch;
      kit.box('safety', 0.07, 1.75, 0.07, middle - pitch / 2, 0, 0, { bevel: 0, open: true });
      kit.sheet('mesh', pitch - 0.06, 1.45, middle, 0.22, 0);
    });
    kit.box('slate', length, 0.05, 0.05, 0, 1.67, 0, { bevel: 0, open: true });
  });
}

/** The light that shows the state along a machine, on its front: its foot at x, y, z. */
export function strip(kit: Kit, length: number, height: number, x: number, y: number, z: number): void {
  kit.box('strip', length, height, 0.03, x, y, z, { bevel: 0, open: false });
}

/**
 * A robot with six joints, its foot at the origin: it swings, bends twice and holds a tool. `tool` builds what it holds
 * around the wrist at x 1.08, y 1.62.
 */
export function robotArm(kit: Kit, offset: number, tool: () => void): void {
  kit.bar('base', 0.42, 0.18, 0, 0, 0, { n: 14 });
  kit.move({ turn: [0, 1, 0], amount: 1.1, rate: 0.25, offset: offset + 0.1 }, () => {
    kit.bar('body', 0.34, 0.42, 0, 0.18, 0, { n: 14, top: 0.27, bevel: 0.06 });
    kit.box('body', 0.46, 0.5, 0.4, 0, 0.5, 0, { open: false, bevel: 0.1 });
    kit.move({ turn: [0, 0, 1], pivot: [0.08, 0.8, 0], amount: 0.28, offset }, () => {
      kit.bar('slate', 0.24, 0.52, 0.08, 0.8, -0.26, { axis: 'z', n: 12 });
      kit.prism('body', upperArm, 0.26, 0, 0, 0, { bevel: 0.07 });
      kit.move({ turn: [0, 0, 1], pivot: [0.06, 1.95, 0], amount: 0.3, offset: offset + 0.35 }, () => {
        kit.bar('slate', 0.2, 0.46, 0.06, 1.95, -0.23, { axis: 'z', n: 12 });
        kit.prism('body', foreArm, 0.28, 0, 0, 0, { bevel: 0.06 });
        kit.bar('slate', 0.13, 0.26, 1.08, 1.96, -0.13, { axis: 'z', n: 10 });
        tool();
      });
    });
  });
}

const upperArm = pairs(-0.16, 0.8, 0.3, 0.8, 0.2, 1.95, 0.05, 2.05, -0.12, 1.95);

const foreArm = pairs(-0.3, 1.82, 0.1, 1.78, 1.05, 1.86, 1.05, 2.06, 0.1, 2.16, -0.3, 2.08);
