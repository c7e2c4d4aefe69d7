/** A name in one language (plain text) or in several, by BCP 47 language tag: `{ "en": "Press shop", "zh": "冲压车间" }`. */
export type Text = string | Readonly<Record<string, string>>;

/**
 * The words of a text in a language: the exact tag, else the primary language, else English, else the first given.
 *
 * @param language - BCP 47 tag, e.g. `zh-CN`
 */
export function textIn(text: Text, language: string): string {
  if (typeof text === 'string') return text;
  const primary = language.split('-')[0];
  return text[language] ?? text[primary] ?? text['en'] ?? Object.values(text)[0] ?? '';
}
