import type { ProductionTerms } from '../en/production.js';

/** In Simplified Chinese. */
export const productionTerms: ProductionTerms = {
  productionTitle: 'Production',
};
