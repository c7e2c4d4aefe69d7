import { Listeners } from './listeners.js';

/** What the people at a page have chosen: one equipment or none, shared by all elements of a twin. */
export class Selection {
  #equipment: string | undefined;
  readonly #listeners = new Listeners<[equipment: string | undefined]>();

  /** Id of the chosen equipment. */
  get equipment(): string | undefined {
    return this.#equipment;
  }

  /** Chooses an equipment, or none. */
  select(equipment: string | undefined): void {
    if (equipment === this.#equipment) return;
    this.#equipment = equipment;
    this.#listeners.tell(equipment);
  }

  /** Calls back when the choice changes; returns how to end that. */
  subscribe(listener: (equipment: string | undefined) => void): () => void {
    return this.#listeners.add(listener);
  }
}
