/** Words of the element `twin-equipment-board`. */
export interface EquipmentBoardTerms {
  readonly equipmentBoardTitle: string;
}

/** In English. */
export const equipmentBoardTerms: EquipmentBoardTerms = {
  equipmentBoardTitle: 'Equipment board',
};
