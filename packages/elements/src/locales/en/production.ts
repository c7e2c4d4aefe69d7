/** Words of production against its plan. */
export interface ProductionTerms {
  readonly productionTitle: string;
  readonly goodOfPlan: (planned: string) => string;
  readonly goodUnits: string;
  readonly behindPlan: (duration: string) => string;
  readonly aheadOfPlan: (duration: string) => string;
  readonly onPlan: string;
  readonly forecastAt: (time: string) => string;
  readonly planTotal: (quantity: string) => string;
  readonly forecastTotal: (quantity: string) => string;
  readonly scrapUnits: string;
  readonly reworkUnits: string;
  readonly plannedUnits: string;
  readonly differenceColumn: string;
  readonly sinceStart: string;
  readonly hourColumn: string;
  readonly longestStop: string;
  readonly longestStopOf: (stop: string) => string;
  readonly countedAt: (machines: string) => string;
  readonly atLeast: (quantity: string) => string;
  readonly unplannedTime: string;
  readonly noPlan: string;
  readonly noOutputCounts: string;
  readonly differentUnits: (units: string) => string;
  readonly countsKnownFor: (share: string) => string;
  readonly productionKeys: string;
}

/** In English. */
export const productionTerms: ProductionTerms = {
  productionTitle: 'Production',
  goodOfPlan: (planned) => `good, of ${planned} planned`,
  goodUnits: 'good',
  behindPlan: (duration) => `behind plan, ${duration}`,
  aheadOfPlan: (duration) => `ahead of plan, ${duration}`,
  onPlan: 'on plan',
  forecastAt: (time) => `forecast for ${time}`,
  planTotal: (quantity) => `plan ${quantity}`,
  forecastTotal: (quantity) => `forecast ${quantity}`,
  scrapUnits: 'scrap',
  reworkUnits: 'rework',
  plannedUnits: 'plan',
  differenceColumn: 'difference',
  sinceStart: 'since start',
  hourColumn: 'Hour',
  longestStop: 'longest stop',
  longestStopOf: (stop) => `longest stop: ${stop}`,
  countedAt: (machines) => `counted at ${machines}`,
  atLeast: (quantity) => `≥ ${quantity}`,
  unplannedTime: 'not planned',
  noPlan: 'There is no plan: neither a target nor an ideal cycle.',
  noOutputCounts: 'Nothing is counted here.',
  differentUnits: (units) => `The units differ (${units}); choose a line or a machine.`,
  countsKnownFor: (share) => `Counts are known for ${share} of the time; more may have been made.`,
  productionKeys: 'Arrow keys move from hour to hour.',
};
