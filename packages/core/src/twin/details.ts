import type { EquipmentDetail } from '../model/equipment-details.js';
import { Listeners } from './listeners.js';

/** What sources tell of equipment beside its signals: nameplates, technical data, documents. */
export class Details {
  readonly #byEquipment = new Map<string, Map<unknown, readonly EquipmentDetail[]>>();
  readonly #listeners = new Listeners();

  /** All that is known of an equipment, source by source; empty where nothing is. */
  of(equipment: string): readonly EquipmentDetail[] {
    return [...(this.#byEquipment.get(equipment)?.values() ?? [])].flat();
  }

  /** Takes the place of what the same source said of the equipment before. */
  set(equipment: string, source: unknown, details: readonly EquipmentDetail[]): void {
    const known = this.#byEquipment.get(equipment) ?? new Map<unknown, readonly EquipmentDetail[]>();
    this.#byEquipment.set(equipment, known.set(source, details));
    this.#listeners.tell();
  }

  /** Calls back when something has become known; returns how to end that. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }
}
