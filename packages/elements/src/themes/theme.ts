import { type CSSResult, unsafeCSS } from '@lit/reactive-element/css-tag.js';
import { announceAppearance } from '../internal/appearance.js';
import { commonTokens } from './common.styles.js';
import { lightTokens } from './light.styles.js';
import { type ThemeName, themeNames } from './tokens.js';

// Behind import() so that a page pays for the themes it shows.
const loaders: Readonly<Record<ThemeName, () => Promise<CSSResult>>> = {
  light: lightTheme,
  dark: async () => (await import('./dark.styles.js')).darkTokens,
  'control-room': async () => (await import('./control-room.styles.js')).controlRoomTokens,
  'big-screen': async () => (await import('./big-screen.styles.js')).bigScreenTokens,
};

const sheets = new Map<ThemeName, Promise<CSSStyleSheet>>();
const applied = new WeakMap<HTMLElement, CSSStyleSheet>();
let defaultsAdopted = false;

/** Whether a word names a built-in theme. */
export function isThemeName(word: unknown): word is ThemeName {
  return (themeNames as readonly unknown[]).includes(word);
}

/**
 * Gives the document the light theme as its default, below every rule of the page: the sheet stands in a cascade
 * layer, so `:root { --twin-color-surface: … }` anywhere in the page wins. Does so once.
 */
export function adoptDefaultTheme(): void {
  if (defaultsAdopted) return;
  defaultsAdopted = true;
  const sheet = new CSSStyleSheet();
  const take = (tokens: CSSResult) =>
    sheet.replaceSync(`@layer twinfloor{:root{${commonTokens.cssText}${tokens.cssText}}}`);
  take(lightTokens);
  document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets];
  void lightTheme().then((tokens) => {
    take(tokens);
    announceAppearance();
  });
}

/** Grounds, inks and states are there at once; the colours of figures come when the first element has shown itself. */
async function lightTheme(): Promise<CSSResult> {
  const { lightFiguresTokens } = await import('./light-figures.styles.js');
  return unsafeCSS(lightTokens.cssText + lightFiguresTokens.cssText);
}

/**
 * Sets the tokens of a theme on an element and so on all below it. The theme `big-screen` also scales all that is inside
 * by the shorter side of the window, made for 1080 px and never made smaller; `--twin-scale` sets the factor instead. The page overrides single tokens with a rule
 * for that element.
 *
 * @param host - an element with a shadow root
 * @param name - `undefined` or an unknown word: the tokens are inherited
 */
export async function applyTheme(host: HTMLElement, name: string | undefined): Promise<void> {
  const sheet = isThemeName(name) ? await sheetOf(name) : undefined;
  const root = host.shadowRoot;
  const previous = applied.get(host);
  if (!root || previous === sheet) return;
  const others = root.adoptedStyleSheets.filter((one) => one !== previous);
  root.adoptedStyleSheets = sheet ? [sheet, ...others] : others;
  if (sheet) applied.set(host, sheet);
  else applied.delete(host);
  announceAppearance();
}

function sheetOf(name: ThemeName): Promise<CSSStyleSheet> {
  let sheet = sheets.get(name);
  if (!sheet) sheets.set(name, (sheet = makeSheet(name)));
  return sheet;
}

async function makeSheet(name: ThemeName): Promise<CSSStyleSheet> {
  const tokens = await loaders[name]();
  const sheet = new CSSStyleSheet();
  // Lets what the browser draws (lists to choose from, scroll bars) follow too.
  const scheme = name === 'dark' || name === 'big-screen' ? 'dark' : 'light';
  // A theme brings its own ground: its inks are made to be read on that. Paper is light, and printed without grounds.
  const ground = 'background:var(--twin-provider-background,var(--twin-color-page))';
  // Walls differ in how many pixels they have, not in how far one stands from them.
  const scale = name === 'big-screen' ? 'zoom:var(--twin-scale,max(1,100vmin/1080px));' : '';
  sheet.replaceSync(`@media not print{:host{color-scheme:${scheme};${ground};${scale}${tokens.cssText}}}`);
  return sheet;
}
