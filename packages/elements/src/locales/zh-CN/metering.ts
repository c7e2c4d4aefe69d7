import type { MeteringTerms } from '../en/metering.js';

/** In Simplified Chinese. */
export const meteringTerms: MeteringTerms = {
  tariffBands: { sharp: '尖', peak: '峰', flat: '平', valley: '谷', deepValley: '深谷' },
  noMeter: '此处没有功率或电量计量。',
  measuredShare: (share) => `${share} 的时间有计量`,
  currency: (code) => (code === 'CNY' ? '元' : code),
};
