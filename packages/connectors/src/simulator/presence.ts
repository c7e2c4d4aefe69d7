import type { EquipmentState } from '@twinfloor/core';
import type { Power } from './power.js';
import type { WorkingTime } from './working-time.js';
import type { MachineWorld } from './world.js';

/** State and power of equipment that serves others: it is what it is told while it is on, and off outside its hours. */
export class Presence {
  state: EquipmentState | undefined;
  readonly #time: WorkingTime;
  readonly #power: Power;
  readonly #world: MachineWorld;
  readonly #stateHandle: number;
  readonly #reasonHandle: number;

  constructor(id: string, time: WorkingTime, power: Power, world: MachineWorld) {
    this.#time = time;
    this.#power = power;
    this.#world = world;
    this.#stateHandle = world.report.handle(id, 'state');
    this.#reasonHandle = world.report.handle(id, 'reason');
  }

  /** Whether it is on. */
  isOpen(time: number): boolean {
    return this.#time.isOpen(time);
  }

  /**
   * Tells state and power where they change.
   *
   * @param share - of the rated power
   */
  update(time: number, state: EquipmentState, share: number, reason?: string): void {
    const isOn = this.#time.isOpen(time) || state === 'fault' || state === 'maintenance';
    this.#power.follow(time, isOn ? share : 0.02);
    const shown = isOn ? state : 'offline';
    if (shown === this.state) return;
    this.#world.census.change(this.state ?? 'offline', shown);
    this.state = shown;
    this.#world.report.state(this.#stateHandle, time, shown);
    if (isOn && reason !== undefined) this.#world.report.value(this.#reasonHandle, time, reason);
    this.#power.tell(time);
  }
}
