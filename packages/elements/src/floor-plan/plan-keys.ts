import type { PlanMachine, PlanPlace } from '../internal/plan-layout.js';

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/**
 * The machine that a key leads to: with an arrow the nearest one in that direction, straight ahead before aside; with Home
 * and End the first and last of the file.
 *
 * @param current - index of the machine to start from
 * @param placeOf - where a machine is now
 * @returns its index; `undefined` for other keys and where there is nothing further
 */
export function machineTowards(
  key: string,
  current: number,
  machines: readonly PlanMachine[],
  placeOf: (machine: PlanMachine) => PlanPlace,
): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return machines.length - 1;
  const direction = directions[key];
  if (!direction) return undefined;
  const [right, up] = direction;
  const here = placeOf(machines[current]);
  let best: number | undefined;
  let least = Infinity;
  machines.forEach((machine, index) => {
    const there = placeOf(machine);
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    const ahead = dx * right + dy * up;
    const aside = Math.abs(dx * up) + Math.abs(dy * right);
    if (index === current || ahead < 0.01 || aside > 2 * ahead) return;
    const distance = ahead + 2 * aside;
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

/** px by which Shift and an arrow move the plan, to the right and down. */
export function panOf(key: string): readonly [number, number] | undefined {
  const direction = directions[key];
  return direction && [-60 * direction[0], 60 * direction[1]];
}
