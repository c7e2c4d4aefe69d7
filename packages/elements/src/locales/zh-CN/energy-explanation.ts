import type { EnergyExplanationTerms } from '../en/energy-explanation.js';

/** In Simplified Chinese. */
export const energyExplanationTerms: EnergyExplanationTerms = {
  energyFromMeters: (names) => `读自：${names}。`,
  energyFromMachines: (count) => `${count} 个自带计量的设备之和。`,
  energyRegister: '电表读数之差，两次读数之间均摊。',
  energyMeasured: (share) => `${share} 的时间有计量。`,
  energyIntegral: '实测功率对时间的累计。',
  energySharedOut: (share, of) => `估算占比 ${share}：两次读数之间${of}。`,
  sharedOutBands: '电价时段切换',
  sharedOutStates: '状态变化',
  energyBounds: (low, high) => `计入未计量部分：${low} … ${high}。`,
  band: '时段',
  price: (unit) => `${unit}/kWh`,
  sum: '合计',
  noBand: '无电价',
  emissionFormula: (energy, factor, result) => `${energy} × ${factor} = ${result}。`,
  emissionSource: (source, year) => `排放因子：${source}${year && `（${year} 年）`}，全天相同。`,
  perGoodFormula: (energy, count, result) => `${energy} ÷ ${count}合格品 = ${result}。`,
  peakSentence: (duration, from, to, power) =>
    `各${duration}需量周期中的最大平均值：${from}–${to}，${power}。`,
  meanSentence: (energy, hours, power) => `${energy} ÷ 已计量 ${hours} = ${power}。`,
  restOfEnergy: '不属于任何设备',
  unmeasuredMachines: (names) => `无单独计量：${names}。`,
  machineEnergy: '设备',
  comparedWith: (from, until) => `对比时段：${from} … ${until}。`,
  notOver: '未结束',
};
