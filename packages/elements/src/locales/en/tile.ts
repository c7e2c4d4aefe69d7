import type { TileTerms } from '../terms.js';

/** Words of a tile. English. */
export const tileTerms: TileTerms = {
  oeeBounds: (low, high) => `OEE ${low}…${high}`,
  availabilityShort: 'availability',
  good: 'good',
  produced: 'produced',
  power: 'power',
  faultAnnouncement: (name, reason) => `Fault at ${name}${reason ? `: ${reason}` : ''}`,
};
