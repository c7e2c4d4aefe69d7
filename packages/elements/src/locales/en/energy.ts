/** Words of the energy of an equipment. */
export interface EnergyTerms {
  readonly energyTitle: string;
  readonly energyAgainst: (day: string) => string;
  readonly energyFigures: {
    readonly energy: string;
    readonly cost: string;
    readonly emission: string;
    readonly perGoodUnit: string;
    readonly peakDemand: string;
    readonly meanPower: string;
    readonly states: string;
    readonly hours: string;
    readonly days: string;
  };
  readonly byTariff: string;
  readonly costIn: (share: string, band: string) => string;
  readonly notProducingOf: (amount: string, share: string) => string;
  readonly inUnknownState: (amount: string) => string;
  readonly markAndPale: (day: string) => string;
  readonly noPrice: string;
  readonly severalCurrencies: (currencies: string) => string;
}

/** In English. */
export const energyTerms: EnergyTerms = {
  energyTitle: 'Energy',
  energyAgainst: (day) => `against ${day}`,
  energyFigures: {
    energy: 'Electricity',
    cost: 'Cost',
    emission: 'CO₂',
    perGoodUnit: 'Per good unit',
    peakDemand: 'Peak demand',
    meanPower: 'Mean power',
    states: 'Not producing',
    hours: 'By hour',
    days: 'By day',
  },
  byTariff: 'By tariff',
  costIn: (share, band) => `${share} of the cost in ${band} hours`,
  notProducingOf: (amount, share) => `${amount}, ${share} of machine energy`,
  inUnknownState: (amount) => `and ${amount} without a known state`,
  markAndPale: (day) => `kWh; mark: ${day}; pale: not over`,
  noPrice: 'For a part of this time the tariff names no price, so no cost is told.',
  severalCurrencies: (currencies) => `The tariffs are in ${currencies}, which cannot be added up.`,
};
