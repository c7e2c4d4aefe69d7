import type { Discovery, Equipment, ProposedConnector, Refusal, SignalDefinition } from '@twinfloor/core';
import { Ids } from './table/ids.js';
import { machineType } from './table/machine-type.js';

/** What sources propose, together: the parts of one workshop file. */
export interface WorkshopParts {
  readonly equipment: readonly Equipment[];
  readonly signals: readonly SignalDefinition[];
  readonly connectors: readonly ProposedConnector[];
  /** What could not be proposed, and why. */
  readonly refusals: readonly Refusal[];
}

/**
 * Puts proposals of several sources into one: ids stay unique, and signals of one name that mean different things
 * belong to the equipment of their source alone. A machine without a type gets the one that its name tells.
 */
export function together(discoveries: readonly Discovery[]): WorkshopParts {
  const ids = new Ids();
  const found = discoveries.map((discovery) => renamed(discovery, ids));
  const names = new Map<string, Set<string>>();
  for (const { name, equipment: _, ...rest } of found.flatMap(({ signals }) => signals)) {
    names.set(name, (names.get(name) ?? new Set()).add(JSON.stringify(rest)));
  }
  const signals: SignalDefinition[] = [];
  const shared = new Set<string>();
  for (const discovery of found) {
    for (const signal of discovery.signals) {
      if (signal.equipment !== undefined) signals.push(signal);
      else if (names.get(signal.name)!.size > 1)
        signals.push({ ...signal, equipment: ownersOf(signal.name, discovery) });
      else if (!shared.has(signal.name)) {
        shared.add(signal.name);
        signals.push(signal);
      }
    }
  }
  return {
    equipment: found.flatMap(({ equipment }) => equipment).map(typed),
    signals,
    connectors: found.map(({ connector }) => connector),
    refusals: found.flatMap(({ refusals }) => refusals),
  };
}

function ownersOf(signal: string, { connector }: Discovery): string[] {
  const addresses = connector.bindings.map((binding) => binding.signal.split('/'));
  return [...new Set(addresses.filter(([, name]) => name === signal).map(([owner]) => owner))];
}

/** The same proposal with ids that no other one has. */
function renamed(discovery: Discovery, ids: Ids): Discovery {
  const names = new Map(discovery.equipment.map(({ id }) => [id, ids.unique(id)]));
  const idOf = (id: string): string => names.get(id) ?? id;
  const { connector } = discovery;
  return {
    ...discovery,
    equipment: discovery.equipment.map((one) => ({
      ...one,
      id: idOf(one.id),
      ...(one.parent !== undefined && { parent: idOf(one.parent) }),
      ...(one.feeds && { feeds: one.feeds.map(idOf) }),
    })),
    signals: discovery.signals.map((signal) => ({
      ...signal,
      ...(signal.equipment && { equipment: signal.equipment.map(idOf) }),
    })),
    connector: {
      ...connector,
      ...equipmentOf(connector, idOf),
      bindings: connector.bindings.map((binding) => {
        const [owner, name] = binding.signal.split('/');
        return { ...binding, signal: `${idOf(owner)}/${name}` };
      }),
    },
  };
}

/** Settings that name equipment: shells by id stand for ids in `aas`, ids for names of the source in `opcua-json`. */
function equipmentOf({ type, equipment }: ProposedConnector, idOf: (id: string) => string): object {
  if (typeof equipment !== 'object' || equipment === null) return {};
  const renamed = Object.entries(equipment as Record<string, string>).map(([key, value]) =>
    type === 'aas' ? [key, idOf(value)] : [idOf(key), value],
  );
  return { equipment: Object.fromEntries(renamed) };
}

function typed(one: Equipment): Equipment {
  if (one.level !== 'workUnit' || one.type !== undefined) return one;
  const names = typeof one.name === 'string' ? [one.name] : Object.values(one.name);
  const type = [...names, one.id].map(machineType).find((found) => found !== undefined);
  return type === undefined ? one : { ...one, type };
}
