/**
 * The word of a list that somebody probably meant, told by how many letters must be changed, added, left out or
 * swapped with their neighbour; upper and lower case count alike.
 *
 * @returns `undefined` if none is near: more than one letter in three would have to change
 */
export function nearestWord(word: string, words: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const changes = changesBetween(word.toLowerCase(), candidate.toLowerCase());
    if (changes < least) [nearest, least] = [candidate, changes];
  }
  return nearest;
}

/** A hint that names the word that somebody probably meant, if there is one. */
export function meantHint(word: unknown, words: Iterable<string>): string | undefined {
  const nearest = typeof word === 'string' && word.length <= 100 ? nearestWord(word, words) : undefined;
  return nearest === undefined ? undefined : `did you mean ${nearest}?`;
}

// Optimal string alignment: three rows of the table of distances between beginnings of the two words.
function changesBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
      }
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length];
}
