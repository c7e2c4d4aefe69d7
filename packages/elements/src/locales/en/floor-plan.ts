/** Words of the element `twin-floor-plan`. */
export interface FloorPlanTerms {
  readonly floorPlanTitle: string;
}

/** In English. */
export const floorPlanTerms: FloorPlanTerms = {
  floorPlanTitle: 'Floor plan',
};
