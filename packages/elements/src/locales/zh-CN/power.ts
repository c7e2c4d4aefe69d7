import type { PowerTerms } from '../en/power.js';

/** In Simplified Chinese. */
export const powerTerms: PowerTerms = {
  powerTitle: '功率',
  loadNow: '当前负荷',
  demandOf: (from, to) => `需量 ${from}–${to}`,
  expectedFor: (from, to) => `预计 ${from}–${to}`,
  allowedFor: (duration) => `余下${duration}可用`,
  limitPassed: '已超出限值',
  peakAt: (time) => `峰值，${time}`,
  meanPower: '平均',
  peak: '峰值',
  energy: '电量',
  limitOf: (power) => `限值 ${power}`,
  loadLine: '线：负荷',
  demandSteps: (duration) => `阶梯：${duration}需量`,
  counterOnly: '只有电量读数，无负荷',
  energyUsed: (amount) => `已用 ${amount}`,
  powerKeys: '左右键逐点移动光标，加 Shift 逐个需量周期移动。',
  demand: '需量',
  demandExpected: '预计需量',
  priceIn: (unit) => `电价：${unit}`,
  tariff: '电价',
  load: '负荷',
};
