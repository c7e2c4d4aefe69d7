/** Words of the element `twin-production`. */
export interface ProductionTerms {
  readonly productionTitle: string;
}

/** In English. */
export const productionTerms: ProductionTerms = {
  productionTitle: 'Production',
};
