import type { Twin } from '../twin/twin.js';

const counts = ['producedCount', 'goodCount', 'scrapCount', 'reworkCount'] as const;
const withIdealCycle = new WeakMap<Twin, ReadonlySet<string>>();

/**
 * Those of some machines that produce: an ideal cycle is given for them (their own, or one of a product), or their
 * pieces are counted. Stores, tanks, vehicles and supply do neither. All of them, if none produces.
 *
 * @param machines - ids of equipment
 */
export function producersAmong(twin: Twin, machines: readonly string[]): readonly string[] {
  let rated = withIdealCycle.get(twin);
  if (!rated) withIdealCycle.set(twin, (rated = idsWithIdealCycle(twin)));
  const producers = machines.filter(
    (id) => rated.has(id) || counts.some((name) => twin.seriesOf(id, name, 'counter') !== undefined),
  );
  return producers.length > 0 ? producers : machines;
}

function idsWithIdealCycle({ workshop: { equipment, products } }: Twin): ReadonlySet<string> {
  const own = equipment.filter(({ idealCycle }) => idealCycle !== undefined).map(({ id }) => id);
  return new Set([...own, ...products.flatMap(({ idealCycle }) => Object.keys(idealCycle))]);
}
