import type { Workshop } from './workshop-types.js';

/**
 * What a source says, in a language, by the `words` of the workshop file: the whole text, else a key with `{}` for
 * the part that changes (`Set-up for {}`), else each part of `E-2107: Amplifier exchanged`. What has no word in the
 * language stays as the source said it.
 *
 * @param language - BCP 47 tag, e.g. `zh-CN`
 */
export function wordsOf(workshop: Pick<Workshop, 'words'>, said: string, language: string): string {
  const { words } = workshop;
  if (!words || !said) return said;
  if (Object.hasOwn(words, said)) return inLanguage(words, said, language) ?? said;
  for (const key in words) {
    const place = key.indexOf('{}');
    if (place < 0) continue;
    const rest = key.slice(place + 2);
    const length = said.length - rest.length;
    if (length <= place || !said.startsWith(key.slice(0, place)) || !said.endsWith(rest)) continue;
    const told = inLanguage(words, key, language);
    // As a function, because a text may hold the signs of a replacement.
    return told?.replace('{}', () => said.slice(place, length)) ?? said;
  }
  const parts = said.split(': ');
  return parts.length > 1 ? parts.map((part) => wordsOf(workshop, part, language)).join(': ') : said;
}

function inLanguage(
  words: NonNullable<Workshop['words']>,
  key: string,
  language: string,
): string | undefined {
  const text = words[key];
  return typeof text === 'string' ? text : (text[language] ?? text[language.split('-')[0]]);
}
