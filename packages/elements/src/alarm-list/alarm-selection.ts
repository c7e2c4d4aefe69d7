/** Which alarms are selected, and which has the focus. Kept by id, so that rows can come and go. */
export class AlarmSelection {
  readonly #ids = new Set<string>();
  /** Where an extension begins. */
  #anchor: string | undefined;
  /** The one to which Tab leads. */
  active: string | undefined;
  #activeIndex = 0;

  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  /** Selects one alone. */
  only(id: string): void {
    this.#ids.clear();
    this.#ids.add(id);
    this.#anchor = this.active = id;
  }

  /** Adds one, or takes it away. */
  toggle(id: string): void {
    if (!this.#ids.delete(id)) this.#ids.add(id);
    this.#anchor = this.active = id;
  }

  /** Selects from where the last one was selected to another, and nothing else. */
  extend(id: string, ids: readonly string[]): void {
    const from = ids.indexOf(this.#anchor ?? this.active ?? id);
    const to = ids.indexOf(id);
    this.#ids.clear();
    for (let index = Math.min(from, to); index <= Math.max(from, to); index++) {
      if (index >= 0) this.#ids.add(ids[index]);
    }
    this.#anchor ??= this.active;
    this.active = id;
  }

  /** Selects all of a list; nothing if all were selected. */
  all(ids: readonly string[]): void {
    const wereAll = ids.length > 0 && ids.every((id) => this.#ids.has(id));
    this.#ids.clear();
    if (!wereAll) for (const id of ids) this.#ids.add(id);
  }

  clear(): void {
    this.#ids.clear();
  }

  /**
   * Drops what is no longer in a list. If the one with the focus has gone, the one in its place has it.
   *
   * @returns whether the focus had to move
   */
  keep(ids: readonly string[]): boolean {
    const known = new Set(ids);
    for (const id of this.#ids) if (!known.has(id)) this.#ids.delete(id);
    if (this.#anchor !== undefined && !known.has(this.#anchor)) this.#anchor = undefined;
    if (this.active !== undefined && known.has(this.active)) {
      this.#activeIndex = ids.indexOf(this.active);
      return false;
    }
    const hadActive = this.active !== undefined;
    this.active = ids[Math.min(this.#activeIndex, ids.length - 1)];
    return hadActive && this.active !== undefined;
  }
}
