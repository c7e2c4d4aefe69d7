import type { Terms } from './terms.js';
import { commonTerms } from './zh-CN/common.js';
import { providerTerms } from './zh-CN/provider.js';
import { tileTerms } from './zh-CN/tile.js';
import { gridTerms } from './zh-CN/grid.js';
import { oeeTerms } from './zh-CN/oee.js';
import { explanationTerms } from './zh-CN/explanation.js';
import { connectionsTerms } from './zh-CN/connections.js';
import { chartTerms } from './zh-CN/chart.js';
import { signalTerms } from './zh-CN/signals.js';
import { timelineTerms } from './zh-CN/timeline.js';
import { powerTerms } from './zh-CN/power.js';
import { meteringTerms } from './zh-CN/metering.js';
import { equipmentBoardTerms } from './zh-CN/equipment-board.js';
import { stackLightTerms } from './zh-CN/stack-light.js';
import { stateSummaryTerms } from './zh-CN/state-summary.js';
import { oeeTrendTerms } from './zh-CN/oee-trend.js';
import { productionTerms } from './zh-CN/production.js';
import { energyTerms } from './zh-CN/energy.js';
import { energyExplanationTerms } from './zh-CN/energy-explanation.js';
import { clockTerms } from './zh-CN/clock.js';
import { treeTerms } from './zh-CN/tree.js';
import { floorPlanTerms } from './zh-CN/floor-plan.js';
import { inspectorTerms } from './zh-CN/inspector.js';
import { valueTerms } from './zh-CN/value.js';
import { trendTerms } from './zh-CN/trend.js';
import { sceneTerms } from './zh-CN/scene.js';
import { requestTerms } from './zh-CN/request.js';
import { alarmListTerms } from './zh-CN/alarm-list.js';
import { alarmMarkTerms } from './zh-CN/alarm-mark.js';

/** Simplified Chinese. */
export const zhCN: Terms = {
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
