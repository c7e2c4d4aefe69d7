/** What a key asks of an alarm list: to go to an alarm, or to do something. */
export type AlarmKey =
  | { readonly to: string; readonly isExtending: boolean }
  | { readonly do: 'toggle' | 'all' | 'choose' | 'clear' | 'acknowledge' | 'shelve' };

/**
 * What the keys of an alarm list mean (ARIA Authoring Practices, grid whose rows can be selected).
 *
 * @param ids - of the alarms, in order
 * @param page - rows that fit into the view
 * @returns `undefined` for other keys and where there is nothing further
 */
export function alarmKey(
  { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
  ids: readonly string[],
  active: string | undefined,
  page: number,
): AlarmKey | undefined {
  if (altKey) return undefined;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'a' ? { do: 'all' } : undefined;
  const current = active === undefined ? 0 : ids.indexOf(active);
  const to = (index: number): AlarmKey => ({
    to: ids[Math.max(0, Math.min(index, ids.length - 1))],
    isExtending: shiftKey,
  });
  switch (key) {
    case 'ArrowDown':
      return to(current + 1);
    case 'ArrowUp':
      return to(current - 1);
    case 'PageDown':
      return to(current + page);
    case 'PageUp':
      return to(current - page);
    case 'Home':
      return to(0);
    case 'End':
      return to(ids.length - 1);
    case ' ':
      return { do: 'toggle' };
    case 'Enter':
      return { do: 'choose' };
    case 'Escape':
      return { do: 'clear' };
    case 'a':
      return { do: 'acknowledge' };
    case 's':
      return { do: 'shelve' };
    default:
      return undefined;
  }
}
