import type { FloorPlanTerms } from '../en/floor-plan.js';

/** In Simplified Chinese. */
export const floorPlanTerms: FloorPlanTerms = {
  floorPlanTitle: '车间平面图',
  floorPlanKeys: '方向键移到该方向最近的设备，回车键选中；加减号缩放，Shift 加方向键移动平面图，0 显示全部。',
  floorPlanOf: (machines, running) => `车间平面图：${machines} 台设备，${running} 台运行`,
  zoomIn: '放大',
  zoomOut: '缩小',
  showAll: '显示全部',
  noPlaces: '车间文件未给出设备位置，设备按行排列。',
  withoutPlace: (count) => `车间文件未给出 ${count} 台设备的位置，它们排列在前方。`,
  waitingBefore: (count) => `前方等待 ${count} 件`,
  heatTitles: { power: '功率', temperature: '温度', oee: 'OEE' },
  placedMachine: '设备',
  stateFor: '持续时间',
  stateReason: '原因',
};
