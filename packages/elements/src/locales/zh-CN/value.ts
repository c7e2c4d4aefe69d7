import type { ValueTerms } from '../en/value.js';

/** In Simplified Chinese. */
export const valueTerms: ValueTerms = {
  uncertainValue: '数值不确定',
};
