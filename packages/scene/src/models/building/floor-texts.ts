import type { FloorText } from './lettering.js';
import type { SceneLayout } from '../../three/layout.js';

/** With more machines than this their names are left to the list and to labels: nobody could read them. */
const namedMachines = 400;

/** Metres: letters of zones and of machines. */
const [zoneLetters, machineLetters] = [0.9, 0.48];

/** Metres that the plate of a machine reaches beyond it. */
const plate = 0.35;

/** About how wide a text is, in heights of its letters; Chinese letters are wider. */
function lengthOf(text: string): number {
  let length = 0;
  for (const letter of text) length += letter > '\u2e80' ? 1.1 : 0.68;
  return length;
}

/** Where a machine stands in the space of three, and how large it is on the floor, in metres and radians. */
export interface Foot {
  readonly x: number;
  readonly z: number;
  readonly angle: number;
  readonly width: number;
  readonly depth: number;
}

interface Box {
  readonly x0: number;
  readonly x1: number;
  readonly z0: number;
  readonly z1: number;
}

/**
 * What is written on the floors: the names of zones in their corner next to the viewer, the names of machines in front of
 * them. A name that has no room on the floor is left out, never cut.
 *
 * @param origin - the point of the site that is the origin in the space of three
 * @param feet - where machines stand in the space of three, with width and depth
 */
export function floorTexts(
  { floors, machines }: SceneLayout,
  origin: { readonly x: number; readonly y: number },
  feet: readonly Foot[],
): FloorText[] {
  const texts: FloorText[] = [];
  const taken: Box[] = feet.map(({ x, z, angle, width, depth }) => {
    const [c, s] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
    const [dx, dz] = [(width * c + depth * s) / 2 + plate, (width * s + depth * c) / 2 + plate];
    return { x0: x - dx, x1: x + dx, z0: z - dz, z1: z + dz };
  });
  const add = (text: string, x: number, z: number, size: number, angle = 0): boolean => {
    const length = lengthOf(text) * size;
    const [ex, ez] = [x + Math.cos(angle) * length, z - Math.sin(angle) * length];
    const half = size * 0.45;
    const box = {
      x0: Math.min(x, ex) - half * Math.abs(Math.sin(angle)),
      x1: Math.max(x, ex) + half * Math.abs(Math.sin(angle)),
      z0: Math.min(z, ez) - half * Math.abs(Math.cos(angle)),
      z1: Math.max(z, ez) + half * Math.abs(Math.cos(angle)),
    };
    if (
      taken.some((other) => box.x0 < other.x1 && box.x1 > other.x0 && box.z0 < other.z1 && box.z1 > other.z0)
    )
      return false;
    taken.push(box);
    texts.push({ text, x, z, size, angle });
    return true;
  };
  for (const floor of floors) {
    const [left, front] = [(floor.x ?? 0) - origin.x, origin.y - (floor.y ?? 0)];
    for (const { name, x, y, width, depth } of floor.zones) {
      if (!name) continue;
      const widest = Math.min(zoneLetters, (width - 1) / lengthOf(name));
      if (widest < zoneLetters / 3) continue;
      // Next to the viewer, else at the back, else smaller.
      for (const size of [widest, widest * 0.75, widest * 0.55]) {
        const inset = 0.35 + size * 0.6;
        const rows = [front - y - inset, front - y - depth + inset];
        if (rows.some((z) => add(name, left + x + 0.5, z, size))) break;
      }
    }
  }
  if (machines.length > namedMachines) return texts;
  machines.forEach(({ name }, i) => {
    if (!name) return;
    const { x, z, angle, width, depth } = feet[i];
    const size = Math.min(machineLetters, (width + 0.6) / lengthOf(name));
    if (size < machineLetters / 2) return;
    // In front of the plate, from its left edge on.
    const [along, across] = [-width / 2, depth / 2 + 0.66 + size * 0.5];
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    // Letters upside down are turned round.
    if (c > -0.1) add(name, x + along * c + across * s, z - along * s + across * c, size, angle);
    else {
      const end = along + lengthOf(name) * size;
      add(name, x + end * c + across * s, z - end * s + across * c, size, angle + Math.PI);
    }
  });
  return texts;
}
