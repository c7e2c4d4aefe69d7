import type { EquipmentState } from '@twinfloor/core';

/**
 * The glyphs of the states as one filled outline each (rule even-odd) on a grid of 24, no detail under 3 units:
 * a lamp (full, half, empty), a pipe (empty, full), a block, a nut, two bars, a dash, a question mark. They read
 * alike at 12 px and 40 px, in SVG and, as `Path2D`, on a canvas. They do not mirror: flow runs along the axis.
 */
export const stateGlyphs: Readonly<Record<EquipmentState, string>> = {
  running: 'M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19z',
  setup: 'M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19zM12 5v14a7 7 0 0 0 0-14z',
  idle: 'M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19zm0 3a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z',
  starved: 'M1.5 2.5h3v19h-3zM7.5 2.8 22.94 12 7.5 21.2zM10 7.2v9.6L18.06 12z',
  blocked: 'M3 2.5 18 12 3 21.5zM19 2.5h3.5v19H19z',
  fault:
    'M2 2h20v20H2zM12 9.5 8.25 5.75l-2.5 2.5L9.5 12l-3.75 3.75 2.5 2.5L12 14.5l3.75 3.75 2.5-2.5L14.5 12l3.75-3.75-2.5-2.5z',
  maintenance: 'M12 1l9.53 5.5v11L12 23l-9.53-5.5v-11zM16 12a4 4 0 1 0-8 0 4 4 0 0 0 8 0z',
  plannedStop: 'M5 3h4.5v18H5zM14.5 3H19v18h-4.5z',
  offline: 'M3 10.2h18v3.6H3z',
  unknown:
    'M4.7 9.2C4.7 4.92 7.99 1.9 12.1 1.9 16.06 1.9 19.3 4.5 19.3 8.4 19.3 11.86 16.87 13.57 15.75 14.39 14.22 15.51 13.9 15.87 13.9 16.8H10.7C10.7 14.78 11.35 13.65 13.85 11.81 15.33 10.73 16.1 10.05 16.1 8.4 16.1 6.5 14.74 5.1 12.1 5.1 9.49 5.1 7.9 6.86 7.9 9.2zM12.2 18.5a2.1 2.1 0 1 1 0 4.2 2.1 2.1 0 0 1 0-4.2z',
};
