import type { ExplanationTerms } from '../en/explanation.js';

/** In Simplified Chinese. */
export const explanationTerms: ExplanationTerms = {
  machinesEach: (count, duration) =>
    `${count === 1 ? duration : `${count} 台设备，每台${duration}`}。每一分钟都有归属。`,
  minutes: '分',
  seconds: '秒',
  ofCalendar: '占日历时间 %',
  calendarTime: '日历时间',
  outsidePlan: '计划外时间',
  plannedTime: '计划时间',
  knownPlannedTime: '有数据的计划时间',
  runTime: '运行时间',
  netRunTime: '净运行时间',
  factorOf: (divisor, share, factor) => `÷ ${divisor} = ${share} ${factor}`,
  oeeFormula: (good, known, share) => `OEE = 合格品时间 ÷ 有数据的计划时间 = ${good} ÷ ${known} = ${share}。`,
  boundsSentence: (duration, low, high) => `若无数据的${duration}全部损失：${low}；全部合格：${high}。`,
};
