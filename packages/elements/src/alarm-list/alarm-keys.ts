import { rowAfterKey } from '../internal/row-keys.js';

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
  const moved = rowAfterKey(key, current, ids.length - 1, page);
  if (moved !== undefined) return { to: ids[moved], isExtending: shiftKey };
  switch (key) {
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
