/** Words of the explanation of an OEE. */
export interface ExplanationTerms {
  readonly machinesEach: (count: number, duration: string) => string;
  readonly minutes: string;
  readonly seconds: string;
  readonly ofCalendar: string;
  readonly calendarTime: string;
  readonly outsidePlan: string;
  readonly plannedTime: string;
  readonly knownPlannedTime: string;
  readonly runTime: string;
  readonly netRunTime: string;
  readonly factorOf: (divisor: string, share: string, factor: string) => string;
  readonly oeeFormula: (good: string, known: string, share: string) => string;
  readonly speedGain: string;
  readonly shorterTogether: (count: number) => string;
  readonly byMachine: string;
  readonly machineColumn: string;
  readonly lostMost: string;
  readonly othersTogether: (count: number) => string;
  readonly whatCounted: string;
  readonly productColumn: string;
  readonly cycleColumn: string;
  readonly idealTime: string;
  readonly producedColumn: string;
  readonly goodColumn: string;
  readonly scrapColumn: string;
  readonly reworkColumn: string;
  readonly allTogether: string;
  readonly countRule: string;
  readonly goodRule: string;
  readonly producedRule: string;
  readonly scrapFor: (reasons: string) => string;
  readonly noReasonSaid: string;
  readonly boundsSentence: (duration: string, low: string, high: string) => string;
}

/** In English. */
export const explanationTerms: ExplanationTerms = {
  machinesEach: (count, duration) =>
    `${count === 1 ? duration : `${count} machines, ${duration} each`}. Every minute is somewhere.`,
  minutes: 'min',
  seconds: 's',
  ofCalendar: '% of calendar',
  calendarTime: 'Calendar time',
  outsidePlan: 'Outside the plan',
  plannedTime: 'Planned time',
  knownPlannedTime: 'Known planned time',
  runTime: 'Run time',
  netRunTime: 'Net run time',
  factorOf: (divisor, share, factor) => `÷ ${divisor} = ${share} ${factor}`,
  oeeFormula: (good, known, share) => `OEE = good time ÷ known planned time = ${good} ÷ ${known} = ${share}.`,
  speedGain: 'Faster than the ideal cycle',
  shorterTogether: (count) => `and ${count} shorter, together`,
  byMachine: 'By machine',
  machineColumn: 'Machine',
  lostMost: 'Lost most',
  othersTogether: (count) => `${count} others`,
  whatCounted: 'What was counted',
  productColumn: 'Product',
  cycleColumn: 'Ideal cycle',
  idealTime: 'Produced × cycle',
  producedColumn: 'Produced',
  goodColumn: 'Good',
  scrapColumn: 'Scrap',
  reworkColumn: 'Rework',
  allTogether: 'All',
  countRule:
    'A piece belongs to the moment it was counted, within the planned time. A reworked piece is not good.',
  goodRule: 'Good pieces are not counted: they are produced less scrap and rework.',
  producedRule: 'Produced pieces are not counted: they are good, scrap and rework together.',
  scrapFor: (reasons) => `Scrap: ${reasons}.`,
  noReasonSaid: 'no reason given',
  boundsSentence: (duration, low, high) =>
    `If the ${duration} without data were all lost: ${low}; all good: ${high}.`,
};
