import type { Text } from './text.js';

/** Where an equipment stands, in metres on the floor of its workshop; `x` to the right, `y` away from the viewer. */
export interface Placement {
  /** Metres to the right. */
  readonly x: number;
  /** Metres away from the viewer. */
  readonly y: number;
  /** Degrees, counter-clockwise seen from above. Default 0. */
  readonly rotation?: number;
  /** A glTF file to show instead of the parametric model of the type. */
  readonly model?: string;
  /** Metres along its own x axis, before rotation. Default: as the model of its type. */
  readonly width?: number;
  /** Metres along its own y axis, before rotation. Default: as the model of its type. */
  readonly depth?: number;
  /** Metres. Default: as the model of its type. */
  readonly height?: number;
}

/** A part of a floor with a name: a line, a store, an office. */
export interface FloorZone {
  /** What is written on it. Default: the name of its equipment. */
  readonly name?: Text;
  /** Id of the equipment that works in it. */
  readonly equipment?: string;
  /** Metres from the left edge of the floor. */
  readonly x: number;
  /** Metres from the edge of the floor next to the viewer. */
  readonly y: number;
  /** Metres to the right. */
  readonly width: number;
  /** Metres away from the viewer. */
  readonly depth: number;
}

/** A way for people and vehicles. */
export interface FloorAisle {
  /** The middle of the way, in metres: `[[x, y], [x, y] …]`, two points or more. */
  readonly points: readonly (readonly number[])[];
  /** Metres. Default 3. */
  readonly width: number;
}

/** A place from which the floor is looked at. */
export interface FloorView {
  /** What it is called. */
  readonly name: Text;
  /** Id of the equipment in the middle. Default: the whole floor. */
  readonly equipment?: string;
  /** Degrees from which one looks, 0 from the front, 90 from the right. Default 25. */
  readonly azimuth?: number;
  /** Degrees above the floor, 8 to 87. Default 38. */
  readonly elevation?: number;
}

/**
 * The floor of a workshop. What belongs to the workshop is placed on it: `x` from its left edge, `y` from the edge
 * next to the viewer.
 */
export interface Floor {
  /** Metres to the right. */
  readonly width: number;
  /** Metres away from the viewer. */
  readonly depth: number;
  /** Default: none. */
  readonly zones: readonly FloorZone[];
  /** Default: none. */
  readonly aisles: readonly FloorAisle[];
  /** Named views, in the order of a tour. Default: none. */
  readonly views: readonly FloorView[];
}
