/** Words of the explanation of energy figures. */
export interface EnergyExplanationTerms {
  readonly energyFromMeters: (names: string) => string;
  readonly energyFromMachines: (count: number) => string;
  readonly energyRegister: string;
  readonly energyIntegral: string;
  readonly energyMeasured: (share: string) => string;
  readonly energySharedOut: (share: string, of: string) => string;
  readonly sharedOutBands: string;
  readonly sharedOutStates: string;
  readonly energyBounds: (low: string, high: string) => string;
  readonly band: string;
  readonly price: (unit: string) => string;
  readonly sum: string;
  readonly noBand: string;
  readonly emissionFormula: (energy: string, factor: string, result: string) => string;
  readonly emissionSource: (source: string, year: string) => string;
  readonly perGoodFormula: (energy: string, count: string, result: string) => string;
  readonly peakSentence: (duration: string, from: string, to: string, power: string) => string;
  readonly meanSentence: (energy: string, hours: string, power: string) => string;
  readonly restOfEnergy: string;
  readonly unmeasuredMachines: (names: string) => string;
  readonly machineEnergy: string;
  readonly comparedWith: (from: string, until: string) => string;
  readonly notOver: string;
}

/** In English. */
export const energyExplanationTerms: EnergyExplanationTerms = {
  energyFromMeters: (names) => `Read from: ${names}.`,
  energyFromMachines: (count) => `The sum of ${count} that measure themselves.`,
  energyRegister: 'Growth of a counter, shared out evenly between two readings.',
  energyMeasured: (share) => `${share} of the time was measured.`,
  energyIntegral: 'Measured power over time.',
  energySharedOut: (share, of) => `Estimated share: ${share}, where ${of} between two readings of a counter.`,
  sharedOutBands: 'a band begins',
  sharedOutStates: 'a state changes',
  energyBounds: (low, high) => `With what was not measured: ${low} … ${high}.`,
  band: 'Band',
  price: (unit) => `${unit}/kWh`,
  sum: 'Sum',
  noBand: 'no price',
  emissionFormula: (energy, factor, result) => `${energy} × ${factor} = ${result}.`,
  emissionSource: (source, year) => `Factor: ${source}${year && ` (${year})`}, the same at every hour.`,
  perGoodFormula: (energy, count, result) => `${energy} ÷ ${count} good = ${result}.`,
  peakSentence: (duration, from, to, power) =>
    `The highest mean of all ${duration} windows: ${power} from ${from} to ${to}.`,
  meanSentence: (energy, hours, power) => `${energy} ÷ ${hours} measured = ${power}.`,
  restOfEnergy: 'Of no machine',
  unmeasuredMachines: (names) => `Not measured by themselves: ${names}.`,
  machineEnergy: 'Machines',
  comparedWith: (from, until) => `Compared with ${from} … ${until}.`,
  notOver: 'not over',
};
