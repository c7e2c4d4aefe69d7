import {
  type Binding,
  type Discovery,
  type Equipment,
  isConvertible,
  type Refusal,
  type SignalDefinition,
  type SignalKind,
  standardSignals,
} from '@twinfloor/core';
import { dataTypeName, isInteger } from './data-types.js';
import * as dataType from './data-type.js';
import type { MetricColumns } from './metric-columns.js';
import { propertiesOf } from './properties.js';
import { valueOf } from './value.js';

/** A metric that a birth names. */
export interface OfferedMetric {
  readonly name: string;
  /** Code of the data type. */
  readonly type: number;
  readonly unit: string | undefined;
}

/** So many metrics are proposed; more no person would look through. */
const mostMetrics = 5_000;

/** What belongs to the session and not to the machine. */
const ofSession = /^(bdSeq$|(Node|Device) Control\/)/;

const ofFault = /alarm|fault|error|störung|故障|报警/i;

/** The metrics that a birth names; members of Templates by their way. What cannot be read is left out. */
export function metricsOf(columns: MetricColumns, path = ''): OfferedMetric[] {
  const metrics: OfferedMetric[] = [];
  for (let row = 0; row < columns.length; row++) {
    try {
      const name = columns.nameOf(row);
      if (name === undefined || name === '' || (path === '' && ofSession.test(name))) continue;
      const type = columns.types[row];
      if (type === dataType.template) {
        const value = valueOf(columns, row, type);
        const isInstance = typeof value === 'object' && 'members' in value && !value.isDefinition;
        if (isInstance && path.split('/').length < 8)
          metrics.push(...metricsOf(value.members, `${path}${name}/`));
        continue;
      }
      const unit = propertiesOf(columns, row).get('engUnit');
      metrics.push({
        name: path + name,
        type,
        unit: typeof unit === 'string' && unit !== '' ? unit : undefined,
      });
    } catch {
      // The connector will tell what is wrong with it.
    }
  }
  return metrics;
}

/**
 * Equipment, signals and bindings for what was born.
 *
 * @param born - metrics by `group/node` or `group/node/device`
 * @param settings - those of the entry that is proposed
 */
export function proposalOf(
  born: ReadonlyMap<string, readonly OfferedMetric[]>,
  settings: Readonly<Record<string, unknown>>,
): Discovery {
  const refusals: Refusal[] = [];
  const bindings: Binding[] = [];
  const signals = new SignalNames();
  const ids = idsOf([...born.keys()]);
  const owners = [...born].sort(([a], [b]) => a.localeCompare(b));
  const withDevices = new Set([...born.keys()].map(nodeOf).filter((node, _, all) => all.includes(node)));
  const isNode = (owner: string): boolean => nodeOf(owner) === undefined;
  const equipment = owners
    .filter(([owner, metrics]) => metrics.length > 0 || withDevices.has(owner))
    .map(([owner]): Equipment => {
      const parent = nodeOf(owner);
      const level = isNode(owner) && withDevices.has(owner) ? 'workCenter' : 'workUnit';
      const name = owner.slice(owner.lastIndexOf('/') + 1);
      return {
        id: ids.get(owner)!,
        name,
        level,
        ...(parent !== undefined && ids.has(parent) && { parent: ids.get(parent) }),
      };
    });
  for (const [owner, metrics] of owners) {
    for (const metric of metrics) {
      const place = `${owner}#${metric.name}`;
      const kind = kindOf(metric);
      if (!kind || bindings.length >= mostMetrics) {
        const allowed = kind ? `up to ${mostMetrics} metrics` : 'a number, a Boolean, a text or a time';
        refusals.push({ place, found: dataTypeName(metric.type), allowed });
        continue;
      }
      const signal = signals.nameOf(ids.get(owner)!, metric, kind);
      if (signal === undefined) refusals.push({ place, found: metric.name, allowed: 'a name of its own' });
      else bindings.push({ signal: `${ids.get(owner)}/${signal}`, from: place });
    }
  }
  return {
    equipment,
    signals: signals.definitions,
    connector: { ...settings, type: 'sparkplug', bindings },
    refusals,
  };
}

/** Names of signals, one definition for all equipment that has the same. */
class SignalNames {
  readonly #variants = new Map<string, { definition: SignalDefinition; equipment: string[] }>();
  readonly #taken = new Set<string>();

  /** @returns `undefined` if the equipment has a signal of that name already */
  nameOf(equipment: string, { name, unit }: OfferedMetric, kind: SignalKind): string | undefined {
    if (kind === 'condition') return 'conditions';
    const standard = standardOf(name, kind, unit);
    const signal = standard ?? name.replaceAll('/', '.').replace(/[\s+#]+/g, '-');
    const address = `${equipment}/${signal}`;
    if (this.#taken.has(address)) return undefined;
    this.#taken.add(address);
    if (standard !== undefined) return standard;
    const key = [signal, kind, unit ?? ''].join('\0');
    const known = this.#variants.get(key);
    if (known) known.equipment.push(equipment);
    else {
      const definition = { name: signal, kind, ...(unit !== undefined && { unit }) };
      this.#variants.set(key, { definition, equipment: [equipment] });
    }
    return signal;
  }

  get definitions(): SignalDefinition[] {
    const all = [...this.#variants.values()];
    return all.map(({ definition, equipment }) => {
      const isOne =
        all.filter((other) => other.definition.name === definition.name).length === 1 &&
        !Object.hasOwn(standardSignals, definition.name);
      return isOne ? definition : { ...definition, equipment };
    });
  }
}

function kindOf({ name, type }: OfferedMetric): SignalKind | undefined {
  if (type === dataType.boolean) return ofFault.test(name) ? 'condition' : 'number';
  if (isInteger(type) || type === dataType.float || type === dataType.double) return 'number';
  const isText = [dataType.string, dataType.text, dataType.uuid, dataType.dateTime].some(
    (each) => each === type,
  );
  return isText ? 'text' : undefined;
}

/** The standard signal that a metric is by the last word of its name; `undefined`: none that it fits. */
function standardOf(name: string, kind: SignalKind, unit: string | undefined): string | undefined {
  const word = name
    .slice(name.lastIndexOf('/') + 1)
    .replace(/[\s_-]+/g, '')
    .toLowerCase();
  const found = Object.values(standardSignals).find((each) => each.name.toLowerCase() === word);
  if (!found) return undefined;
  const fits = kind === 'number' ? found.kind === 'number' || found.kind === 'counter' : found.kind === kind;
  const isSameQuantity = unit === undefined || found.unit === undefined || isConvertible(unit, found.unit);
  return fits && isSameQuantity ? found.name : undefined;
}

/** `group/node` of `group/node/device`; `undefined` for a node itself. */
function nodeOf(owner: string): string | undefined {
  const parts = owner.split('/');
  return parts.length > 2 ? parts.slice(0, 2).join('/') : undefined;
}

/** An id for each node and device: made of its name, and of more where another one has the same. */
function idsOf(owners: readonly string[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const owner of [...owners].sort()) {
    const parts = owner.split('/');
    const short = idText(parts.at(-1)!);
    let id = taken.has(short) ? idText(parts.join('-')) : short;
    for (let count = 2; taken.has(id); count++) id = `${idText(parts.join('-'))}-${count}`;
    taken.add(id);
    ids.set(owner, id);
  }
  return ids;
}

function idText(name: string): string {
  const id = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
  return id || 'machine';
}
