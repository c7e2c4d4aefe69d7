import type { announce } from '../internal/announce.js';
import type { equipmentIcon } from '../internal/equipment-icon.js';
import type { paintStrip } from './shift-strip.js';

/** What a tile has beyond its words and figures: its icon, the strip of the shift, a voice. */
export interface TileExtras {
  readonly equipmentIcon: typeof equipmentIcon;
  readonly announce: typeof announce;
  readonly paintStrip: typeof paintStrip;
}

/** The extras, once they are loaded. */
export let tileExtras: TileExtras | undefined;
let loading: Promise<void> | undefined;

/**
 * Loads icons and the chart kit, once for all tiles. State, reason, duration and figures do not wait for them: they
 * are what a tile is for, and they are small.
 */
export function loadTileExtras(): Promise<void> {
  return (loading ??= load());
}

async function load(): Promise<void> {
  const [{ announce }, { equipmentIcon }, { paintStrip }] = await Promise.all([
    import('../internal/announce.js'),
    import('../internal/equipment-icon.js'),
    import('./shift-strip.js'),
  ]);
  tileExtras = { announce, equipmentIcon, paintStrip };
}
