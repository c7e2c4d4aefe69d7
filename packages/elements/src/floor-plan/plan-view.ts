import { type EquipmentState, equipmentType, textIn, type Twin } from '@twinfloor/core';
import type { Colours } from '../internal/colours.js';
import { currentState } from '../internal/current-state.js';
import type { Language } from '../internal/language.js';
import type { PlanCamera } from './plan-camera.js';
import type { PlanHeat } from '../internal/plan-heat.js';
import {
  onPlan,
  type PlanLayout,
  type PlanMachine,
  type PlanPlace,
  reachOf,
} from '../internal/plan-layout.js';

/** What a plan shows at a moment. */
export interface PlanView {
  readonly twin: Twin;
  readonly layout: PlanLayout;
  readonly camera: PlanCamera;
  readonly colours: Colours;
  readonly language: Language;
  /** Font family of the element. */
  readonly family: string;
  readonly heat: PlanHeat | undefined;
  /** Id of the chosen machine. */
  readonly selected: string | undefined;
  /** Id of the machine that is pointed at or has the keyboard. */
  readonly pointed: string | undefined;
}

/** A machine as it is seen, in px. */
export interface SeenMachine {
  readonly machine: PlanMachine;
  readonly id: string;
  readonly name: string;
  readonly state: EquipmentState;
  /** Since when, in milliseconds since the epoch. */
  readonly since: number | undefined;
  /** Whether its source has not been heard in time. */
  readonly isStale: boolean;
  /** The middle, and half of what it covers. */
  readonly x: number;
  readonly y: number;
  readonly reachX: number;
  readonly reachY: number;
  /** Degrees, counter-clockwise. */
  readonly rotation: number;
  /** Of the body, before rotation. */
  readonly width: number;
  readonly height: number;
}

/** Where a machine is at a moment: vehicles tell it. */
export function placeAt(twin: Twin, machine: PlanMachine, now: number): PlanPlace {
  const { drivesOn, equipment } = machine;
  if (!drivesOn) return machine;
  const read = (name: string) => twin.seriesOf(equipment.id, name, 'number')?.at(now)?.value;
  const [x, y] = [read('positionX'), read('positionY')];
  if (x === undefined || y === undefined) return machine;
  return onPlan(drivesOn, x, y, read('heading') ?? machine.rotation);
}

/** The machines that are seen: in the order of the file, vehicles last. */
export function seenMachines({ twin, layout, camera, language }: PlanView): SeenMachine[] {
  const now = twin.clock.now();
  const { scale } = camera;
  const seen: SeenMachine[] = [];
  for (const machine of layout.machines) {
    const { equipment, width, depth } = machine;
    const place = placeAt(twin, machine, now);
    const reach = reachOf({ width, depth, rotation: place.rotation });
    const [x, y] = [camera.x(place.x), camera.y(place.y)];
    const [reachX, reachY] = [reach.x * scale, reach.y * scale];
    if (x + reachX < 0 || x - reachX > camera.width || y + reachY < 0 || y - reachY > camera.height) continue;
    const { id } = equipment;
    const { state, since, trust } = currentState(twin, id, now);
    seen.push({
      machine,
      id,
      name: textIn(equipment.name, language.tag),
      state,
      since,
      isStale: trust === 'stale',
      x,
      y,
      reachX,
      reachY,
      rotation: place.rotation,
      width: width * scale,
      height: depth * scale,
    });
  }
  // What drives passes over what stands.
  return seen.toSorted((a, b) => Number(isVehicle(a)) - Number(isVehicle(b)));
}

/** Whether an equipment drives about. */
export function isVehicle({ machine }: SeenMachine): boolean {
  return equipmentType(machine.equipment.type) === 'vehicle';
}
