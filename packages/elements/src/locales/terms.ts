import type { CommonTerms } from './en/common.js';
import type { ProviderTerms } from './en/provider.js';
import type { TileTerms } from './en/tile.js';
import type { GridTerms } from './en/grid.js';
import type { OeeTerms } from './en/oee.js';
import type { ExplanationTerms } from './en/explanation.js';
import type { ConnectionsTerms } from './en/connections.js';
import type { ChartTerms } from './en/chart.js';
import type { SignalTerms } from './en/signals.js';
import type { TimelineTerms } from './en/timeline.js';
import type { PowerTerms } from './en/power.js';
import type { MeteringTerms } from './en/metering.js';
import type { EquipmentBoardTerms } from './en/equipment-board.js';
import type { StackLightTerms } from './en/stack-light.js';
import type { StateSummaryTerms } from './en/state-summary.js';
import type { OeeTrendTerms } from './en/oee-trend.js';
import type { ProductionTerms } from './en/production.js';
import type { EnergyTerms } from './en/energy.js';
import type { EnergyExplanationTerms } from './en/energy-explanation.js';
import type { ClockTerms } from './en/clock.js';
import type { TreeTerms } from './en/tree.js';
import type { FloorPlanTerms } from './en/floor-plan.js';
import type { InspectorTerms } from './en/inspector.js';
import type { ValueTerms } from './en/value.js';
import type { TrendTerms } from './en/trend.js';
import type { SceneTerms } from './en/scene.js';
import type { RequestTerms } from './en/request.js';
import type { AlarmListTerms } from './en/alarm-list.js';
import type { AlarmMarkTerms } from './en/alarm-mark.js';

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
    ChartTerms,
    SignalTerms,
    TimelineTerms,
    PowerTerms,
    MeteringTerms,
    EquipmentBoardTerms,
    StackLightTerms,
    StateSummaryTerms,
    OeeTrendTerms,
    ProductionTerms,
    EnergyTerms,
    EnergyExplanationTerms,
    ClockTerms,
    TreeTerms,
    FloorPlanTerms,
    InspectorTerms,
    ValueTerms,
    TrendTerms,
    SceneTerms,
    RequestTerms,
    AlarmListTerms,
    AlarmMarkTerms {}
