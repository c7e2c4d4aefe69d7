/** Words of trends of single signals. */
export interface TrendTerms {
  readonly trendKeys: string;
  readonly meanValue: string;
  readonly leastValue: string;
  readonly largestValue: string;
  readonly growth: string;
}

/** In English. */
export const trendTerms: TrendTerms = {
  trendKeys:
    'Left and right move the cursor by one observation, with Shift by one label of the axis; Home and End go to the ends; plus and minus zoom, 0 shows the whole range.',
  meanValue: 'Mean',
  leastValue: 'Lowest',
  largestValue: 'Highest',
  growth: 'Growth',
};
