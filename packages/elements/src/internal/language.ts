import { commonTerms } from '../locales/en/common.js';
import type { Terms } from '../locales/terms.js';
import { announceAppearance } from './appearance.js';
import { Formats } from './format.js';

/** What an element says and how it writes numbers, at one place of the page. */
export interface Language {
  /** BCP 47 tag as the page gives it, e.g. `zh-CN`. */
  readonly tag: string;
  readonly terms: Terms;
  readonly formats: Formats;
}

// Each element adds its part when its module is loaded, so that a page pays for the words it can need.
const english = { ...commonTerms } as Terms;
const loaders = new Map<string, () => Promise<Terms>>([
  ['zh', async () => (await import('../locales/zh-CN.js')).zhCN],
]);
const loaded = new Map<string, Terms>([['en', english]]);
const languages = new Map<string, Language>();

/** Adds the English words of one element. */
export function addEnglish(part: Partial<Terms>): void {
  Object.assign(english, part);
}

/**
 * Adds a language, or replaces one. Its terms are loaded when a page first asks for them.
 *
 * @param tag - a primary language (`de`) or an exact tag (`zh-TW`)
 */
export function registerLanguage(tag: string, load: () => Promise<Terms>): void {
  loaders.set(tag, load);
  loaded.delete(tag);
  languages.clear();
  announceAppearance();
}

/**
 * The language of the closest `lang` attribute, across shadow roots. While its terms are being loaded it is
 * English; elements are told when that changes.
 */
export function languageAt(element: Element): Language {
  const tag = closestLanguage(element);
  let language = languages.get(tag);
  if (!language) {
    const terms = termsOf(tag);
    language = { tag, terms, formats: new Formats(tag, terms) };
    languages.set(tag, language);
  }
  return language;
}

function closestLanguage(element: Element): string {
  let place: Element | undefined = element;
  while (place) {
    const found: Element | null = place.closest('[lang]');
    if (found) return found.getAttribute('lang') || 'en';
    const root = place.getRootNode();
    place = root instanceof ShadowRoot ? root.host : undefined;
  }
  return 'en';
}

function termsOf(tag: string): Terms {
  const primary = tag.split('-')[0].toLowerCase();
  for (const key of [tag, primary]) {
    const terms = loaded.get(key);
    if (terms) return terms;
    const load = loaders.get(key);
    if (load) {
      void loadTerms(key, load);
      break;
    }
  }
  return english;
}

async function loadTerms(key: string, load: () => Promise<Terms>): Promise<void> {
  // Taken away at once so that it is loaded once; a failed load stays English and says so.
  loaders.delete(key);
  try {
    loaded.set(key, await load());
    languages.clear();
    announceAppearance();
  } catch (error) {
    console.warn(`The words for "${key}" could not be loaded; English is shown.`, error);
  }
}
