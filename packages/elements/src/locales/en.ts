import { commonTerms } from './en/common.js';
import { providerTerms } from './en/provider.js';
import { tileTerms } from './en/tile.js';
import { gridTerms } from './en/grid.js';
import { oeeTerms } from './en/oee.js';
import { explanationTerms } from './en/explanation.js';
import { connectionsTerms } from './en/connections.js';
import { timelineTerms } from './en/timeline.js';
import { powerTerms } from './en/power.js';
import type { Terms } from './terms.js';

export type { Terms } from './terms.js';

/** All of English. Elements load their own part of it only. */
export const en: Terms = {
  ...commonTerms,
  ...providerTerms,
  ...tileTerms,
  ...gridTerms,
  ...oeeTerms,
  ...explanationTerms,
  ...connectionsTerms,
  ...timelineTerms,
  ...powerTerms,
};
