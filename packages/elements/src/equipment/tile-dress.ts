import type { Equipment, Twin } from '@twinfloor/core';
import { adoptStyles } from '../internal/adopt-styles.js';
import { AlarmFollower } from '../internal/alarm-follower.js';
import { iconName } from '../internal/equipment-icon.js';
import { iconStyles } from '../internal/icon.styles.js';
import type { TileSettings } from './live-tile.js';
import type { Tile } from './tile.js';
import type * as tileAlarm from './tile-alarm.js';
import { laterTileStyles } from './tile-later.styles.js';
import type { TileView } from './tile-view.js';

/** By what a tile ends when it falls asleep. */
const followers = new WeakMap<readonly unknown[], AlarmFollower<typeof tileAlarm>>();
/** Places whose styles have come. */
const dressed = new WeakSet<Node>();

/**
 * Shows a view with what comes later: the icon, and the mark of alarms where there are any.
 *
 * @param equipment - `undefined` where nothing of it may or can be shown
 * @param ends - what the tile ends when it falls asleep; empty while it sleeps
 * @param again - shows the tile anew
 */
export function showDressed(
  tile: Tile,
  view: TileView,
  settings: TileSettings,
  equipment: Equipment | undefined,
  ends: (() => void)[],
  again: () => void,
): void {
  const { density, twin, language } = settings;
  const root = tile.element.getRootNode();
  if (root instanceof ShadowRoot && !dressed.has(root)) {
    dressed.add(root);
    adoptStyles(root.host, laterTileStyles);
    adoptStyles(root.host, iconStyles);
  }
  const follower = follow(ends, again);
  const asked = equipment && twin;
  const alarms = asked && follower?.read(twin, machinesOf(twin, equipment));
  const summary = asked && alarms?.worst(equipment.id);
  const sentence = summary && follower?.parts?.alarmSentence(summary, language);
  tile.show(sentence ? { ...view, label: view.label + language.terms.pause + sentence } : view);
  if (follower?.parts) follower.parts.showAlarm(tile.element, summary, settings);
  else tile.element.querySelector(':scope > .alarm')?.remove();
  // The outlines of the icons stand in a style sheet; the tile names one. A compact tile has room for a lock only.
  const icon = equipment ? iconName(equipment) : view.look === 'locked' ? 'lock' : undefined;
  const fits = icon === 'lock' || (density !== 'compact' && density !== 'wall');
  tile.attribute('data-icon', fits ? icon : undefined);
}

function follow(ends: (() => void)[], again: () => void): AlarmFollower<typeof tileAlarm> | undefined {
  let follower = followers.get(ends);
  if (!follower && ends.length > 0) {
    follower = new AlarmFollower(() => import('./tile-alarm.js'), again);
    followers.set(ends, follower);
    ends.push(() => follower?.end());
  }
  return follower;
}

function machinesOf({ tree }: Twin, { id, level }: Equipment): readonly string[] {
  return level === 'workUnit' ? tree.workUnits(id) : [id, ...tree.workUnits(id)];
}
