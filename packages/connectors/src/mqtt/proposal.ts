import {
  type Binding,
  type Discovery,
  type Equipment,
  isConvertible,
  type SignalDefinition,
  type SignalKind,
  standardSignals,
} from '@twinfloor/core';
import { guessOf, type SignalGuess } from './signal-guess.js';
import type { HeardSignal, TopicLog } from './topic-log.js';

/**
 * What a broker offers, from what was heard of it. Kinds are guesses; see `guessOf`. The level of all equipment is that
 * of a machine: topics do not tell it.
 *
 * @param settings - those of the connector's entry
 */
export function proposalOf(log: TopicLog, settings: Readonly<Record<string, unknown>>): Discovery {
  const equipment = new Map<string, Equipment>();
  const signals = new Map<string, SignalDefinition>();
  const bindings = new Map<string, Binding>();
  const ids = new Map<string, string>();
  const heard = [...log.signals.values()];
  const kinds = kindsByName(heard);
  for (const each of heard) {
    const owner = ownerOf(each, equipment, ids);
    const { kind, vocabulary } = kinds.get(nameOf(each))!;
    const name = fittingName(nameOf(each), kind);
    const standard = Object.hasOwn(standardSignals, name) ? standardSignals[name] : undefined;
    const address = freeAddress(`${owner}/${name}`, bindings);
    const free = address.slice(owner.length + 1);
    if (!standard || free !== name) signals.set(free, definition(free, kind, each.unit));
    const unit =
      standard?.unit !== undefined && each.unit !== undefined && isConvertible(each.unit, standard.unit);
    bindings.set(address, {
      signal: address,
      from: each.from,
      ...(vocabulary !== undefined && vocabulary !== 'canonical' && { vocabulary }),
      ...(unit && { unit: each.unit }),
    });
  }
  const { topics: _, ...rest } = settings;
  return {
    equipment: [...equipment.values()],
    signals: [...signals.values()],
    connector: { ...rest, type: 'mqtt', bindings: [...bindings.values()] },
    refusals: log.refusals,
  };
}

function definition(name: string, kind: SignalKind, unit: string | undefined): SignalDefinition {
  const hasUnit = unit !== undefined && (kind === 'number' || kind === 'counter');
  return { name, kind, ...(hasUnit && { unit }) };
}

/** A signal has one kind, whatever equipment has it: where two differ, it is a text. */
function kindsByName(heard: readonly HeardSignal[]): Map<string, SignalGuess> {
  const kinds = new Map<string, SignalGuess>();
  for (const each of heard) {
    const name = nameOf(each);
    const [known, guess] = [kinds.get(name), guessOf(name, each.values)];
    const isNumeric = ({ kind }: SignalGuess): boolean => kind === 'number' || kind === 'counter';
    if (!known) kinds.set(name, guess);
    else if (isNumeric(known) && isNumeric(guess)) {
      if (known.kind !== guess.kind) kinds.set(name, { kind: 'counter' });
    } else if (known.kind !== guess.kind || known.vocabulary !== guess.vocabulary) {
      kinds.set(name, { kind: 'text' });
    }
  }
  return kinds;
}

/** The name of a signal without what an address may not have. */
function nameOf({ name }: HeardSignal): string {
  return name.replace(/[\s/+#]+/g, '-') || 'value';
}

/** A standard signal of another kind keeps its name for what it means. */
function fittingName(name: string, kind: SignalKind): string {
  const standard = Object.hasOwn(standardSignals, name) ? standardSignals[name].kind : kind;
  const isNumeric = kind === 'number' || kind === 'counter';
  const fits = standard === kind || standard === 'text' || (isNumeric && /number|counter/.test(standard));
  return fits ? name : `${name}${kind[0].toUpperCase()}${kind.slice(1)}`;
}

function freeAddress(address: string, taken: ReadonlyMap<string, unknown>): string {
  let free = address;
  for (let count = 2; taken.has(free); count++) free = `${address}-${count}`;
  return free;
}

/** The id of the equipment that a signal belongs to; the same place always has the same. */
function ownerOf({ path }: HeardSignal, equipment: Map<string, Equipment>, ids: Map<string, string>): string {
  const place = path.join('/');
  const known = ids.get(place);
  if (known !== undefined) return known;
  const name = path.at(-1) ?? 'broker';
  // Where a name is there already, the one above it tells them apart.
  const tries = [idOf(name), idOf(path.slice(-2).join('-'))];
  for (let count = 2; tries.length < equipment.size + 3; count++) tries.push(`${tries[0]}-${count}`);
  const id = tries.find((each) => !equipment.has(each))!;
  equipment.set(id, { id, name, level: 'workUnit' });
  ids.set(place, id);
  return id;
}

function idOf(name: string): string {
  const id = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
  return id || 'machine';
}
