/** The words of one input and what each means. A word that is not in it is not known. */
export type WordTable<T> = ReadonlyMap<string, T>;

/**
 * Makes a table from lists of words, separated by blanks, by their meaning: `{ idle: 'READY STOPPED' }`.
 *
 * @param more - further words, for spellings with blanks in them
 */
export function wordTable<T extends string>(
  words: Readonly<Partial<Record<T, string>>>,
  more: Iterable<readonly [word: string, meaning: T]> = [],
): WordTable<T> {
  const table = new Map<string, T>();
  for (const [meaning, list] of Object.entries(words) as [T, string][]) {
    for (const word of list.split(' ')) table.set(word, meaning);
  }
  for (const [word, meaning] of more) table.set(word, meaning);
  return table;
}

/** The same table with a number, as a decimal string, beside each of its words. */
export function numbered<T>(table: WordTable<T>, numbers: Readonly<Record<string, number>>): WordTable<T> {
  const both = new Map(table);
  for (const [word, number] of Object.entries(numbers)) {
    const meaning = table.get(word);
    if (meaning === undefined)
      throw new RangeError(`invalid word: ${word}, allowed: ${[...table.keys()].join(', ')}`);
    both.set(String(number), meaning);
  }
  return both;
}

/** What a word means: `absent` where the source gives none, `undefined` where the word is not known. */
export function meaning<T>(table: WordTable<T>, word: string | undefined): T | 'absent' | undefined {
  return word === undefined ? 'absent' : table.get(word);
}
