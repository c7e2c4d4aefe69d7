// What a tile loads after it has shown name, state and power.
export { announce } from '../internal/announce.js';
export { paintStrip } from './shift-strip.js';
export { showDressed } from './tile-dress.js';
export { countedFigures } from './tile-figures.js';
