/** Words of the element `twin-state-summary`. */
export interface StateSummaryTerms {
  readonly stateSummaryTitle: string;
}

/** In English. */
export const stateSummaryTerms: StateSummaryTerms = {
  stateSummaryTitle: 'State summary',
};
