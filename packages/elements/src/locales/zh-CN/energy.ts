import type { EnergyTerms } from '../en/energy.js';

/** In Simplified Chinese. */
export const energyTerms: EnergyTerms = {
  energyTitle: 'Energy',
};
