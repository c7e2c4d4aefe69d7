import type { Quality } from './shared-renderer.js';
import type { SceneMaterial } from './workshop-scene.js';

/** What a scene is made with. */
export interface Workshop3dOptions extends SceneMaterial {
  /** Default: low where a program draws in place of a graphics card: without antialiasing, shadows and moving parts. */
  readonly quality?: Quality;
  /** Called after each picture, for what is laid over it. */
  readonly onFrame?: () => void;
  /** Called when the graphics context goes (true) and when it is back (false). */
  readonly onLost?: (lost: boolean) => void;
}

/** Where a machine is in the picture, in CSS pixels from its top left corner. */
export interface Projected {
  x: number;
  y: number;
  /** Whether that is within the picture. */
  visible: boolean;
  /** Metres from the eye. */
  distance: number;
}
