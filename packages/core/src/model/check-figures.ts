import { leaveOutDoubles } from './check-parts.js';
import { parseAddress } from './signal.js';
import type { EquipmentReferences } from './workshop-checks.js';
import type { WorkshopFile } from './workshop-schema.js';

/** Checks that targets are of equipment that is there, and that each indicator is told once. */
export function checkTargets(references: EquipmentReferences, { targets }: WorkshopFile): void {
  const { production, indicators = [] } = targets ?? {};
  for (const id of Object.keys(production ?? {})) {
    if (production && !references.check(id, production, id)) references.draft.leaveOut(production, id);
  }
  const unique = 'an indicator that no other entry names';
  leaveOutDoubles(references, indicators, 'id', unique, ({ id }) => [id]);
}

/** Checks that reasons are told once. */
export function checkLosses(references: EquipmentReferences, { losses }: WorkshopFile): void {
  const unique = 'a reason that no other entry names';
  leaveOutDoubles(references, losses?.reasons ?? [], 'id', unique, ({ id }) => [id]);
}

/** Checks that characteristics are unique, of signals of equipment that is there, with limits in order. */
export function checkCharacteristics(references: EquipmentReferences, file: WorkshopFile): void {
  const { characteristics = [] } = file;
  const unique = 'an id that no other characteristic has';
  leaveOutDoubles(references, characteristics, 'id', unique, ({ id }) => [id]);
  for (const [index, one] of characteristics.entries()) {
    const { lowerSpecificationLimit: lower, upperSpecificationLimit: upper } = one;
    const isOrdered = lower === undefined || upper === undefined || lower < upper;
    if (!isOrdered) references.draft.report(one, 'upperSpecificationLimit', `a number above ${lower}`);
    const isOfEquipment = isAddress(references, one.signal, one, 'signal');
    if (!isOrdered || !isOfEquipment) references.draft.leaveOut(characteristics, index);
  }
}

/** Checks that baselines are unique, run forward and name equipment, carriers and signals that are there. */
export function checkBaselines(references: EquipmentReferences, { energy }: WorkshopFile): void {
  const { draft } = references;
  const { baselines = [], carriers = [] } = energy ?? {};
  leaveOutDoubles(references, baselines, 'id', 'an id that no other baseline has', ({ id }) => [id]);
  const known = new Set(['electricity', ...carriers.map(({ id }) => id)]);
  for (const [index, one] of baselines.entries()) {
    const { carrier = 'electricity' } = one;
    let isSound = references.check(one.equipment, one, 'equipment');
    if (!known.has(carrier)) {
      draft.report(one, 'carrier', [...known].join(', '));
      isSound = false;
    }
    // Without one of its drivers a baseline would explain the energy by the others.
    for (const [at, driver] of one.drivers.entries()) {
      if (!isAddress(references, driver, one.drivers, at)) isSound = false;
    }
    if (one.from >= one.to) {
      draft.report(one, 'to', `a date after ${one.from}`);
      isSound = false;
    }
    if (!isSound) draft.leaveOut(baselines, index);
  }
}

/** Whether a text is the address of a signal of an equipment that is there; reports it if not. */
function isAddress(
  references: EquipmentReferences,
  text: string,
  parent: object,
  key: string | number,
): boolean {
  try {
    return references.check(parseAddress(text).equipment, parent, key);
  } catch {
    references.draft.report(parent, key, 'the address of a signal: equipment/signal');
    return false;
  }
}
