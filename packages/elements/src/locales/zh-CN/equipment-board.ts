import type { EquipmentBoardTerms } from '../en/equipment-board.js';

/** In Simplified Chinese. */
export const equipmentBoardTerms: EquipmentBoardTerms = {
  boardKeys: '方向键移动，输入名称查找，回车键选择。',
  boardSummary: (_machines, written, counts) => `${written} 台设备：${counts.join('，')}`,
  boardCount: (count, state) => `${state}\u00a0${count}`,
  boardTitle: '设备',
  boardMachine: '设备名称',
  boardGroup: '所属',
  boardSince: '状态开始时间',
};
