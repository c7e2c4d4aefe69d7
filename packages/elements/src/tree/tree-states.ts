import { type EquipmentState, equipmentStates, stateCode, stateCount, type Twin } from '@twinfloor/core';
import { loudness, paintOrder } from '../charts/state-marks.js';
import { currentState } from '../internal/current-state.js';

/** How many machines below an equipment are in which state. */
export interface StateShare {
  readonly running: number;
  readonly all: number;
  /** The loudest state among them; `undefined` without machines. */
  readonly worst: EquipmentState | undefined;
}

/** The states of all machines and their sums upwards, kept up to date one machine at a time. */
export class TreeStates {
  readonly #twin: Twin;
  /** Ids of the machines below the roots; meters are none. */
  readonly machines: readonly string[];
  readonly #codes = new Map<string, number>();
  readonly #counts = new Map<string, Uint32Array>();

  constructor(twin: Twin, roots: readonly string[]) {
    this.#twin = twin;
    const { tree } = twin;
    this.machines = roots.flatMap((id) => tree.workUnits(id)).filter((id) => tree.get(id).type !== 'meter');
  }

  /** Reads the state of one machine anew; returns whether it is another one. */
  read(id: string): boolean {
    const code = stateCode[currentState(this.#twin, id, this.#twin.clock.now()).state];
    const before = this.#codes.get(id);
    if (code === before) return false;
    this.#codes.set(id, code);
    for (const group of this.#twin.tree.ancestors(id)) {
      let counts = this.#counts.get(group);
      if (!counts) this.#counts.set(group, (counts = new Uint32Array(stateCount)));
      counts[code]++;
      if (before !== undefined) counts[before]--;
    }
    return true;
  }

  /** Reads all anew: after a pause, and because silence makes no sound. */
  readAll(): void {
    for (const id of this.machines) this.read(id);
  }

  /** The state of a machine. */
  stateOf(id: string): EquipmentState {
    return equipmentStates[this.#codes.get(id) ?? stateCode.unknown];
  }

  /** The machines below an equipment. */
  shareOf(id: string): StateShare {
    const counts = this.#counts.get(id);
    if (!counts) return { running: 0, all: 0, worst: undefined };
    const worst = paintOrder.findLast((code) => counts[code] > 0);
    return {
      running: counts[stateCode.running],
      all: counts.reduce((sum, count) => sum + count, 0),
      worst: worst === undefined ? undefined : equipmentStates[worst],
    };
  }
}

/** Whether a state is worth a look from above: louder than what is normal or planned. */
export function isLoud(state: EquipmentState): boolean {
  return loudness[stateCode[state]] >= loudness[stateCode.unknown];
}
