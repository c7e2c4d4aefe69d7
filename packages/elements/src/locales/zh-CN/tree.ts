import type { TreeTerms } from '../en/tree.js';

/** In Simplified Chinese. */
export const treeTerms: TreeTerms = {
  treeTitle: 'Tree',
};
