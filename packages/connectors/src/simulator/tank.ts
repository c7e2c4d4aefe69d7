import type { EquipmentState } from '@twinfloor/core';
import type { MachineWorld } from './world.js';

const coarseStep = 30_000;

/** A tank, in whole kg. A lorry fills it up when it runs low. */
export class Tank {
  readonly id: string;
  content: number;
  #told = NaN;
  #state: EquipmentState | undefined;
  #isFilling = false;
  readonly #capacity: number;
  readonly #world: MachineWorld;
  readonly #handle: number;
  readonly #stateHandle: number;

  /**
   * @param capacity - kg
   * @param fill - share of it that is there
   */
  constructor(id: string, capacity: number, fill: number, world: MachineWorld) {
    this.id = id;
    this.#capacity = capacity;
    this.content = Math.round(capacity * fill);
    this.#world = world;
    this.#handle = world.report.handle(id, 'level');
    this.#stateHandle = world.report.handle(id, 'state');
  }

  /** Takes what a lorry brings in one step, in kg. */
  refill(): number {
    if (this.content < 0.25 * this.#capacity) this.#isFilling = true;
    if (!this.#isFilling) return 0;
    const count = Math.round(this.#capacity / 20);
    this.content += count;
    if (this.content > 0.85 * this.#capacity) this.#isFilling = false;
    return count;
  }

  /** Tells level and state. */
  update(time: number, isOpen: boolean): void {
    const { report } = this.#world;
    const state = isOpen ? 'running' : 'offline';
    if (state !== this.#state) {
      this.#state = state;
      report.state(this.#stateHandle, time, state);
    }
    const level = Math.round((1_000 * this.content) / this.#capacity) / 10;
    if (level === this.#told) return;
    if (!report.isDetailed(time) && !report.isCoarseTick(time, coarseStep)) return;
    this.#told = level;
    report.value(this.#handle, time, level);
  }
}
