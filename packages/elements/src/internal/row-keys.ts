/**
 * The row of a list that a key leads to, within the list; `undefined` for keys that lead nowhere.
 *
 * @param key - as `KeyboardEvent.key`
 * @param current - position of the row that has the focus
 * @param last - position of the last row
 * @param page - rows that are seen at once
 */
export function rowAfterKey(key: string, current: number, last: number, page: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + page,
    PageUp: current - page,
    Home: 0,
    End: last,
  };
  if (!Object.hasOwn(steps, key)) return undefined;
  return Math.max(0, Math.min(steps[key], last));
}
