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
  boundsSentence: (duration, low, high) =>
    `If the ${duration} without data were all lost: ${low}; all good: ${high}.`,
};
