import type { GridTerms } from '../en/grid.js';

/** In Simplified Chinese. */
export const gridTerms: GridTerms = {
  machines: '设备',
  runningOf: (running, all) => `${all} 台中 ${running} 台运行`,
  sortBy: '排序',
  sortFile: '产线位置',
  sortName: '名称',
  sortState: '状态',
  showStates: '显示',
  allStates: '全部状态',
  findMachine: '查找',
  noneMatch: '当前没有符合条件的设备。',
  otherMachines: '其他设备',
};
