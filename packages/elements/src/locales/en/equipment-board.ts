/** Words of the element `twin-equipment-board`. */
export interface EquipmentBoardTerms {
  readonly boardKeys: string;
  /** How many machines in all, also as it is written; the counts by state follow. */
  readonly boardSummary: (machines: number, written: string, counts: readonly string[]) => string;
  readonly boardCount: (count: string, state: string) => string;
  readonly boardTitle: string;
  readonly boardMachine: string;
  readonly boardGroup: string;
  readonly boardSince: string;
}

/** In English. */
export const equipmentBoardTerms: EquipmentBoardTerms = {
  boardKeys: 'Arrow keys move, letters find a name, Enter selects.',
  boardSummary: (machines, written, counts) =>
    `${machines === 1 ? '1 machine' : `${written} machines`}: ${counts.join(', ')}`,
  boardCount: (count, state) => `${count}\u00a0${state.toLowerCase()}`,
  boardTitle: 'Machines',
  boardMachine: 'Machine',
  boardGroup: 'Part of',
  boardSince: 'Since',
};
