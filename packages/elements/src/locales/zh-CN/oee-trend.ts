import type { OeeTrendTerms } from '../en/oee-trend.js';

/** In Simplified Chinese. */
export const oeeTrendTerms: OeeTrendTerms = {
  lastSteps: {
    shift: (count) => `最近 ${count} 个班次`,
    day: (count) => `最近 ${count} 天`,
    week: (count) => `最近 ${count} 周`,
  },
  trendStep: { shift: '班次', day: '日期', week: '周' },
  soFar: '进行中',
  trendNow: '现在',
  notPlanned: '无计划',
  factorLosses: '各因素的损失',
  coverageColumn: '数据',
  boundsColumn: '区间',
  trendKeys: '方向键逐个移动，回车键让页面显示该时段。',
};
