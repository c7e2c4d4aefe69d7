/** Words of the tree of equipment. */
export interface TreeTerms {
  readonly treeTitle: string;
  readonly filterTree: string;
  readonly noneCalled: (text: string) => string;
  readonly groupRunning: (running: number, all: number) => string;
  readonly groupRunningShort: (running: number, all: number) => string;
  /** A line or workshop for screen readers; `worst` is empty where nothing is abnormal. */
  readonly groupSentence: (name: string, running: string, worst: string) => string;
}

/** In English. */
export const treeTerms: TreeTerms = {
  treeTitle: 'Equipment',
  filterTree: 'Filter by name',
  noneCalled: (text) => `Nothing here is called “${text}”.`,
  groupRunning: (running, all) => `${running} of ${all} running`,
  groupRunningShort: (running, all) => `${running}/${all}`,
  groupSentence: (name, running, worst) => `${name}: ${running}${worst && `, worst state ${worst}`}`,
};
