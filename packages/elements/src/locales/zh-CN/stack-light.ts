import type { StackLightTerms } from '../en/stack-light.js';

/** In Simplified Chinese. */
export const stackLightTerms: StackLightTerms = {
  stackLightTitle: 'Stack light',
};
