import { bindingMistakes } from './binding-mistakes.js';
import type { ConnectorType } from './connectors/connector-type.js';
import { connectorTypeOf } from './connectors/index.js';
import type { Draft } from './draft.js';
import { parseAddress, type SignalDefinition, standardSignals } from './signal.js';
import { completeSignal } from './workshop-defaults.js';
import { shown } from './workshop-problem.js';
import type { EquipmentReferences } from './workshop-checks.js';
import type { WorkshopFile } from './workshop-schema.js';

type SignalEntry = NonNullable<WorkshopFile['signals']>[number];
type ConnectorEntry = NonNullable<WorkshopFile['connectors']>[number];
type BindingEntry = NonNullable<ConnectorEntry['bindings']>[number];

/** Checks that connector ids are unique, that bindings fit their signals, and that settings fit each other. */
export function checkConnectors(references: EquipmentReferences, file: WorkshopFile): void {
  const { draft } = references;
  const definitions = new Definitions(file.signals);
  const seen = new Set<string>();
  for (const [position, connector] of (file.connectors ?? []).entries()) {
    if (connector.id !== undefined && seen.has(connector.id)) {
      draft.report(connector, 'id', 'an id that no other connector has');
      draft.leaveOut(connector, 'id');
    } else if (connector.id !== undefined) {
      seen.add(connector.id);
    }
    const type = connectorTypeOf(connector.type);
    let sound = 0;
    for (const [index, binding] of (connector.bindings ?? []).entries()) {
      if (isSound(binding, type, references, definitions)) sound++;
      else draft.leaveOut(connector.bindings as object, index);
    }
    if (type?.check?.(draft, connector, sound) === false) draft.leaveOut(file.connectors as object, position);
  }
}

function isSound(
  binding: BindingEntry,
  type: ConnectorType | undefined,
  references: EquipmentReferences,
  definitions: Definitions,
): boolean {
  const { draft } = references;
  const { equipment, signal } = parseAddress(binding.signal);
  if (!references.check(equipment, binding, 'signal')) return false;
  const definition = definitions.of(equipment, signal);
  if (definition === undefined) {
    const known = definitions.names(equipment);
    const hint = draft.hint(signal, known);
    draft.report(binding, 'signal', `a signal of ${equipment}: ${known.join(', ')}`, { hint });
    return false;
  }
  const mistakes = bindingMistakes(binding, definition);
  for (const { key, input, allowed } of mistakes) {
    if (input === undefined) draft.report(binding, key, allowed);
    else {
      const found = `the unknown input ${shown(input)}`;
      draft.report(binding.from as object, input, allowed, {
        found,
        hint: draft.hint(input, allowed.split(', ')),
      });
    }
  }
  return mistakes.length === 0 && namesSources(draft, binding, type);
}

/** Whether what a binding is fed from, and what it is asked by, can be there. */
function namesSources(draft: Draft, binding: BindingEntry, type: ConnectorType | undefined): boolean {
  const source = type?.source;
  if (!source) return true;
  const { from, to } = binding;
  const places: [object, string, string][] =
    typeof from === 'string'
      ? [[binding, 'from', from]]
      : Object.entries(from).map(([input, name]) => [from, input, name]);
  if (to !== undefined) places.push([binding, 'to', to]);
  const wrong = places.filter(([, , name]) => !source.isAllowed(name));
  for (const [parent, key] of wrong) draft.report(parent, key, source.allowed);
  return wrong.length === 0;
}

/** What is known of the signals that an equipment may have. */
class Definitions {
  readonly #declared = new Map<string, SignalDefinition[]>();

  constructor(signals: readonly SignalEntry[] = []) {
    for (const one of signals) {
      this.#declared.set(one.name, [...(this.#declared.get(one.name) ?? []), completeSignal(one)]);
    }
  }

  /** An entry that names the equipment goes before one for all, as in the twin. */
  of(equipment: string, name: string): SignalDefinition | undefined {
    const declared = this.#declared.get(name);
    return (
      declared?.find((one) => one.equipment?.includes(equipment)) ??
      declared?.find((one) => one.equipment === undefined) ??
      (Object.hasOwn(standardSignals, name) ? standardSignals[name] : undefined)
    );
  }

  names(equipment: string): string[] {
    const names = [...Object.keys(standardSignals), ...this.#declared.keys()];
    return [...new Set(names)].filter((name) => this.of(equipment, name) !== undefined);
  }
}
