import type { AlarmAct } from './alarm.js';

const kinds = new Set<unknown>([
  'acknowledge',
  'reset',
  'shelve',
  'unshelve',
  'removeFromService',
  'returnToService',
] satisfies AlarmAct['kind'][]);

/**
 * Checks an act that was kept elsewhere: it may come from a store that somebody else has written.
 *
 * @param maximumShelving - in seconds
 * @throws {TypeError} if it is none
 */
export function checkAct(act: unknown, maximumShelving: number): asserts act is AlarmAct {
  const { kind, alarm, at, who, seen, until, why } = (act ?? {}) as Record<keyof AlarmAct, unknown>;
  const longest = (at as number) + maximumShelving * 1000;
  const isShelf = typeof until === 'number' && until > (at as number) && until <= longest;
  const isAct =
    kinds.has(kind) &&
    [alarm, who].every((text) => typeof text === 'string' && text !== '') &&
    Number.isFinite(at) &&
    (seen === undefined || Number.isFinite(seen)) &&
    (why === undefined || typeof why === 'string') &&
    (kind === 'shelve' ? isShelf : until === undefined);
  if (!isAct) throw new TypeError(`invalid act: ${JSON.stringify(act)}, allowed: what acts() has given`);
}
