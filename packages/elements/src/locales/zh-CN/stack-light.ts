import type { StackLightTerms } from '../en/stack-light.js';

/** In Simplified Chinese. */
export const stackLightTerms: StackLightTerms = {
  stackLightWarning: '警告',
  acknowledged: '已确认',
};
