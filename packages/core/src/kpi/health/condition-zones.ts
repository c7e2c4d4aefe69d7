import type { ConditionZone } from '../../model/signal.js';
import { allow } from '../allow.js';

/**
 * Position of the zone that a reading lies in. A reading on a limit lies in the worse zone; one beyond the end of the
 * last zone still counts as the last.
 *
 * @param zones - from the best to the worst, see {@link checkZones}
 */
export function conditionZoneAt(reading: number, zones: readonly ConditionZone[]): number {
  const last = zones.length - 1;
  return zones.findIndex(({ below = Infinity }, index) => index === last || reading < below);
}

/**
 * Health index of a reading: 1 below the first limit, 0 from the last limit on, and between them linear within each
 * zone, every zone taking an equal share. This is a rule of ours; the standards know zones only.
 *
 * @param zone - position of the zone that is held to be true; a reading beyond its ends counts as its nearer end.
 *   Default: the zone of the reading
 * @returns 0 to 1; `undefined` with fewer than two zones, which tell nothing apart
 */
export function healthIndex(
  reading: number,
  zones: readonly ConditionZone[],
  zone = conditionZoneAt(reading, zones),
): number | undefined {
  const last = zones.length - 1;
  if (last < 1) return undefined;
  if (zone === 0) return 1;
  if (zone === last) return 0;
  const [low, high] = [zones[zone - 1].below, zones[zone].below] as [number, number];
  const share = Math.min(Math.max((reading - low) / (high - low), 0), 1);
  return 1 - (zone - 1 + share) / (last - 1);
}

/** @throws {RangeError} if there is no zone, or their upper ends are not finite and ascending (the last may have none) */
export function checkZones(zones: readonly ConditionZone[]): void {
  const ends = zones.map(({ below = Infinity }) => below);
  const isSound = zones.length > 0 && ends.every((end, index) => end > (ends[index - 1] ?? -Infinity));
  allow(isSound, 'zones', ends.filter(Number.isFinite).join(', ') || 'none', 'ascending upper ends');
}
