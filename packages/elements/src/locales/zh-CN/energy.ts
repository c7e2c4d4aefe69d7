import type { EnergyTerms } from '../en/energy.js';

/** In Simplified Chinese. */
export const energyTerms: EnergyTerms = {
  energyTitle: '能耗',
  energyAgainst: (day) => `对比 ${day}`,
  energyFigures: {
    energy: '电量',
    cost: '电费',
    emission: 'CO₂',
    perGoodUnit: '每合格品',
    peakDemand: '最大需量',
    meanPower: '平均功率',
    states: '非生产能耗',
    hours: '按小时',
    days: '按日',
  },
  byTariff: '按电价时段',
  costIn: (share, band) => `${band}段占电费 ${share}`,
  notProducingOf: (amount, share) => `${amount}，占设备用电 ${share}`,
  inUnknownState: (amount) => `另有 ${amount} 状态未知`,
  markAndPale: (day) => `kWh；横线：${day}；浅色：未结束`,
  noPrice: '部分时间没有电价，无法计算电费。',
  severalCurrencies: (currencies) => `电价含多种货币（${currencies}），不能相加。`,
};
