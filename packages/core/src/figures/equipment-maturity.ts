import {
  type MaturityEvidence,
  maturityEvidence,
  type MaturityFact,
} from '../kpi/maturity/maturity-evidence.js';
import type { MaturityModel } from '../kpi/maturity/maturity-model.js';
import {
  type MaturityAnswers,
  type SelfAssessment,
  selfAssessment,
} from '../kpi/maturity/self-assessment.js';
import { countedShare, type CountedShare } from '../kpi/scorecard/counted-share.js';
import type { Interval } from '../time/interval.js';
import type { Twin } from '../twin/twin.js';
import { connectedEquipment, dataPoints, numericallyControlled } from './connected-equipment.js';
import { energySources } from './equipment-energy.js';
import { equipmentOee } from './equipment-oee.js';
import { machinesOf, untilNow } from './past.js';

/** What people answered, where they did. */
export interface EquipmentMaturityOptions {
  /** Id of a rating by id of a requirement. Default: no assessment, only evidence. */
  readonly answers?: MaturityAnswers;
  /** Id of a type of industry. Default: the first of the model. */
  readonly type?: string;
}

/** Evidence that a twin holds for a maturity assessment, and the assessment if there are answers. */
export interface EquipmentMaturity extends MaturityEvidence {
  /** The interval, cut off at the moment of the clock. */
  readonly interval: Interval;
  /** Each with its number, and what it was made of. */
  readonly facts: readonly MaturityFact[];
  /** Made of the answers alone: evidence never answers. */
  readonly assessment: SelfAssessment | undefined;
}

/**
 * What a twin already holds that an assessor of maturity may want to see, by the sub-domains of a model such as `gbt39116`:
 * shares of connected and numerically controlled equipment and of automatic data, machines with an OEE, reasons, conditions,
 * characteristics, meters, tariffs, baselines …
 *
 * @param interval - for figures; cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment, the interval runs backwards, or an answer does not fit the model
 */
export function equipmentMaturity(
  twin: Twin,
  equipment: string,
  interval: Interval,
  model: MaturityModel,
  { answers, type }: EquipmentMaturityOptions = {},
): EquipmentMaturity {
  const past = untilNow(twin, interval);
  const facts = [
    ...sharesOf(twin, equipment),
    ...signalsOf(twin, equipment, past),
    ...fileOf(twin, equipment),
  ];
  return {
    ...maturityEvidence(model, facts),
    interval: past,
    facts,
    assessment: answers && selfAssessment(model, answers, type),
  };
}

function sharesOf(twin: Twin, equipment: string): MaturityFact[] {
  const share = (key: string, { value, inputs }: CountedShare): MaturityFact => ({
    key,
    value,
    kind: 'share',
    source: 'equipmentScorecard',
    subjects: inputs.having,
  });
  return [
    share('connectedShare', countedShare(connectedEquipment(twin, equipment))),
    share('numericallyControlledShare', countedShare(numericallyControlled(twin, equipment))),
    share('automaticDataShare', countedShare(dataPoints(twin, equipment))),
  ];
}

function signalsOf(twin: Twin, equipment: string, past: Interval): MaturityFact[] {
  const machines = machinesOf(twin, equipment);
  const heard = (key: string, names: readonly string[]): MaturityFact =>
    count(
      key,
      'signals',
      twin.tree
        .workUnits(equipment)
        .flatMap((id) => names.map((name) => `${id}/${name}`))
        .filter((address) => twin.freshness(address).freshness !== 'none'),
    );
  const oees = machines.filter((id) => equipmentOee(twin, id, past).value !== undefined);
  return [
    count('machinesWithOee', 'equipmentOee', oees),
    heard('conditionSignals', ['conditions']),
    heard('orderSignals', ['order']),
    heard('bufferSignals', ['bufferCount', 'level']),
    count('energySignals', 'equipmentEnergy', energySources(twin, equipment)),
  ];
}

/** What the workshop file tells. Its shared parts (tariffs, reasons) count for each equipment. */
function fileOf({ workshop, tree, connections }: Twin, equipment: string): MaturityFact[] {
  const { energy, losses, characteristics = [], targets, signals } = workshop;
  const isWithin = (id: string) => id === equipment || tree.ancestors(id).includes(equipment);
  const file = (key: string, subjects: readonly string[]) => count(key, 'workshop file', subjects);
  const bindings = workshop.connectors.flatMap((connector) => connector.bindings);
  const vocabularies = bindings.flatMap(({ vocabulary }) => vocabulary ?? []);
  const zoned = signals.filter(({ zones = [] }) => zones.length > 0);
  const units = tree.workUnits(equipment);
  return [
    count(
      'connections',
      'connections',
      connections.flatMap(({ id, status }) => (status.state === 'live' ? id : [])),
    ),
    file('vocabularies', [...new Set(vocabularies)]),
    file(
      'stopReasons',
      (losses?.reasons ?? []).map(({ id }) => id),
    ),
    file(
      'conditionZones',
      zoned.map(({ name }) => name),
    ),
    file(
      'characteristics',
      characteristics.filter(({ signal }) => isWithin(signal.split('/')[0])).map(({ id }) => id),
    ),
    file('productionTargets', Object.keys(targets.production).filter(isWithin)),
    file(
      'machinesWithFlow',
      units.filter((id) => (tree.get(id).feeds ?? []).length > 0),
    ),
    file(
      'energyMeters',
      energy.meters.filter(({ measures }) => measures.some(isWithin)).map((meter) => meter.equipment),
    ),
    file(
      'tariffs',
      energy.tariffs.map(({ version, validFrom, currency }) => version ?? validFrom ?? currency),
    ),
    file(
      'energyBaselines',
      (energy.baselines ?? []).filter((one) => isWithin(one.equipment)).map(({ id }) => id),
    ),
    file(
      'emissionFactors',
      energy.emissionFactors.map(({ carrier }) => carrier),
    ),
    file(
      'economicIndicators',
      (targets.indicators ?? []).map(({ id }) => id),
    ),
  ];
}

function count(key: string, source: string, subjects: readonly string[]): MaturityFact {
  return { key, value: subjects.length, kind: 'count', source, subjects };
}
