import { type Equipment, textIn, type Twin } from '@twinfloor/core';

/** A row of the tree. */
export interface TreeRow {
  readonly equipment: Equipment;
  readonly name: string;
  /** 1 for a root. */
  readonly level: number;
  /** Among its siblings that are shown, from 1. */
  readonly position: number;
  readonly siblings: number;
  /** `undefined` for what has nothing below it. */
  readonly isOpen: boolean | undefined;
}

/** What of the tree is shown. */
export interface TreeOptions {
  /** Ids of the rows at the top. */
  readonly roots: readonly string[];
  readonly folds: ReadonlySet<string>;
  /** Words to look for in names and ids; empty: all. What is above a match is shown too, and open. */
  readonly filter: string;
  /** BCP 47 tag, for names. */
  readonly language: string;
}

/** The rows from top to bottom, those inside folds left out. */
export function treeRows({ tree }: Twin, options: TreeOptions): TreeRow[] {
  const { folds, language } = options;
  const wanted = options.filter.trim().toLocaleLowerCase(language);
  const rows: TreeRow[] = [];
  const nameOf = (id: string) => textIn(tree.get(id).name, language);
  const matches = (id: string) =>
    `${nameOf(id)} ${id} ${tree.get(id).type ?? ''}`.toLocaleLowerCase(language).includes(wanted);
  const hasMatch = (id: string): boolean => matches(id) || tree.children(id).some(hasMatch);

  const add = (ids: readonly string[], level: number, isInMatch: boolean) => {
    const shown = wanted && !isInMatch ? ids.filter(hasMatch) : ids;
    shown.forEach((id, index) => {
      const children = tree.children(id);
      const isOpen = children.length > 0 ? wanted !== '' || !folds.has(id) : undefined;
      rows.push({
        equipment: tree.get(id),
        name: nameOf(id),
        level,
        position: index + 1,
        siblings: shown.length,
        isOpen,
      });
      // All of a line that matches by its own name is shown.
      if (isOpen) add(children, level + 1, isInMatch || (wanted !== '' && matches(id)));
    });
  };
  add(options.roots, 1, false);
  return rows;
}

/** Rows that are rendered beyond each end of what is seen. */
const spare = 6;

/**
 * Indexes of the rows to render, in order: those in view, and the one with the focus, which must not vanish under it.
 *
 * @param first - the uppermost row in view
 * @param height - of the view, in rows
 * @param active - index of the row with the focus; -1: none
 */
export function rowWindow(first: number, height: number, count: number, active: number): number[] {
  const from = Math.max(0, Math.min(first, count - 1) - spare);
  const to = Math.min(count, first + Math.ceil(height) + spare);
  const indexes = Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
  if (active >= 0 && active < from) indexes.unshift(active);
  if (active >= to) indexes.push(active);
  return indexes;
}
