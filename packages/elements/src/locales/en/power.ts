import type { PowerTerms } from '../terms.js';

/** Words of the power chart. English. */
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
  measuredShare: (share) => `${share} of the time measured`,
  noMeter: 'Nothing here measures power or energy.',
  powerKeys: 'Left and right move the cursor by one step of the line, with Shift by one demand interval.',
  demand: 'demand',
  load: 'load',
};
