import type { Draft } from './draft.js';
import { shown } from './workshop-problem.js';
import type { WorkshopFile } from './workshop-schema.js';
import { equipmentLevels } from './workshop-types.js';

type EquipmentEntry = WorkshopFile['equipment'][number];

/** Checks that ids are unique and that parents are there, stand above their children and run in no circle. */
export function checkEquipment(
  draft: Draft,
  equipment: EquipmentEntry[],
  declared: ReadonlySet<string>,
): void {
  const byId = new Map<string, EquipmentEntry>();
  for (const [index, one] of equipment.entries()) {
    if (byId.has(one.id)) {
      draft.report(one, 'id', 'an id that no other equipment has');
      draft.leaveOut(equipment, index);
    } else {
      byId.set(one.id, one);
    }
  }
  draft.close();
  for (const one of equipment) checkParent(draft, one, byId, declared);
}

function checkParent(
  draft: Draft,
  one: EquipmentEntry,
  byId: ReadonlyMap<string, EquipmentEntry>,
  declared: ReadonlySet<string>,
): void {
  if (one.parent === undefined) return;
  const parent = byId.get(one.parent);
  if (!parent) {
    const leftOut = declared.has(one.parent);
    draft.report(one, 'parent', leftOut ? 'an equipment without errors' : 'the id of an equipment', {
      hint: leftOut ? 'this equipment was left out because of an error' : draft.hint(one.parent, byId.keys()),
      severity: leftOut ? 'warning' : undefined,
    });
  } else if (leadsBack(one, byId)) {
    draft.report(one, 'parent', 'a parent that does not itself belong to this equipment');
  } else if (equipmentLevels.indexOf(parent.level) >= equipmentLevels.indexOf(one.level)) {
    const above = equipmentLevels.slice(0, equipmentLevels.indexOf(one.level)).join(', ');
    draft.report(one, 'parent', above === '' ? 'no parent' : `an equipment of the level ${above}`, {
      found: `${shown(parent.id)} of the level ${parent.level}`,
    });
  } else {
    return;
  }
  draft.leaveOut(one, 'parent');
}

/** Whether the way up from an equipment comes back to it. */
function leadsBack(start: EquipmentEntry, byId: ReadonlyMap<string, EquipmentEntry>): boolean {
  const seen = new Set<EquipmentEntry>();
  for (let one = byId.get(start.parent ?? ''); one && !seen.has(one); one = byId.get(one.parent ?? '')) {
    if (one === start) return true;
    seen.add(one);
  }
  return false;
}
