import type { AlarmSettings } from '../model/alarm-types.js';
import type { Twin } from '../twin/twin.js';

/** Which parts of the alarm settings are for which equipment; each answer is found once. */
export class AlarmScope {
  readonly settings: AlarmSettings;
  readonly #twin: Twin;
  readonly #groups = new Map<string, string>();
  readonly #inside = new Map<readonly string[], Map<string, boolean>>();

  constructor(twin: Twin, settings: AlarmSettings) {
    this.#twin = twin;
    this.settings = settings;
  }

  /** Whether an equipment is in a list of ids, itself or by one above it; without a list every one is. */
  isAt(ids: readonly string[] | undefined, equipment: string): boolean {
    if (ids === undefined) return true;
    let answers = this.#inside.get(ids);
    if (!answers) this.#inside.set(ids, (answers = new Map()));
    let answer = answers.get(equipment);
    if (answer === undefined) {
      answer = ids.includes(equipment) || this.#twin.tree.ancestors(equipment).some((id) => ids.includes(id));
      answers.set(equipment, answer);
    }
    return answer;
  }

  /** The group in which an equipment has its first-out: that of the file, else its own. */
  groupOf(equipment: string): string {
    let group = this.#groups.get(equipment);
    if (group === undefined) {
      const named = this.settings.groups.find(({ equipment: ids }) => this.isAt(ids, equipment));
      this.#groups.set(equipment, (group = named ? `group ${named.id}` : equipment));
    }
    return group;
  }
}
