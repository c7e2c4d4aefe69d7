import type { StateSummaryTerms } from '../en/state-summary.js';

/** In Simplified Chinese. */
export const stateSummaryTerms: StateSummaryTerms = {
  timeByState: '各状态时间',
  machinesByState: '当前各状态设备数',
  timeInState: '时长',
  shareOfTime: '占比',
  timesEntered: '次数',
  allTime: '日历时间',
  summaryBasis: (machines, duration, until) =>
    machines === 1 ? `截至 ${until}，共 ${duration}` : `${machines} 台设备，截至 ${until}，每台 ${duration}`,
  lessThan: (amount) => `不足 ${amount}`,
};
