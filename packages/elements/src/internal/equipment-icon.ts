import { type Equipment, equipmentType, type EquipmentType } from '@twinfloor/core';

/** The types of equipment and what else has an icon. */
export type IconName = EquipmentType | 'line' | 'workshop' | 'lock';

/** Icons as the `d` of a path to be stroked, lines 1.5 wide on a grid of 24. Their arcs are halves of upright ellipses. */
export const icons: Readonly<Record<IconName, string>> = {
  machiningCentre:
    'M3 4h18v16H3zM15.5 4v16M9.2 4v4.5M7 8.5h4.4v2.8H7zM9.2 11.3v2.6M5.5 16.5h7.5M17.5 8h1.5M17.5 11h1.5',
  lathe:
    'M2.5 5.5h6v9.5h-6zM8.5 8h2.5v5H8.5zM11 9.2h5.5v2.6H11zM19 7h2.5v8H19zM19 10.5h-2.5M13.5 13.5v3M12 16.5h3.2M2.5 19.5h19M5 15v4.5M20.2 15v4.5',
  press: 'M4 21V3h16v18M9.5 3v4.5h5V3M7.5 7.5h9v3h-9zM9 13.5h6v3H9zM4 16.5h16M2.5 21h19',
  injectionMoulder:
    'M2.5 9.5h10.5v4H2.5zM13 11.5h2.5M5 4h5.5L9 9.5H6.5zM15.5 6.5H18v10h-2.5zM18 6.5h3v10h-3zM2.5 20h19M5.5 13.5V20M18.5 16.5V20',
  robot:
    'M4.5 21h9M6.5 21v-3.5h5V21M9.8 13.7l2.5-5.5M15.3 7.3l3.7 2.4M17.4 11.8l1.6-2.1 2.6.4M7 15.5a2 2 0 1 0 4 0 2 2 0 1 0 -4 0zM11.3 6.3a2 2 0 1 0 4 0 2 2 0 1 0 -4 0z',
  conveyor:
    'M2.5 13.5h19M8.5 6.5h7v7h-7zM8.5 9.5h7M3 17a2 2 0 1 0 4 0 2 2 0 1 0 -4 0zM10 17a2 2 0 1 0 4 0 2 2 0 1 0 -4 0zM17 17a2 2 0 1 0 4 0 2 2 0 1 0 -4 0z',
  oven: 'M3 3h18v18H3zM3 8h18M6 5.5h4M6.5 11h11v7h-11zM10 16c-.9-1.2.9-1.8 0-3M14 16c-.9-1.2.9-1.8 0-3',
  tank: 'M5.5 6v12a6.5 3 0 0 0 13 0V6M5.5 13a6.5 3 0 0 0 13 0M5.5 6a6.5 3 0 1 0 13 0 6.5 3 0 1 0 -13 0z',
  reactor:
    'M5.5 6.5h13v8a6.5 5.5 0 0 1-13 0zM10 2.5h4v4h-4zM12 6.5v8.5M8.5 15h7M12 20v2.5M3.5 9.5h2M18.5 9.5h2',
  pump: 'M4.5 12.5a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0 -13 0zM8.8 9.3 14.5 12.5l-5.7 3.2zM11 6h9.5M20.5 4v4M2 12.5h2.5M5.5 21h11M7.7 18.1 6.5 21M14.3 18.1l1.2 2.9',
  compressor:
    'M4.5 11.5a7.5 7.5 0 1 0 15 0 7.5 7.5 0 1 0 -15 0zM6 7 19 9.5M6 16l13-2.5M5 21.5h14M8 18l-1.2 3.5M16 18l1.2 3.5',
  assemblyStation: 'M3 10.5h7v7H3zM21 10.5h-5v7h5M10 14h3.5M2.5 20.5h19M13 3v5.5M10.8 6.3 13 8.5l2.2-2.2',
  inspectionStation: 'M3.5 10.5a7 7 0 1 0 14 0 7 7 0 1 0 -14 0zM15.5 15.5 21 21M7.5 10.7l2.2 2.2 4-4.4',
  storageRack: 'M4 3v18.5M20 3v18.5M4 9h16M4 15h16M4 20.5h16M6.5 5h5v4h-5zM13 11h4.5v4H13zM6.5 16.5h4v4h-4z',
  loom: 'M3 4h18M3 20h18M6 4v6M10 4v6M14 4v6M18 4v6M6 14.5V20M10 14.5V20M14 14.5V20M18 14.5V20M3 12.25l3-2.25h12l3 2.25-3 2.25H6z',
  packagingMachine: 'M3.5 8.5 12 4.5l8.5 4v8L12 20.5l-8.5-4zM3.5 8.5 12 12.5l8.5-4M12 12.5v8M7.7 6.5l8.5 4v3',
  vehicle:
    'M2.5 12.5h19v4.5h-19zM6 5h12v7.5H6zM6 8.7h12M4.5 14.7h3M4.7 18.8a1.8 1.8 0 1 0 3.6 0 1.8 1.8 0 1 0 -3.6 0zM15.7 18.8a1.8 1.8 0 1 0 3.6 0 1.8 1.8 0 1 0 -3.6 0z',
  meter: 'M3 12a9 9 0 1 0 18 0 9 9 0 1 0 -18 0zM6.3 13.5a5.7 4.1 0 0 1 11.4 0M12 13l3-4.2M9 16.5h6',
  boiler:
    'M4 9h16v9H4zM8 9V3.5h3V9M7 18v3M17 18v3M7 13.5h3M12 12c-1.5 1.5 1.5 2 0 4M15.5 12c-1.5 1.5 1.5 2 0 4',
  grinder:
    'M4 8a5 5 0 1 0 10 0 5 5 0 1 0 -10 0zM7.5 8a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0 -3 0zM14 6h7v4h-7M6 13h11v3H6zM2.5 16h19v4h-19z',
  weldingCell:
    'M3 20.5V4h18v16.5zM6 17h12M12 4v3M10 7h4l-1 4h-2zM12 13.2v1.3M8.5 14.7 7 13.2M15.5 14.7l1.5-1.5',
  line: 'M2.5 8.5h5v7h-5zM9.5 8.5h5v7h-5zM16.5 8.5h5v7h-5zM7.5 12h2M14.5 12h2M2.5 19.5h17M17.5 17.5l2 2-2 2',
  workshop: 'M3 20.5V7.5l6 4v-4l6 4v-4l6 4v9zM7 20.5V16h4v4.5M14.5 15.5H18',
  lock: 'M5.5 10.5h13v9.5h-13zM8 10.5V8a4 4 0 0 1 8 0v2.5M12 14v2.5',
  generic: 'M3.5 5.5h11v14h-11zM14.5 9h6v10.5h-6M17 12h1.5M6.5 9h5v4h-5zM2 19.5h20',
};

/**
 * The name of the icon of an equipment: by its type; where that is not known by its level. A machine of a type that is
 * not known has the plain one.
 */
export function iconName({ type, level }: Pick<Equipment, 'type' | 'level'>): IconName {
  const known = equipmentType(type);
  if (known !== 'generic' || level === 'workUnit') return known;
  return level === 'workCenter' ? 'line' : 'workshop';
}

/** The icon of an equipment as the `d` of a path to be stroked. */
export function equipmentIcon(equipment: Pick<Equipment, 'type' | 'level'>): string {
  return icons[iconName(equipment)];
}
