/** Words of the power chart. */
export interface PowerTerms {
  readonly powerTitle: string;
  readonly loadNow: string;
  readonly demandOf: (from: string, to: string) => string;
  readonly expectedFor: (from: string, to: string) => string;
  readonly allowedFor: (duration: string) => string;
  readonly limitPassed: string;
  readonly peakAt: (time: string) => string;
  readonly meanPower: string;
  readonly peak: string;
  readonly energy: string;
  readonly limitOf: (power: string) => string;
  readonly loadLine: string;
  readonly demandSteps: (duration: string) => string;
  readonly counterOnly: string;
  readonly energyUsed: (amount: string) => string;
  readonly powerKeys: string;
  readonly demand: string;
  readonly tariff: string;
  readonly demandExpected: string;
  readonly priceIn: (unit: string) => string;
  readonly load: string;
}

/** In English. */
export const powerTerms: PowerTerms = {
  powerTitle: 'Power',
  loadNow: 'load now',
  demandOf: (from, to) => `demand ${from}–${to}`,
  expectedFor: (from, to) => `expected for ${from}–${to}`,
  allowedFor: (duration) => `allowed in the ${duration} left`,
  limitPassed: 'limit passed already',
  peakAt: (time) => `peak, ${time}`,
  meanPower: 'mean',
  peak: 'peak',
  energy: 'energy',
  limitOf: (power) => `limit ${power}`,
  loadLine: 'Line: load',
  demandSteps: (duration) => `Steps: ${duration} demand`,
  counterOnly: 'a counter is read, no load',
  energyUsed: (amount) => `${amount} used`,
  powerKeys: 'Left and right move the cursor by one step of the line, with Shift by one demand interval.',
  demand: 'demand',
  demandExpected: 'demand expected',
  priceIn: (unit) => `Price in ${unit}`,
  tariff: 'Tariff',
  load: 'load',
};
