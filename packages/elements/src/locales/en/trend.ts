/** Words of trends of single signals. */
export interface TrendTerms {
  readonly signalTrendKeys: string;
  readonly meanValue: string;
  readonly leastValue: string;
  readonly largestValue: string;
  readonly growth: string;
}

/** In English. */
export const trendTerms: TrendTerms = {
  signalTrendKeys:
    'Left and right move the cursor by one observation, with Shift by one label of the axis; Home and End go to the ends; plus and minus zoom, 0 shows the whole range.',
  meanValue: 'Mean',
  leastValue: 'Lowest',
  largestValue: 'Highest',
  growth: 'Growth',
};
