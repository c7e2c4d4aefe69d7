/** Words of the grid of tiles. */
export interface GridTerms {
  readonly machines: string;
  readonly runningOf: (running: number, all: number) => string;
  readonly sortBy: string;
  readonly sortFile: string;
  readonly sortName: string;
  readonly sortState: string;
  readonly showStates: string;
  readonly allStates: string;
  readonly findMachine: string;
  readonly noneMatch: string;
  readonly otherMachines: string;
}

/** In English. */
export const gridTerms: GridTerms = {
  machines: 'Machines',
  runningOf: (running, all) => `${running} of ${all} running`,
  sortBy: 'Sort by',
  sortFile: 'place in line',
  sortName: 'name',
  sortState: 'state',
  showStates: 'Show',
  allStates: 'all states',
  findMachine: 'Find',
  noneMatch: 'No machine is like that now.',
  otherMachines: 'Other machines',
};
