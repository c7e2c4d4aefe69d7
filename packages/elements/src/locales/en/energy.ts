/** Words of the element `twin-energy`. */
export interface EnergyTerms {
  readonly energyTitle: string;
}

/** In English. */
export const energyTerms: EnergyTerms = {
  energyTitle: 'Energy',
};
