/** Words of the element `twin-clock`. */
export interface ClockTerms {
  readonly clockTitle: string;
  readonly shiftLeft: (duration: string) => string;
  readonly betweenShifts: string;
  readonly rangeShown: string;
  readonly rangeKinds: Readonly<Record<'shift' | 'day' | 'week', string>>;
  readonly earlierRange: string;
  readonly laterRange: string;
  readonly momentShown: string;
  readonly clockLive: string;
  readonly replay: string;
  readonly pauseReplay: string;
  readonly replaySpeed: string;
  readonly times: (speed: string) => string;
  /** That the page shows the present; a past moment; a past that runs. */
  readonly liveSentence: (time: string) => string;
  readonly momentSentence: (time: string) => string;
  readonly replaySentence: (time: string, speed: string) => string;
}

/** In English. */
export const clockTerms: ClockTerms = {
  clockTitle: 'Time',
  shiftLeft: (duration) => `${duration} left`,
  betweenShifts: 'No shift',
  rangeShown: 'Range',
  rangeKinds: { shift: 'Shift', day: 'Day', week: 'Week' },
  earlierRange: 'Earlier',
  laterRange: 'Later',
  momentShown: 'Moment',
  clockLive: 'Live',
  replay: 'Replay',
  pauseReplay: 'Pause',
  replaySpeed: 'Speed',
  times: (speed) => `${speed}×`,
  liveSentence: (time) => `Live, ${time}`,
  momentSentence: (time) => `Past, stands at ${time}`,
  replaySentence: (time, speed) => `Replay, ${time}, ${speed}`,
};
