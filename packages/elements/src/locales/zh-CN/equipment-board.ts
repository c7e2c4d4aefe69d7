import type { EquipmentBoardTerms } from '../en/equipment-board.js';

/** In Simplified Chinese. */
export const equipmentBoardTerms: EquipmentBoardTerms = {
  equipmentBoardTitle: 'Equipment board',
};
