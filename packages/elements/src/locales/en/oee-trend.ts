/** Words of the trend of an OEE. */
export interface OeeTrendTerms {
  readonly lastSteps: { readonly [Step in 'shift' | 'day' | 'week']: (count: number) => string };
  /** Column of a table: which shift, day or week. */
  readonly trendStep: { readonly [Step in 'shift' | 'day' | 'week']: string };
  /** Of a step that is not over yet. */
  readonly soFar: string;
  readonly trendNow: string;
  readonly notPlanned: string;
  readonly factorLosses: string;
  readonly coverageColumn: string;
  readonly boundsColumn: string;
  readonly trendKeys: string;
}

/** In English. */
export const oeeTrendTerms: OeeTrendTerms = {
  lastSteps: {
    shift: (count) => `Last ${count} shifts`,
    day: (count) => `Last ${count} days`,
    week: (count) => `Last ${count} weeks`,
  },
  trendStep: { shift: 'Shift', day: 'Day', week: 'Week' },
  soFar: 'so far',
  trendNow: 'now',
  notPlanned: 'not planned',
  factorLosses: 'What each factor lost',
  coverageColumn: 'Data',
  boundsColumn: 'Bounds',
  trendKeys: 'Arrow keys move from step to step, Enter shows its time on the page.',
};
