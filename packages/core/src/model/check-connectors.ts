import { vocabularyInputs } from '../vocabulary/vocabulary-inputs.js';
import { parseAddress, type SignalKind, standardSignals } from './signal.js';
import { shown } from './workshop-problem.js';
import type { EquipmentReferences } from './workshop-checks.js';
import type { WorkshopFile } from './workshop-schema.js';

type SignalEntry = NonNullable<WorkshopFile['signals']>[number];
type ConnectorEntry = NonNullable<WorkshopFile['connectors']>[number];
type BindingEntry = NonNullable<ConnectorEntry['bindings']>[number];

/** Checks that connector ids are unique and that bindings name signals and vocabularies that are there. */
export function checkConnectors(references: EquipmentReferences, file: WorkshopFile): void {
  const { draft } = references;
  const kinds = new SignalKinds(file.signals);
  const seen = new Set<string>();
  for (const connector of file.connectors ?? []) {
    if (connector.id !== undefined && seen.has(connector.id)) {
      draft.report(connector, 'id', 'an id that no other connector has');
      draft.leaveOut(connector, 'id');
    } else if (connector.id !== undefined) {
      seen.add(connector.id);
    }
    for (const [index, binding] of (connector.bindings ?? []).entries()) {
      if (!isSound(binding, references, kinds)) draft.leaveOut(connector.bindings as object, index);
    }
  }
}

function isSound(binding: BindingEntry, references: EquipmentReferences, kinds: SignalKinds): boolean {
  const { draft } = references;
  const { equipment, signal } = parseAddress(binding.signal);
  if (!references.check(equipment, binding, 'signal')) return false;
  const kind = kinds.of(equipment, signal);
  if (kind === undefined) {
    const known = kinds.names(equipment);
    const hint = draft.hint(signal, known);
    draft.report(binding, 'signal', `a signal of ${equipment}: ${known.join(', ')}`, { hint });
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
    draft.report(from, input, inputs.join(', '), { found, hint: draft.hint(input, inputs) });
  }
  return unknown.length === 0;
}

/** The kinds of the signals that an equipment may have. */
class SignalKinds {
  readonly #declared = new Map<string, SignalEntry[]>();

  constructor(signals: readonly SignalEntry[] = []) {
    for (const one of signals) this.#declared.set(one.name, [...(this.#declared.get(one.name) ?? []), one]);
  }

  of(equipment: string, name: string): SignalKind | undefined {
    // An entry for a standard signal has its kind.
    if (Object.hasOwn(standardSignals, name)) return standardSignals[name].kind;
    return this.#declared.get(name)?.find((one) => one.equipment?.includes(equipment) ?? true)?.kind;
  }

  names(equipment: string): string[] {
    const names = [...Object.keys(standardSignals), ...this.#declared.keys()];
    return [...new Set(names)].filter((name) => this.of(equipment, name) !== undefined);
  }
}
