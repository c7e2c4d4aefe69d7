import type { TreeTerms } from '../en/tree.js';

/** In Simplified Chinese. */
export const treeTerms: TreeTerms = {
  treeTitle: '设备',
  filterTree: '按名称筛选',
  noneCalled: (text) => `没有名为“${text}”的设备。`,
  groupRunning: (running, all) => `${all} 台中 ${running} 台运行`,
  groupRunningShort: (running, all) => `${running}/${all}`,
  groupSentence: (name, running, worst) => `${name}：${running}${worst && `，最严重状态：${worst}`}`,
};
