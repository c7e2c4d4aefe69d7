// What a tile loads after it has shown name, state and power.
export { announce } from '../internal/announce.js';
export { iconName } from '../internal/equipment-icon.js';
export { iconStyles } from '../internal/icon.styles.js';
export { laterTileStyles } from './tile-later.styles.js';
export { paintStrip } from './shift-strip.js';
export { countedFigures } from './tile-figures.js';
