/** Words of the element `twin-tree`. */
export interface TreeTerms {
  readonly treeTitle: string;
}

/** In English. */
export const treeTerms: TreeTerms = {
  treeTitle: 'Tree',
};
