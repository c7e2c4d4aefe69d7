/** Words of a tile. */
export interface TileTerms {
  readonly oeeBounds: (low: string, high: string) => string;
  readonly availabilityShort: string;
  readonly good: string;
  readonly produced: string;
  readonly power: string;
  readonly faultAnnouncement: (name: string, reason: string) => string;
}

/** In English. */
export const tileTerms: TileTerms = {
  oeeBounds: (low, high) => `OEE ${low}…${high}`,
  availabilityShort: 'availability',
  good: 'good',
  produced: 'produced',
  power: 'power',
  faultAnnouncement: (name, reason) => `Fault at ${name}${reason ? `: ${reason}` : ''}`,
};
