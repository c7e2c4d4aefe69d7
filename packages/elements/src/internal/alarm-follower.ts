import type { Twin } from '@twinfloor/core';
import type { Alarms } from '@twinfloor/core/alarms';
import { mayAlarm } from './may-alarm.js';

/** What an element loads to show alarms. */
export interface AlarmParts {
  readonly alarmsOf: (twin: Twin) => Alarms;
}

/**
 * Follows the alarms of a twin for an element that shows marks. Nothing is loaded and nobody is subscribed as long as
 * there is nothing to tell.
 */
export class AlarmFollower<Parts extends AlarmParts> {
  readonly #load: () => Promise<Parts>;
  readonly #changed: () => void;
  #parts: Parts | undefined;
  #isAsked = false;
  #twin: Twin | undefined;
  #alarms: Alarms | undefined;
  #end: (() => void) | undefined;

  /**
   * @param load - an `import()`
   * @param changed - called when there is something else to show
   */
  constructor(load: () => Promise<Parts>, changed: () => void) {
    this.#load = load;
    this.#changed = changed;
  }

  /** What was loaded; `undefined` as long as there is nothing to tell. */
  get parts(): Parts | undefined {
    return this.#alarms && this.#parts;
  }

  /**
   * The alarms of a twin; `undefined` if there are none, or while what tells them is being loaded.
   *
   * @param ids - the machines that are looked at
   */
  read(twin: Twin | undefined, ids: Iterable<string>): Alarms | undefined {
    if (twin !== this.#twin) this.end();
    this.#twin = twin;
    if (this.#alarms || !twin || !mayAlarm(twin, ids)) return this.#alarms;
    if (!this.#parts) {
      void this.#ask();
      return undefined;
    }
    this.#alarms = this.#parts.alarmsOf(twin);
    this.#end = this.#alarms.subscribe(this.#changed);
    return this.#alarms;
  }

  /** Ends it; `read` begins anew. */
  end(): void {
    this.#end?.();
    this.#end = this.#alarms = this.#twin = undefined;
  }

  async #ask(): Promise<void> {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#parts = await this.#load();
    if (this.#twin) this.#changed();
  }
}
