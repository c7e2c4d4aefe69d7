/** Words of the timeline of states. */
export interface TimelineTerms {
  readonly stateTimeline: string;
  readonly machineCount: (count: number) => string;
  /** Label of the now line; `time` is a clock's text. */
  readonly nowAt: (time: string) => string;
  readonly runningShare: string;
  readonly folded: (duration: string) => string;
  readonly mergedStops: (count: number) => string;
  readonly timelineKeys: string;
  readonly machine: string;
  readonly durationColumn: string;
  readonly reason: string;
  readonly sourceWord: string;
  readonly alarmOf: (priority: number) => string;
  readonly comment: string;
}

/** In English. */
export const timelineTerms: TimelineTerms = {
  stateTimeline: 'State timeline',
  machineCount: (count) => (count === 1 ? '1 machine' : `${count} machines`),
  nowAt: (time) => `now ${time}`,
  runningShare: 'running, %',
  folded: (duration) => `${duration} folded`,
  mergedStops: (count) => `${count} short stops, merged as shares`,
  timelineKeys:
    'Left and right move the cursor by one observation, with Shift by one interval; up and down change the machine; Enter selects it; plus and minus zoom, 0 shows the whole range.',
  machine: 'Machine',
  durationColumn: 'Duration',
  reason: 'Reason',
  sourceWord: 'As reported',
  alarmOf: (priority) => `Alarm ${priority}`,
  comment: 'Comment',
};
