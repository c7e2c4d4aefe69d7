import type { DataItem, ProbeComponent, ProbeDevice } from './probe-document.js';

/**
 * The data items that a name in a binding means: id, name or type of a data item, optionally after a component,
 * `path2/EXECUTION`; the component by name, id or element, at any height. `CONDITION` means all conditions.
 * The id counts before the name, the name before the type. A part after `#` is left out: it names an entry of a data set.
 *
 * @returns several if the name is not clear, none if there is no such data item
 */
export function dataItemsNamed(from: string, devices: readonly ProbeDevice[]): readonly DataItem[] {
  const all = devices.flatMap(({ dataItems }) => dataItems);
  const whole = itemsNamed(from, all);
  const slash = from.lastIndexOf('/');
  if (whole.length > 0 || slash < 0) return whole;
  const component = from.slice(0, slash);
  return itemsNamed(
    from.slice(slash + 1),
    all.filter((item) => isWithin(item, component)),
  );
}

function itemsNamed(name: string, items: readonly DataItem[]): readonly DataItem[] {
  for (const key of ['id', 'name', 'type'] as const) {
    const found = items.filter((item) => item[key] === name);
    if (found.length > 0) return found;
  }
  return name === 'CONDITION' ? items.filter(({ category }) => category === name) : [];
}

function isWithin(item: DataItem, component: string): boolean {
  for (let one: ProbeComponent | undefined = item.component; one; one = one.parent) {
    if (one.name === component || one.id === component || one.type === component) return true;
  }
  return false;
}
