import type { FloorPlanTerms } from '../en/floor-plan.js';

/** In Simplified Chinese. */
export const floorPlanTerms: FloorPlanTerms = {
  floorPlanTitle: 'Floor plan',
};
