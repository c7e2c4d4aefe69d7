/** Words of the element `twin-state-summary`. */
export interface StateSummaryTerms {
  readonly timeByState: string;
  readonly machinesByState: string;
  readonly timeInState: string;
  readonly shareOfTime: string;
  readonly timesEntered: string;
  readonly allTime: string;
  /** How the whole is made: the time of each machine up to a moment, times the machines. */
  readonly summaryBasis: (machines: number, duration: string, until: string) => string;
  readonly lessThan: (amount: string) => string;
}

/** In English. */
export const stateSummaryTerms: StateSummaryTerms = {
  timeByState: 'Time by state',
  machinesByState: 'Machines by state now',
  timeInState: 'Time',
  shareOfTime: 'Share',
  timesEntered: 'Times',
  allTime: 'Calendar time',
  summaryBasis: (machines, duration, until) =>
    machines === 1 ? `${duration} to ${until}` : `${machines} machines, ${duration} each to ${until}`,
  lessThan: (amount) => `< ${amount}`,
};
