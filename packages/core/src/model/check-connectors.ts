import { vocabularyInputs } from '../vocabulary/vocabulary-inputs.js';
import { meantHint } from './nearest-word.js';
import { parseAddress, type SignalKind, standardSignals } from './signal.js';
import { shown } from './workshop-problem.js';
import type { EquipmentReferences } from './workshop-checks.js';
import type { WorkshopFile } from './workshop-schema.js';

type ConnectorEntry = NonNullable<WorkshopFile['connectors']>[number];
type BindingEntry = NonNullable<ConnectorEntry['bindings']>[number];

/** Checks that connector ids are unique and that bindings name signals and vocabularies that are there. */
export function checkConnectors(references: EquipmentReferences, file: WorkshopFile): void {
  const { draft } = references;
  const seen = new Set<string>();
  for (const connector of file.connectors ?? []) {
    if (connector.id !== undefined && seen.has(connector.id)) {
      draft.report(connector, 'id', 'an id that no other connector has');
      draft.leaveOut(connector, 'id');
    } else if (connector.id !== undefined) {
      seen.add(connector.id);
    }
    for (const [index, binding] of (connector.bindings ?? []).entries()) {
      if (!isSound(binding, references, file)) draft.leaveOut(connector.bindings as object, index);
    }
  }
}

function isSound(binding: BindingEntry, references: EquipmentReferences, file: WorkshopFile): boolean {
  const { draft } = references;
  const { equipment, signal } = parseAddress(binding.signal);
  if (!references.check(equipment, binding, 'signal')) return false;
  const known = signalsOf(equipment, file);
  const kind = known.get(signal);
  if (kind === undefined) {
    draft.report(binding, 'signal', `a signal of ${equipment}: ${[...known.keys()].join(', ')}`, {
      hint: meantHint(signal, known.keys()),
    });
    return false;
  }
  return isMapped(binding, kind, references);
}

/** Whether the words of the source are mapped as the kind of the signal wants it. */
function isMapped(binding: BindingEntry, kind: SignalKind, { draft }: EquipmentReferences): boolean {
  const { vocabulary, from } = binding;
  if (vocabulary === undefined) {
    if (typeof from === 'string') return true;
    draft.report(binding, 'from', 'text, as the binding has no vocabulary');
    return false;
  }
  if (kind !== 'state') {
    draft.report(binding, 'vocabulary', `nothing, as ${binding.signal} is no state`);
    return false;
  }
  if (typeof from === 'string') return true;
  const inputs: readonly string[] = vocabularyInputs[vocabulary];
  const unknown = Object.keys(from).filter((input) => !inputs.includes(input));
  for (const input of unknown) {
    const found = `the unknown input ${shown(input)}`;
    draft.report(from, input, inputs.join(', '), { found, hint: meantHint(input, inputs) });
  }
  return unknown.length === 0;
}

/** The kinds of the signals that an equipment may have, by name. */
function signalsOf(equipment: string, { signals = [] }: WorkshopFile): Map<string, SignalKind> {
  const kinds = new Map(Object.values(standardSignals).map(({ name, kind }) => [name, kind]));
  for (const { name, kind, equipment: only } of signals) {
    if (kind !== undefined && (only === undefined || only.includes(equipment))) kinds.set(name, kind);
  }
  return kinds;
}
