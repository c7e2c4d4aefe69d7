import type { EquipmentState } from '@twinfloor/core';
import type { Agenda } from './agenda.js';
import type { Power, PowerSum } from './power.js';
import type { RandomStream } from './random-stream.js';
import type { Report } from './report.js';

/** How many machines of a workshop are on and how many of them run. */
export class Census {
  running = 0;
  total = 0;

  /** Share of the machines that run, from 0 to 1. */
  get share(): number {
    return this.total === 0 ? 0 : this.running / this.total;
  }

  change(before: EquipmentState, after: EquipmentState): void {
    if (before === 'running') this.running--;
    if (after === 'running') this.running++;
  }
}

/** What surrounds a machine. */
export interface MachineWorld {
  readonly agenda: Agenda;
  readonly report: Report;
  readonly random: RandomStream;
  /** When the week begins, in milliseconds since the epoch. */
  readonly begin: number;
  /** The meters that see its power. */
  readonly meters: readonly PowerSum[];
  /** The powers of all equipment; each adds itself. */
  readonly powers: Power[];
  readonly census: Census;
  /** Until when load is shed, in milliseconds since the epoch. */
  readonly shedUntil: number;
}
