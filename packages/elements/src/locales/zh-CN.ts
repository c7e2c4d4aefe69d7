import type { Terms } from './terms.js';
import { commonTerms } from './zh-CN/common.js';
import { providerTerms } from './zh-CN/provider.js';
import { tileTerms } from './zh-CN/tile.js';
import { gridTerms } from './zh-CN/grid.js';
import { oeeTerms } from './zh-CN/oee.js';
import { explanationTerms } from './zh-CN/explanation.js';
import { connectionsTerms } from './zh-CN/connections.js';
import { timelineTerms } from './zh-CN/timeline.js';
import { powerTerms } from './zh-CN/power.js';

/** Simplified Chinese. */
export const zhCN: Terms = {
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
