import { type EquipmentState, stateCode, textIn, type Twin } from '@twinfloor/core';
import { loudness } from '../charts/state-marks.js';
import { currentState } from '../internal/current-state.js';

/** Machines that belong to one line or workshop. */
export interface MachineGroup {
  /** Id of what they belong to; empty for machines that belong to nothing. */
  readonly id: string;
  readonly name: string;
  /** Ids of the machines to show, in order. */
  readonly machines: readonly string[];
  /** Of all machines of the group, shown or not. */
  readonly running: number;
  readonly all: number;
}

/** How machines are chosen and ordered. */
export interface GroupOptions {
  readonly sort: 'file' | 'name' | 'state';
  /** Show only machines in one of these states; empty: all. */
  readonly states: ReadonlySet<string>;
  /** Show only machines whose name or id has this in it, in small letters; empty: all. */
  readonly text: string;
  /** BCP 47 tag, for names and their order. */
  readonly language: string;
}

/** Ids of the machines below an equipment, or of the whole workshop. Meters are no machines. */
export function machinesBelow(twin: Twin, equipment: string): readonly string[] {
  const { tree } = twin;
  const from = equipment === '' ? tree.roots : tree.has(equipment) ? [equipment] : [];
  return from.flatMap((id) => tree.workUnits(id)).filter((id) => tree.get(id).type !== 'meter');
}

/** The machines by what they belong to, as they stand at the moment of the clock. */
export function machineGroups(
  twin: Twin,
  machines: readonly string[],
  options: GroupOptions,
): MachineGroup[] {
  const now = twin.clock.now();
  const byParent = new Map<string, string[]>();
  for (const id of machines) {
    const parent = twin.tree.get(id).parent ?? '';
    const group = byParent.get(parent);
    if (group) group.push(id);
    else byParent.set(parent, [id]);
  }
  const states = new Map(machines.map((id) => [id, currentState(twin, id, now).state]));
  return Array.from(byParent, ([id, all]) => ({
    id,
    name: id === '' ? '' : textIn(twin.tree.get(id).name, options.language),
    machines: sorted(
      twin,
      all.filter((one) => isShown(states.get(one), options) && isFound(twin, one, options)),
      states,
      options,
    ),
    running: all.filter((one) => states.get(one) === 'running').length,
    all: all.length,
  }));
}

function isShown(state: EquipmentState | undefined, { states }: GroupOptions): boolean {
  return states.size === 0 || (state !== undefined && states.has(state));
}

function isFound(twin: Twin, id: string, { text, language }: GroupOptions): boolean {
  if (text === '') return true;
  const name = textIn(twin.tree.get(id).name, language);
  return `${id} ${name}`.toLocaleLowerCase().includes(text);
}

/** As in the file; by name as people count (Mill 2 before Mill 10); or the loudest state first. */
function sorted(
  twin: Twin,
  machines: readonly string[],
  states: ReadonlyMap<string, EquipmentState>,
  { sort, language }: GroupOptions,
): readonly string[] {
  if (sort === 'state') {
    const rank = (id: string) => loudness[stateCode[states.get(id) ?? 'unknown']];
    return machines.toSorted((a, b) => rank(b) - rank(a));
  }
  if (sort !== 'name') return machines;
  const name = (id: string) => textIn(twin.tree.get(id).name, language);
  const { compare } = collator(language);
  return machines.toSorted((a, b) => compare(name(a), name(b)));
}

const collators = new Map<string, Intl.Collator>();

function collator(language: string): Intl.Collator {
  let found = collators.get(language);
  if (!found) {
    found = new Intl.Collator(Intl.Collator.supportedLocalesOf(language), { numeric: true });
    collators.set(language, found);
  }
  return found;
}
