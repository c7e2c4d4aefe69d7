import type { CommonTerms } from './en/common.js';
import type { ProviderTerms } from './en/provider.js';
import type { TileTerms } from './en/tile.js';
import type { GridTerms } from './en/grid.js';
import type { OeeTerms } from './en/oee.js';
import type { ExplanationTerms } from './en/explanation.js';
import type { ConnectionsTerms } from './en/connections.js';
import type { TimelineTerms } from './en/timeline.js';
import type { PowerTerms } from './en/power.js';

/** All words that the elements say. A language that lacks one does not compile. */
export interface Terms
  extends
    CommonTerms,
    ProviderTerms,
    TileTerms,
    GridTerms,
    OeeTerms,
    ExplanationTerms,
    ConnectionsTerms,
    TimelineTerms,
    PowerTerms {}
