import type { SignalTerms } from '../en/signals.js';

/** In Simplified Chinese. */
export const signalTerms: SignalTerms = {
  signals: {
    state: '状态',
    execution: '执行状态',
    mode: '模式',
    reason: '原因',
    order: '订单',
    product: '产品',
    program: '程序',
    producedCount: '产量',
    goodCount: '良品',
    scrapCount: '废品',
    reworkCount: '返工',
    scrapReason: '报废原因',
    comment: '备注',
    orderQuantity: '订单数量',
    cycleTime: '节拍',
    bufferCount: '待加工件数',
    level: '液位',
    positionX: '位置 X',
    positionY: '位置 Y',
    heading: '航向',
    energy: '电能',
    power: '功率',
    temperature: '温度',
    conditions: '报警',
  },
  perHour: (unit) => `${unit}/时`,
};
