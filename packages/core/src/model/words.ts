import type { Workshop } from './workshop-types.js';

/**
 * What a source says, in a language, by the `words` of the workshop file: the whole text, else a key with `{}` for
 * the part that changes (`Set-up for {}`), else each part of `E-2107: Amplifier exchanged`. What has no word in the
 * language stays as the source said it.
 *
 * @param language - BCP 47 tag, e.g. `zh-CN`
 */
export function wordsOf({ words = {} }: Pick<Workshop, 'words'>, said: string, language: string): string {
  const told = (key: string): string | undefined => {
    const text = words[key];
    return typeof text === 'string' ? text : (text[language] ?? text[language.split('-')[0]]);
  };
  if (Object.hasOwn(words, said)) return told(said) ?? said;
  for (const key in words) {
    if (!key.includes('{}')) continue;
    const [before, after] = key.split('{}');
    const part = said.slice(before.length, said.length - after.length);
    // A function, because `$&` in a text would be taken for what was found.
    if (part && before + part + after === said) return told(key)?.replace('{}', () => part) ?? said;
  }
  const parts = said.split(': ');
  return parts.length > 1 ? parts.map((one) => wordsOf({ words }, one, language)).join(': ') : said;
}
