import type { EquipmentState } from '@twinfloor/core';
import { Faults } from './faults.js';
import type { MachineKind } from './machine-kinds.js';
import { Power } from './power.js';
import { Presence } from './presence.js';
import type { WorkingTime } from './working-time.js';
import type { MachineWorld } from './world.js';

/** A pump or a reactor: does what its cell says, unless it is down. */
export class ProcessDevice {
  readonly id: string;
  readonly power: Power;
  /** Until when it is down and until when a technician is awaited, in milliseconds since the epoch. */
  #downUntil = -Infinity;
  #repairFrom = -Infinity;
  readonly #kind: MachineKind;
  readonly #faults: Faults;
  readonly #presence: Presence;

  constructor(
    rank: number,
    { id, ratedPower }: { readonly id: string; readonly ratedPower: number },
    kind: MachineKind,
    time: WorkingTime,
    world: MachineWorld,
  ) {
    this.id = id;
    this.#kind = kind;
    this.power = new Power(rank, { id, ratedPower, warmth: kind.temperature }, world);
    this.#presence = new Presence(id, time, this.power, world);
    this.#faults = new Faults(id, kind, world.report, world.random, world.begin);
  }

  get isDown(): boolean {
    return this.#faults.reason !== undefined;
  }

  /** Goes on by one step, in ms. */
  step(time: number, step: number): void {
    if (this.isDown) {
      if (time >= this.#downUntil) this.#faults.clear(time);
      else if (time >= this.#repairFrom) {
        this.#presence.update(time, 'maintenance', this.#kind.rest * 0.5, this.#faults.reason);
      }
    } else if (this.#presence.state === 'running') {
      this.#faults.work(step);
      if (this.#faults.untilNext <= step) {
        if (this.#faults.isMinor) this.#faults.minorStop();
        else this.breakDown(time, false);
      }
    }
  }

  /** Makes it fail now. */
  breakDown(time: number, isHeavy: boolean): void {
    if (this.isDown) return;
    const { waiting, repair } = this.#faults.raise(time, isHeavy);
    this.#repairFrom = time + waiting;
    this.#downUntil = this.#repairFrom + repair;
    this.#presence.update(time, 'fault', this.#kind.rest * 0.5);
  }

  /** Sets what it does, unless it is down. */
  set(time: number, state: EquipmentState, share = this.#kind.load): void {
    if (!this.isDown) this.#presence.update(time, state, state === 'running' ? share : this.#kind.rest);
  }
}
