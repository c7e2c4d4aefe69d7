/** Words of the element `twin-trend`. */
export interface TrendTerms {
  readonly trendTitle: string;
}

/** In English. */
export const trendTerms: TrendTerms = {
  trendTitle: 'Trend',
};
