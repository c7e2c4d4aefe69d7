import type { GridTerms } from '../terms.js';

/** Words of the grid of tiles. English. */
export const gridTerms: GridTerms = {
  machines: 'Machines',
  runningOf: (running, all) => `${running} of ${all} running`,
  sortBy: 'Sort by',
  sortFile: 'place in line',
  sortName: 'name',
  sortState: 'state',
  showStates: 'Show',
  allStates: 'all states',
  noneMatch: 'No machine is in this state now.',
  otherMachines: 'Other machines',
};
