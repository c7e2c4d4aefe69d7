/** Gives ids that no other equipment has: letters, digits and hyphens. */
export class Ids {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  /** The id as it is wanted, or with a number behind it. */
  unique(wanted: string): string {
    let id = wanted;
    for (let count = 2; this.#taken.has(id); count++) id = `${wanted}-${count}`;
    this.#taken.add(id);
    return id;
  }

  /** The next free one of `machine-01`, `machine-02` … */
  numbered(word: string): string {
    for (let count = 1; ; count++) {
      const id = `${word}-${String(count).padStart(2, '0')}`;
      if (!this.#taken.has(id)) return this.unique(id);
    }
  }

  /** Made of a name; where that has letters that ids have not, as in Chinese, a number behind `word`. */
  named(name: string, word: string): string {
    const plain = name.normalize('NFKD').replace(/\p{M}/gu, '');
    const id = plain
      .toLowerCase()
      .replace(/[^a-z\d]+/g, '-')
      .replace(/^-|-$/g, '');
    return id === '' || /[^\p{Script=Latin}\P{L}]/u.test(plain) ? this.numbered(word) : this.unique(id);
  }
}

/** An id that a person gave, without what an address may not have. */
export function withoutSeparators(id: string): string {
  return id.replace(/[\s/+#]+/g, '-');
}
