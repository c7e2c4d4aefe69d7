import type { OeeTerms } from '../terms.js';

/** Words of the OEE. English. */
export const oeeTerms: OeeTerms = {
  availability: 'Availability',
  toTarget: (distance) => `${distance} to target`,
  points: 'pts',
  target: (share) => `target ${share}`,
  bounds: (low, high) => `bounds ${low} … ${high}`,
  dataFor: (share) => `data for ${share} of planned time`,
  performance: 'Performance',
  quality: 'Quality',
  // Some call it "early", some "early shift".
  shiftTo: (name, time) => `${/shift$/i.test(name) ? name : `${name} shift`} to ${time}`,
  fromTo: (from, to) => `${from} … ${to}`,
  nothingPlanned: 'Nothing was planned in this time.',
  noOee: (missing, machines) => `No OEE: ${missing} for ${machines}.`,
  oeeOfSome: (count, all, machines, missing) =>
    `OEE of ${count} of ${all} machines. Not in it: ${machines} (${missing}).`,
  noProducedCount: 'no piece count',
  noGoodCount: 'no count of good pieces',
  noIdealCycle: 'no ideal cycle',
  and: ' and ',
  listComma: ', ',
  performanceAboveOne: 'Performance above 100 %: an ideal cycle is set too long.',
  howMade: 'How this number is made',
  speedLoss: 'Reduced speed, minor stops',
  defects: 'Defects',
  goodTime: 'Good time',
};
