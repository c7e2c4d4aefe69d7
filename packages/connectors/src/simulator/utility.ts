import { Actor } from './agenda.js';
import { Power, type Warmth } from './power.js';
import { Presence } from './presence.js';
import type { WorkingTime } from './working-time.js';
import type { MachineWorld } from './world.js';

const period = 60_000;

/** Equipment that serves a workshop, as compressors and boilers do: the more machines run, the more it has to do. */
export class Utility extends Actor {
  readonly power: Power;
  readonly #presence: Presence;
  readonly #world: MachineWorld;

  constructor(
    rank: number,
    equipment: { readonly id: string; readonly ratedPower: number; readonly warmth?: Warmth },
    time: WorkingTime,
    world: MachineWorld,
  ) {
    super(rank);
    this.#world = world;
    this.power = new Power(rank + 1, equipment, world);
    this.#presence = new Presence(equipment.id, time, this.power, world);
    this.act(world.begin);
  }

  act(time: number): void {
    const { agenda, census } = this.#world;
    agenda.schedule(this, time + period);
    const relief = this.#world.shedUntil > time ? 0.7 : 1;
    // In steps, as valves and stages are.
    const demand = Math.round(census.share * 20) / 20;
    this.#presence.update(time, 'running', relief * (0.3 + 0.6 * demand));
  }
}
