import type { TimelineTerms } from '../en/timeline.js';

/** In Simplified Chinese. */
export const timelineTerms: TimelineTerms = {
  stateTimeline: '状态时间线',
  machineCount: (count) => `${count} 台设备`,
  nowAt: (time) => `现在 ${time}`,
  runningShare: '运行, %',
  folded: (duration) => `已折叠${duration}`,
  mergedStops: (count) => `${count} 次短停，按占比合并`,
  timelineKeys:
    '左右键逐条上报移动光标，加 Shift 逐个状态区间移动；上下键切换设备；回车键选中；加减键缩放，0 显示全部时段。',
  machine: '设备',
  durationColumn: '时长',
  reason: '原因',
  sourceWord: '上报原文',
  alarmOf: (priority) => `${priority} 级报警`,
  comment: '备注',
};
