import type { ClockTerms } from '../en/clock.js';

/** In Simplified Chinese. */
export const clockTerms: ClockTerms = {
  clockTitle: '时间',
  shiftLeft: (duration) => `剩余 ${duration}`,
  betweenShifts: '非班次时间',
  rangeShown: '时间范围',
  rangeKinds: { shift: '班次', day: '日', week: '周' },
  earlierRange: '上一段',
  laterRange: '下一段',
  momentShown: '显示时刻',
  clockLive: '实时',
  replay: '回放',
  pauseReplay: '暂停',
  replaySpeed: '速度',
  times: (speed) => `${speed} 倍`,
  liveSentence: (time) => `实时，${time}`,
  momentSentence: (time) => `历史时刻，停在 ${time}`,
  replaySentence: (time, speed) => `回放，${time}，${speed}`,
};
