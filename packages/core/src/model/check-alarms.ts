import type { SignalTest } from './alarm-types.js';
import { leaveOutDoubles } from './check-parts.js';
import { type SignalKind, standardSignals } from './signal.js';
import type { EquipmentReferences } from './workshop-checks.js';
import type { WorkshopFile } from './workshop-schema.js';

/** What a signal of each kind can be compared with. */
const testsOf: Readonly<Partial<Record<SignalKind, readonly (keyof SignalTest)[]>>> = {
  number: ['above', 'below'],
  state: ['states'],
  text: ['values'],
};

const testKeys = ['above', 'below', 'deadBand', 'states', 'values', 'silentFor'];
const ruleKeys = ['key', 'code', 'text', 'level'];

/**
 * Checks that alarms are told once, name equipment and signals that are there, and compare a signal with what its kind
 * can be. An alarm that is in doubt is left out as a whole: without one of its tests it would be another one.
 */
export function checkAlarms(references: EquipmentReferences, file: WorkshopFile): void {
  const { definitions = [], conditions = [], groups = [], limits } = file.alarms ?? {};
  const { draft } = references;
  leaveOutDoubles(references, definitions, 'id', 'an id that no other alarm has', ({ id }) => [id]);
  for (const [index, definition] of definitions.entries()) {
    references.checkList(definition.equipment);
    const isSound = isTest(references, file, definition, definition.silentFor !== undefined);
    if (!isSound || !areTests(references, file, definition)) draft.leaveOut(definitions, index);
  }
  for (const [index, rule] of conditions.entries()) {
    references.checkList(rule.equipment);
    const isBroader = ruleKeys.some((key) => draft.hasLeftOut(rule, key));
    if (!areTests(references, file, rule) || isBroader) draft.leaveOut(conditions, index);
  }
  leaveOutDoubles(references, groups, 'id', 'an id that no other group has', ({ id }) => [id]);
  for (const [index, { equipment }] of groups.entries()) {
    const before = draft.problems.length;
    references.checkList(equipment);
    if (draft.problems.length - before === equipment.length) draft.leaveOut(groups, index);
  }
  const { floodBegin = 10, floodEnd = 5 } = limits ?? {};
  if (limits && floodEnd > floodBegin) {
    draft.report(limits, 'floodEnd', `a number up to floodBegin, ${floodBegin}`);
    draft.leaveOut(limits, 'floodEnd');
    if (limits.floodBegin !== undefined && limits.floodBegin < 5) draft.leaveOut(limits, 'floodBegin');
  }
}

function areTests(
  references: EquipmentReferences,
  file: WorkshopFile,
  { suppressedWhile = [] }: { suppressedWhile?: { signal: string }[] },
): boolean {
  return suppressedWhile.map((one) => isTest(references, file, one, false)).every(Boolean);
}

/** Whether a signal is there and is compared with something that its kind can be; reports it if not. */
function isTest(
  { draft }: EquipmentReferences,
  { signals = [] }: WorkshopFile,
  test: SignalTest & { signal: string },
  isSilence: boolean,
): boolean {
  const { signal: name } = test;
  if (testKeys.some((key) => draft.hasLeftOut(test, key))) return false;
  const kind = signals.find((one) => one.name === name)?.kind ?? standardOf(name);
  if (kind === undefined) {
    const known = [...new Set([...signals.map((one) => one.name), ...Object.keys(standardSignals)])];
    draft.report(test, 'signal', 'the name of a signal', { hint: draft.hint(name, known) });
    return false;
  }
  const allowed = testsOf[kind] ?? [];
  const all = Object.values(testsOf).flat();
  const said = all.filter((key) => test[key] !== undefined);
  const wrong = said.filter((key) => !allowed.includes(key));
  for (const key of wrong) draft.report(test, key, `nothing, as this signal is a ${kind}`);
  if (wrong.length > 0) return false;
  const { above, below } = test;
  if (above !== undefined && below !== undefined && below > above) {
    draft.report(test, 'below', `a number up to above, ${above}: else it is always true`);
    return false;
  }
  if (said.length > 0 !== isSilence) return true;
  const keys = isSilence ? 'either silentFor or another test' : [...allowed, 'silentFor'].join(', ');
  draft.report(test, undefined, isSilence ? keys : `an entry with one of: ${keys}`);
  return false;
}

function standardOf(name: string): SignalKind | undefined {
  return Object.hasOwn(standardSignals, name) ? standardSignals[name].kind : undefined;
}
