import { textIn, type Twin } from '@twinfloor/core';
import type { BoardGroup } from './board-layout.js';

/** The machines of a board in its order, and how they stand together. */
export interface BoardContent {
  readonly ids: readonly string[];
  /** In the language of the board. */
  readonly names: readonly string[];
  readonly groups: readonly BoardGroup[];
}

/**
 * The machines below some equipment, those of one parent together in the order of the file. Meters are none.
 *
 * @param from - ids
 * @param language - BCP 47 tag
 * @param widthOf - of a heading, in px
 */
export function boardContent(
  { tree }: Twin,
  from: readonly string[],
  language: string,
  widthOf: (heading: string) => number,
): BoardContent {
  const byParent = new Map<string, string[]>();
  for (const id of from.flatMap((one) => tree.workUnits(one))) {
    const { type, parent = '' } = tree.get(id);
    if (type === 'meter') continue;
    const group = byParent.get(parent);
    if (group) group.push(id);
    else byParent.set(parent, [id]);
  }
  const ids: string[] = [];
  const groups = Array.from(byParent, ([parent, machines]) => {
    const name = parent === '' || byParent.size === 1 ? '' : textIn(tree.get(parent).name, language);
    const first = ids.length;
    ids.push(...machines);
    return { name, first, count: machines.length, nameWidth: name === '' ? 0 : Math.ceil(widthOf(name)) };
  });
  return { ids, names: ids.map((id) => textIn(tree.get(id).name, language)), groups };
}
