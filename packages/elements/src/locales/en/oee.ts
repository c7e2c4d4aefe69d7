/** Words of the OEE. */
export interface OeeTerms {
  readonly availability: string;
  /** `distance` is a text such as `−3.3 pts`. */
  readonly toTarget: (distance: string) => string;
  readonly points: string;
  readonly target: (share: string) => string;
  readonly bounds: (low: string, high: string) => string;
  readonly dataFor: (share: string) => string;
  readonly performance: string;
  readonly quality: string;
  readonly shiftTo: (name: string, time: string) => string;
  readonly fromTo: (from: string, to: string) => string;
  readonly nothingPlanned: string;
  readonly noOee: (missing: string, machines: string) => string;
  readonly oeeOfSome: (count: number, all: number, machines: string, missing: string) => string;
  readonly noProducedCount: string;
  readonly noGoodCount: string;
  readonly noIdealCycle: string;
  readonly and: string;
  readonly listComma: string;
  readonly performanceAboveOne: string;
  readonly howMade: string;
  readonly speedLoss: string;
  readonly defects: string;
  readonly goodTime: string;
}

/** In English. */
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
