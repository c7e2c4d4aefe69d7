import {
  type Binding,
  type Discover,
  type Discovery,
  type Equipment,
  type Refusal,
  type SignalDefinition,
  standardSignals,
} from '@twinfloor/core';
import { credentialsOf } from '../internal/credentials.js';
import { ask, bytesOf, jsonTypes } from '../internal/http/http.js';
import { restSettings } from './settings.js';

/** A value of a JSON document and the way to it. */
interface Leaf {
  readonly path: readonly string[];
  readonly value: number | string | boolean;
}

/** So many values are proposed; more no person would look through. */
const mostLeaves = 2_000;

/** Deeper documents are not looked into. */
const deepest = 12;

/**
 * Asks a server once and proposes a signal for each value of its answer. The first keys of the answer become
 * equipment where objects stand under them; what stands beside them belongs to one that is named after the address.
 *
 * @throws {RangeError} if a setting is wrong
 * @throws {Error} if the server does not answer with JSON; the message is for people
 */
export const discoverRest: Discover = async (settings, { signal }) => {
  const entry = { type: 'rest', id: 'rest', bindings: [], settings };
  const { url, timeout } = restSettings(entry);
  const credentials = await credentialsOf(entry);
  const request = {
    url,
    signal,
    patience: timeout,
    types: jsonTypes,
    credentials,
    headers: { accept: 'application/json' },
  };
  const text = new TextDecoder().decode(await ask(request, (response) => bytesOf(response)));
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new Error(`${url} did not answer with JSON: ${text.slice(0, 40)}`);
  }
  return proposalOf(document, nameOf(url), { ...settings, type: 'rest' });
};

/**
 * What a JSON document offers, e.g. one that was saved to a file.
 *
 * @param name - of the equipment to which the values belong that no object holds together
 * @param connector - type and settings of the entry that is proposed
 */
export function proposalOf(
  document: unknown,
  name: string,
  connector: Readonly<Record<string, unknown>> & { readonly type: string },
): Discovery {
  const refusals: Refusal[] = [];
  const equipment = new Map<string, Equipment>();
  const signals = new Map<string, SignalDefinition>();
  const bindings = new Map<string, Binding>();
  for (const { path, value } of leavesOf(document, refusals)) {
    const isGrouped = path.length > 1 && !/^\d+$/.test(path[0]);
    const owner = isGrouped ? path[0] : name;
    const signal = signalName(isGrouped ? path.slice(1) : path);
    const id = idOf(owner);
    const address = `${id}/${signal}`;
    const from = `/${path.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
    const kind = typeof value === 'number' ? 'number' : 'text';
    const known =
      signals.get(signal) ?? (Object.hasOwn(standardSignals, signal) ? standardSignals[signal] : undefined);
    if (bindings.has(address) || (known && !fits(known, kind))) {
      refusals.push({
        place: from,
        found: address,
        allowed: bindings.has(address) ? 'a name of its own' : `a ${known?.kind}`,
      });
      continue;
    }
    if (!equipment.has(id)) equipment.set(id, { id, name: owner, level: 'workUnit' } as Equipment);
    if (!known) signals.set(signal, { name: signal, kind });
    bindings.set(address, { signal: address, from });
  }
  return {
    equipment: [...equipment.values()],
    signals: [...signals.values()],
    connector: { ...connector, bindings: [...bindings.values()] },
    refusals,
  };
}

function* leavesOf(document: unknown, refusals: Refusal[]): Generator<Leaf> {
  const open: { path: readonly string[]; part: unknown }[] = [{ path: [], part: document }];
  for (let count = 0; open.length > 0;) {
    const { path, part } = open.shift()!;
    if (typeof part === 'object' && part !== null) {
      if (path.length >= deepest)
        refusals.push({
          place: `/${path.join('/')}`,
          found: 'an object',
          allowed: `up to ${deepest} levels`,
        });
      else for (const [key, inner] of Object.entries(part)) open.push({ path: [...path, key], part: inner });
      continue;
    }
    if (path.length === 0 || part === null || part === undefined) continue;
    if (count++ === mostLeaves) {
      refusals.push({
        place: `/${path.join('/')}`,
        found: `more than ${mostLeaves} values`,
        allowed: 'up to so many',
      });
      return;
    }
    yield { path, value: part as Leaf['value'] };
  }
}

/** Words of a state or a condition cannot be told from other texts: a person has to choose the vocabulary. */
function fits({ kind }: SignalDefinition, found: 'number' | 'text'): boolean {
  return found === 'number' ? kind === 'number' || kind === 'counter' : kind === 'text' || kind === 'state';
}

function signalName(path: readonly string[]): string {
  return path.map((part) => part.replace(/[\s/+#]+/g, '-')).join('.');
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

/** The last word of an address: `http://plc-7/api/values.json` is `values`, `http://plc-7/` is `plc-7`. */
function nameOf(url: string): string {
  const [address] = url.split(/[?#]/);
  const parts = address
    .replace(/^\w+:\/\//, '')
    .split('/')
    .filter((part) => part !== '');
  return (parts.at(-1) ?? 'machine').replace(/\.\w+$/, (end) => (parts.length > 1 ? '' : end));
}
