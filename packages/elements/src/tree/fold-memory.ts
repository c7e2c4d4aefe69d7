const known = new Map<string, Set<string>>();
const key = (workshop: string) => `twin-tree-folds:${workshop}`;

/**
 * Ids of what is folded in the trees of a workshop. All trees of a page share them, and they last as long as the tab, as
 * far as the page may store anything.
 */
export function foldsOf(workshop: string): ReadonlySet<string> {
  let folds = known.get(workshop);
  if (!folds) known.set(workshop, (folds = new Set(stored(workshop))));
  return folds;
}

/** Folds an equipment or unfolds it. */
export function fold(workshop: string, id: string, isFolded: boolean): void {
  const folds = foldsOf(workshop) as Set<string>;
  if (isFolded) folds.add(id);
  else folds.delete(id);
  try {
    sessionStorage.setItem(key(workshop), [...folds].join(' '));
  } catch {
    // A sandboxed frame has no storage; then folds last as long as the page.
  }
}

function stored(workshop: string): string[] {
  try {
    return sessionStorage.getItem(key(workshop))?.split(' ').filter(Boolean) ?? [];
  } catch {
    return [];
  }
}
