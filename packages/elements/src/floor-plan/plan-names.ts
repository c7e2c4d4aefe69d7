import { stateCode } from '@twinfloor/core';
import type { Ink } from '../charts/ink.js';
import { loudness } from '../charts/state-marks.js';
import type { Crowd } from './crowd.js';
import { boxOf } from './plan-machines.js';
import type { PlanView, SeenMachine } from './plan-view.js';

/** A machine narrower than this has its name only when it is chosen or pointed at. */
const leastWidth = 9;
/** px that the ring of a chosen machine takes beyond its plate. */
const ringRoom = 9;

/**
 * Writes the names of machines under, over or beside them: chosen and pointed at first, then the loudest. A name that
 * would cover a machine, a pin or another name is left out; none is cut.
 */
export function paintNames(ink: Ink, view: PlanView, seen: readonly SeenMachine[], crowd: Crowd): void {
  const { selected, pointed, colours } = view;
  const rank = ({ id, state }: SeenMachine) =>
    id === pointed ? 200 : id === selected ? 100 : loudness[stateCode[state]];
  const halo = colours.of('surface');
  for (const one of seen.toSorted((a, b) => rank(b) - rank(a))) {
    const isChosen = rank(one) >= 100;
    if (!isChosen && one.reachX < leastWidth) continue;
    const { x, y, reachX, reachY, name } = one;
    const width = ink.face(11, isChosen).width(name);
    const room = isChosen ? ringRoom : 0;
    const places = [
      [x - width / 2, y + reachY + 17 + room],
      [x - width / 2, y - reachY - 8 - room],
      [x + reachX + 8 + room, y + 4],
    ] as const;
    const place = places.find(
      ([left, base]) =>
        left >= 2 &&
        left + width <= view.camera.width - 2 &&
        crowd.take({ x: left - 2, y: base - 10, width: width + 4, height: 13 }),
    );
    if (!place) continue;
    ink.text(
      name,
      place[0],
      place[1],
      colours.of(isChosen ? 'text-primary' : 'text-secondary'),
      'start',
      halo,
    );
  }
}

/** Tells a crowd where machines stand, so that words keep off them. */
export function addMachines(crowd: Crowd, seen: readonly SeenMachine[], selected: string | undefined): void {
  for (const one of seen) crowd.add(boxOf(one, one.id === selected ? ringRoom + 3 : 3));
}
