import type { ValueTerms } from '../en/value.js';

/** In Simplified Chinese. */
export const valueTerms: ValueTerms = {
  valueTitle: 'Value',
};
