import type { OeeTerms } from '../en/oee.js';

/** In Simplified Chinese. */
export const oeeTerms: OeeTerms = {
  availability: '时间开动率',
  toTarget: (distance) => `距目标 ${distance}`,
  points: '百分点',
  target: (share) => `目标 ${share}`,
  bounds: (low, high) => `区间 ${low} … ${high}`,
  dataFor: (share) => `计划时间的 ${share} 有数据`,
  performance: '性能开动率',
  quality: '合格品率',
  shiftTo: (name, time) => `${name}，截至 ${time}`,
  fromTo: (from, to) => `${from} … ${to}`,
  nothingPlanned: '该时段没有生产计划。',
  noOee: (missing, machines) => `无法计算 OEE：${machines} ${missing}。`,
  oeeOfSome: (count, all, machines, missing) =>
    `${all} 台设备中 ${count} 台的 OEE。未计入：${machines}（${missing}）。`,
  noProducedCount: '没有产量计数',
  noGoodCount: '没有合格品计数',
  noIdealCycle: '没有标准节拍',
  and: '、',
  listComma: '、',
  performanceAboveOne: '性能开动率超过 100 %：标准节拍设得过长。',
  howMade: '这个数值如何得出',
  speedLoss: '速度损失与短停',
  defects: '不合格品',
  goodTime: '合格品时间',
};
