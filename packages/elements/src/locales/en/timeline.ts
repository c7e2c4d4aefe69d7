import type { TimelineTerms } from '../terms.js';

/** Words of the timeline of states. English. */
export const timelineTerms: TimelineTerms = {
  stateTimeline: 'State timeline',
  machineCount: (count) => (count === 1 ? '1 machine' : `${count} machines`),
  nowAt: (time) => `now ${time}`,
  runningShare: 'running, %',
  folded: (duration) => `${duration} folded`,
  mergedStops: (count) => `${count} short stops, merged as shares`,
  timelineKeys:
    'Left and right move the cursor by one observation, with Shift by one interval; up and down change the machine; Enter selects it.',
  machine: 'Machine',
  durationColumn: 'Duration',
  reason: 'Reason',
  sourceWord: 'As reported',
};
