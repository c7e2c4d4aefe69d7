/** Words of the element `twin-oee-trend`. */
export interface OeeTrendTerms {
  readonly oeeTrendTitle: string;
}

/** In English. */
export const oeeTrendTerms: OeeTrendTerms = {
  oeeTrendTitle: 'Oee trend',
};
