import type { TileTerms } from '../en/tile.js';

/** In Simplified Chinese. */
export const tileTerms: TileTerms = {
  oeeBounds: (low, high) => `OEE ${low}…${high}`,
  availabilityShort: '时间开动率',
  good: '合格',
  produced: '产量',
  power: '功率',
  faultAnnouncement: (name, reason) => `${name} 故障${reason ? `：${reason}` : ''}`,
};
