import type { Counted } from '../kpi/scorecard/counted-share.js';
import { parseAddress, standardSignals } from '../model/signal.js';
import type { Twin } from '../twin/twin.js';
import { machinesOf } from './past.js';

/**
 * The machines and meters of an equipment, and whether a signal of them is current at the moment of the clock: observed,
 * and not stale.
 *
 * @throws {RangeError} if there is no such equipment
 */
export function connectedEquipment(twin: Twin, equipment: string): Counted[] {
  const names = new Set([...Object.keys(standardSignals), ...twin.workshop.signals.map(({ name }) => name)]);
  return twin.tree.workUnits(equipment).map((id) => ({
    id,
    has: [...names].some((name) => isCurrent(twin, `${id}/${name}`)),
  }));
}

/**
 * The machines of an equipment, and whether they are numerically controlled, as far as the workshop file says.
 *
 * @throws {RangeError} if there is no such equipment
 */
export function numericallyControlled(twin: Twin, equipment: string): Counted[] {
  return machinesOf(twin, equipment).map((id) => ({ id, has: twin.tree.get(id).numericallyControlled }));
}

/**
 * The data points that the workshop file names for an equipment (bound to a source, measured characteristics, drivers of
 * energy baselines), and whether a source keeps them current by itself. Of what the host observes without a connector
 * nobody knows whether it was typed in.
 *
 * @throws {RangeError} if there is no such equipment
 */
export function dataPoints(twin: Twin, equipment: string): Counted[] {
  const { connectors, characteristics = [], energy } = twin.workshop;
  const within = new Set(twin.tree.workUnits(equipment));
  const named = new Set([
    ...connectors.flatMap(({ bindings }) => bindings.map(({ signal }) => signal)),
    ...characteristics.map(({ signal }) => signal),
    ...(energy.baselines ?? []).flatMap(({ drivers }) => drivers),
  ]);
  return [...named]
    .filter((address) => within.has(parseAddress(address).equipment))
    .map((address) => ({ id: address, has: isCollected(twin, address) }));
}

function isCollected(twin: Twin, address: string): boolean | undefined {
  if (!isCurrent(twin, address)) return false;
  return twin.signal(address).connection ? true : undefined;
}

function isCurrent(twin: Twin, address: string): boolean {
  const { freshness } = twin.freshness(address);
  return freshness === 'live' || freshness === 'late';
}
