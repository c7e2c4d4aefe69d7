import type { TrendTerms } from '../en/trend.js';

/** In Simplified Chinese. */
export const trendTerms: TrendTerms = {
  signalTrendKeys:
    '左右键逐条上报移动光标，加 Shift 按刻度移动；Home、End 键到两端；加减键缩放，0 显示全部时段。',
  meanValue: '平均',
  leastValue: '最低',
  largestValue: '最高',
  growth: '增量',
};
