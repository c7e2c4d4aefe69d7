import {
  type Binding,
  type Discovery,
  type Equipment,
  isConvertible,
  type Refusal,
  type SignalDefinition,
  standardSignals,
} from '@twinfloor/core';
import type { RecordedSignal, RecordingHead } from '@twinfloor/connectors/replay';
import { Ids } from '../table/ids.js';

/** Inputs of the vocabulary `mtconnect`, by the types that fill them. */
const stateInputs: Readonly<Record<string, string>> = {
  EXECUTION: 'execution',
  CONTROLLER_MODE: 'mode',
  FUNCTIONAL_MODE: 'functionalMode',
  EMERGENCY_STOP: 'emergencyStop',
  AVAILABILITY: 'availability',
};

/** Standard signals by the types of MTConnect that are told as they are. */
const standardByType: Readonly<Record<string, string>> = {
  EXECUTION: 'execution',
  CONTROLLER_MODE: 'mode',
  PROGRAM: 'program',
  PART_COUNT: 'producedCount',
  WATTAGE: 'power',
  ELECTRICAL_ENERGY: 'energy',
};

/**
 * Proposes what the head of a recording names: the machines of a page whose data were recorded, or one machine with all
 * signals of a source.
 *
 * @param recording - its address for the page
 */
export function discoverRecording(head: RecordingHead, recording: string): Discovery {
  const isOfPage = head.signals.every(({ name }) => /^[^/]+\/[^/]+$/.test(name));
  return isOfPage ? ofPage(head, recording) : ofMachine(head, recording);
}

function ofPage({ signals }: RecordingHead, recording: string): Discovery {
  const parts = signals.map((signal) => ({ signal, address: signal.name.split('/') }));
  const equipment = [...new Set(parts.map(({ address: [owner] }) => owner))].map((id): Equipment => ({
    id,
    name: id,
    level: 'workUnit',
  }));
  const definitions = new Map<string, SignalDefinition>();
  for (const {
    signal: { kind, unit },
    address: [, name],
  } of parts) {
    if (!isStandard(name, kind)) definitions.set(name, { name, kind, ...(unit && { unit }) });
  }
  const bindings = signals.map(({ name }): Binding => ({ signal: name, from: name }));
  const connector = { type: 'replay', recording, bindings };
  return { equipment, signals: [...definitions.values()], connector, refusals: [] };
}

function ofMachine(head: RecordingHead, recording: string): Discovery {
  // What stands behind the first comma is mostly where and when.
  const name = head.name.split(',')[0].trim() || 'machine';
  const id = new Ids().named(name, 'machine');
  const equipment: Equipment = { id, name, level: 'workUnit' };
  const bindings: Binding[] = [];
  const signals: SignalDefinition[] = [];
  const refusals: Refusal[] = [];
  const taken = new Set<string>();
  const inputs: Record<string, string> = {};
  for (const { name: from, type = '' } of head.signals) {
    const input = Object.hasOwn(stateInputs, type) ? stateInputs[type] : undefined;
    if (input !== undefined) inputs[input] ??= from;
  }
  if (inputs['execution'] !== undefined) {
    taken.add('state');
    bindings.push({ signal: `${id}/state`, from: inputs, vocabulary: 'mtconnect' });
  } else if (!head.signals.some(({ kind }) => kind === 'state'))
    refusals.push({ place: head.name, found: 'no state', allowed: 'a signal that tells the state' });
  for (const signal of head.signals) {
    const { name: from, kind, unit } = signal;
    if (kind === 'condition') bindings.push({ signal: `${id}/conditions`, from });
    else {
      const standard = standardOf(signal);
      const isFree = standard !== undefined && !taken.has(standard);
      const own = isFree ? standard : ownName(from, taken);
      taken.add(own);
      if (!isFree) signals.push({ name: own, kind, ...(unit && { unit }) });
      const needsUnit = isFree && unit !== undefined && standardSignals[standard].unit !== undefined;
      bindings.push({ signal: `${id}/${own}`, from, ...(needsUnit && { unit }) });
    }
  }
  return { equipment: [equipment], signals, connector: { type: 'replay', recording, bindings }, refusals };
}

function standardOf({ name, kind, unit, type = '' }: RecordedSignal): string | undefined {
  const standard = Object.hasOwn(standardByType, type) ? standardByType[type] : name;
  if (!isStandard(standard, kind)) return undefined;
  const wanted = standardSignals[standard].unit;
  return unit === undefined || wanted === undefined || isConvertible(unit, wanted) ? standard : undefined;
}

function isStandard(name: string, kind: string): boolean {
  if (!Object.hasOwn(standardSignals, name)) return false;
  const standard = standardSignals[name].kind;
  return standard === kind || (standard === 'counter' && kind === 'number');
}

function ownName(from: string, taken: ReadonlySet<string>): string {
  const plain = from.replace(/[\s/+#]+/g, '-');
  let name = plain;
  for (let count = 2; taken.has(name) || Object.hasOwn(standardSignals, name); count++)
    name = `${plain}-${count}`;
  return name;
}
