import type { EquipmentReferences } from './workshop-checks.js';
import type { WorkshopFile } from './workshop-schema.js';

/** Checks that zones, views and the flow of material name equipment that is there. */
export function checkFloors(references: EquipmentReferences, { equipment }: WorkshopFile): void {
  const { draft } = references;
  for (const { floor, feeds } of equipment) {
    references.checkList(feeds);
    for (const zone of floor?.zones ?? []) {
      if (zone.equipment !== undefined && !references.check(zone.equipment, zone, 'equipment')) {
        draft.leaveOut(zone, 'equipment');
      }
    }
    for (const view of floor?.views ?? []) {
      if (view.equipment !== undefined && !references.check(view.equipment, view, 'equipment')) {
        draft.leaveOut(floor?.views as object, floor?.views?.indexOf(view) ?? 0);
      }
    }
  }
}
