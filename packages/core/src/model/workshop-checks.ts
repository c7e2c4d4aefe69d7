import type { Draft } from './draft.js';
import { checkAlarms } from './check-alarms.js';
import { checkConnectors } from './check-connectors.js';
import { checkEquipment } from './check-equipment.js';
import { checkFloors } from './check-floors.js';
import { checkBaselines, checkCharacteristics, checkLosses, checkTargets } from './check-figures.js';
import { checkCalendar, checkEnergy, checkProducts, checkSignals } from './check-parts.js';
import { shown } from './workshop-problem.js';
import type { WorkshopFile } from './workshop-schema.js';

/**
 * Checks what a schema cannot: that what one part of a workshop file names is there in another. What is wrong is
 * reported and taken out of the draft, whose value has the shape of a workshop file.
 */
export function checkWorkshop(draft: Draft, declared: ReadonlySet<string>): void {
  const file = draft.value as WorkshopFile;
  checkEquipment(draft, file.equipment, declared);
  const references = new EquipmentReferences(draft, file.equipment, declared);
  checkFloors(references, file);
  checkProducts(references, file);
  checkCalendar(references, file);
  checkEnergy(references, file);
  checkBaselines(references, file);
  checkTargets(references, file);
  checkLosses(references, file);
  checkCharacteristics(references, file);
  checkSignals(references, file);
  checkAlarms(references, file);
  draft.close();
  checkConnectors(references, file);
  draft.close();
}

/** Tells whether ids name equipment that is there. */
export class EquipmentReferences {
  readonly draft: Draft;
  readonly #usable: ReadonlySet<string>;
  readonly #declared: ReadonlySet<string>;

  /** @param declared - the ids of all equipment in the file, those that were left out too */
  constructor(draft: Draft, equipment: WorkshopFile['equipment'], declared: ReadonlySet<string>) {
    this.draft = draft;
    this.#usable = new Set(equipment.map(({ id }) => id));
    this.#declared = declared;
  }

  /** Whether an id names equipment that is there; reports it if not. */
  check(id: string, parent: object, key: string | number): boolean {
    if (this.#usable.has(id)) return true;
    const leftOut = this.#declared.has(id);
    this.draft.report(parent, key, leftOut ? 'an equipment without errors' : 'the id of an equipment', {
      found: shown(id),
      hint: leftOut ? 'this equipment was left out because of an error' : this.draft.hint(id, this.#usable),
      severity: leftOut ? 'warning' : undefined,
    });
    return false;
  }

  /** Takes the ids that name nothing out of a list. */
  checkList(ids: string[] | undefined): void {
    for (const [index, id] of (ids ?? []).entries()) {
      if (!this.check(id, ids as string[], index)) this.draft.leaveOut(ids as string[], index);
    }
  }
}
