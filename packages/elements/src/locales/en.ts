import { commonTerms } from './en/common.js';
import { providerTerms } from './en/provider.js';
import { tileTerms } from './en/tile.js';
import { gridTerms } from './en/grid.js';
import { oeeTerms } from './en/oee.js';
import { explanationTerms } from './en/explanation.js';
import { connectionsTerms } from './en/connections.js';
import { chartTerms } from './en/chart.js';
import { signalTerms } from './en/signals.js';
import { timelineTerms } from './en/timeline.js';
import { powerTerms } from './en/power.js';
import { meteringTerms } from './en/metering.js';
import { equipmentBoardTerms } from './en/equipment-board.js';
import { stackLightTerms } from './en/stack-light.js';
import { stateSummaryTerms } from './en/state-summary.js';
import { oeeTrendTerms } from './en/oee-trend.js';
import { productionTerms } from './en/production.js';
import { energyTerms } from './en/energy.js';
import { energyExplanationTerms } from './en/energy-explanation.js';
import { clockTerms } from './en/clock.js';
import { treeTerms } from './en/tree.js';
import { floorPlanTerms } from './en/floor-plan.js';
import { inspectorTerms } from './en/inspector.js';
import { valueTerms } from './en/value.js';
import { trendTerms } from './en/trend.js';
import { sceneTerms } from './en/scene.js';
import { requestTerms } from './en/request.js';
import { alarmListTerms } from './en/alarm-list.js';
import { alarmMarkTerms } from './en/alarm-mark.js';
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
  ...chartTerms,
  ...signalTerms,
  ...timelineTerms,
  ...powerTerms,
  ...meteringTerms,
  ...equipmentBoardTerms,
  ...stackLightTerms,
  ...stateSummaryTerms,
  ...oeeTrendTerms,
  ...productionTerms,
  ...energyTerms,
  ...energyExplanationTerms,
  ...clockTerms,
  ...treeTerms,
  ...floorPlanTerms,
  ...inspectorTerms,
  ...valueTerms,
  ...trendTerms,
  ...sceneTerms,
  ...requestTerms,
  ...alarmListTerms,
  ...alarmMarkTerms,
};
