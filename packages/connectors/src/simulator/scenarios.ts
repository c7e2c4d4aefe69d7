import type { Machine } from './machine.js';
import type { Plant } from './plant.js';
import type { Site } from './site.js';

const minute = 60_000;

/**
 * Something that can be made to happen in a simulated factory.
 *
 * - `breakdown`: a machine fails now, and its repair takes twice as long as usual
 * - `materialRunsOut`: the first machines of its line get no material for half an hour
 * - `peakTariff`: the peak tariff begins: for an hour, each third machine at the head of three or more is held back
 *   once its lot is done, compressors and boilers are turned down, light and air too
 * - `toolWear`: the tool of a machine wears fast: cycle and scrap grow until it is changed
 */
export const scenarios = ['breakdown', 'materialRunsOut', 'peakTariff', 'toolWear'] as const;
export type Scenario = (typeof scenarios)[number];

const materialMinutes = 30;
const peakMinutes = 60;

/** Starts a scenario in a plant; see `Simulation.start`. */
export function startScenario(
  plant: Plant,
  site: Site,
  time: number,
  scenario: Scenario,
  equipment: string | undefined,
): string | undefined {
  switch (scenario) {
    case 'breakdown': {
      const device = plant.cells.flatMap(({ devices }) => devices).find(({ id }) => id === equipment);
      if (device) device.breakDown(time, true);
      else return onMachine(plant, site, equipment, isRunning, (machine) => machine.breakDown(time));
      return equipment;
    }
    case 'toolWear':
      return onMachine(
        plant,
        site,
        equipment,
        ({ tool }) => tool.wears,
        ({ tool }) => tool.wearOut(time),
      );
    case 'materialRunsOut': {
      const cell = plant.cells.find(({ reactor }) => isBelow(site, reactor.id, equipment));
      const stop = time + materialMinutes * minute;
      if (equipment !== undefined && cell && !machinesBelow(plant, site, equipment).length) {
        cell.book.stoppedUntil = stop;
        return equipment;
      }
      return onMachine(plant, site, equipment, isRunning, ({ parts }) => {
        parts.book.stoppedUntil = stop;
      });
    }
    case 'peakTariff':
      plant.shedUntil = time + peakMinutes * minute;
      return undefined;
    default:
      throw new RangeError(`invalid scenario: ${String(scenario)}, allowed: ${scenarios.join(', ')}`);
  }
}

function onMachine(
  plant: Plant,
  site: Site,
  equipment: string | undefined,
  suits: (machine: Machine) => boolean,
  act: (machine: Machine) => void,
): string {
  const machines = machinesBelow(plant, site, equipment);
  const machine = machines.find((one) => isRunning(one) && suits(one)) ?? machines.find(suits) ?? machines[0];
  if (!machine || (!suits(machine) && suits !== isRunning)) {
    const allowed = [...plant.machines.values()].filter((one) => suits === isRunning || suits(one));
    const ids = allowed.slice(0, 20).map(({ parts }) => parts.id);
    throw new RangeError(`invalid equipment: ${equipment}, allowed: ${ids.join(', ')}`);
  }
  act(machine);
  return machine.parts.id;
}

function isRunning({ state }: Machine): boolean {
  return state === 'running';
}

function machinesBelow(plant: Plant, site: Site, equipment: string | undefined): Machine[] {
  return [...plant.machines.values()].filter(({ parts }) => isBelow(site, parts.id, equipment));
}

function isBelow(site: Site, id: string, equipment: string | undefined): boolean {
  return equipment === undefined || id === equipment || site.tree.ancestors(id).includes(equipment);
}
