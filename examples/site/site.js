// The frame around the pages of the example site: places to go, theme, language, and the HTML of each part to copy. The
// elements need none of it.
import { permit } from '/twinfloor.js';
import { words } from './words.js';

const pages = ['entrance', 'factory', 'workshop', 'oee', 'energy', 'recorded', 'wall', 'elements'];
const paths = { entrance: '/', recorded: '/recorded-workshop/' };
const themes = ['light', 'dark', 'control-room', 'big-screen'];

const provider = document.querySelector('twin-provider');
const wanted = new URLSearchParams(location.search);
const kept = (name, otherwise) => wanted.get(name) ?? localStorage.getItem(`twinfloor.${name}`) ?? otherwise;

let language = kept('lang', navigator.language.startsWith('zh') ? 'zh-CN' : 'en') === 'en' ? 'en' : 'zh-CN';
/** What has to be said anew in another language. */
const spoken = [];

/** The word of the site in the language of the page. */
export const word = (name) => words[name][language === 'en' ? 0 : 1];

/** Says something now and whenever the language changes. */
export function say(speak) {
  spoken.push(speak);
  speak();
}

/** Makes an element with attributes and children; text stays text. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** An element that says a word of the site. */
export function spokenWord(tag, name, attributes = {}) {
  const element = make(tag, attributes);
  say(() => (element.textContent = word(name)));
  return element;
}

function speak(tag) {
  language = tag;
  document.documentElement.lang = tag;
  localStorage.setItem('twinfloor.lang', tag);
  for (const each of spoken) each();
}

function setTheme(name) {
  provider.theme = name;
  document.documentElement.dataset.theme = name;
  localStorage.setItem('twinfloor.theme', name);
}

// Whoever looks at the example may do everything. A plant asks who it is, and what he may.
provider.ready?.().then(
  (twin) => permit(twin, () => ({ who: word('demo-operator') })),
  () => {},
);

if (matchMedia('(pointer: coarse)').matches) {
  for (const one of document.querySelectorAll('twin-clock')) one.density = 'touch';
}
const header = document.querySelector('header');
// The clock of the page ends the header, below all that.
const clock = header?.querySelector('twin-clock:not([display="dial"])');
if (clock) clock.before(navigation(), controls());
else header?.append(navigation(), controls());
for (const element of document.querySelectorAll('[data-word]')) {
  say(() => (element.textContent = word(element.dataset.word)));
}
const theme = kept('theme', document.body.dataset.theme ?? 'light');
setTheme(themes.includes(theme) ? theme : 'light');
speak(language);
say(() => (document.title = `${document.querySelector('h1')?.textContent ?? ''} · Twinfloor`));
await showSources();

function navigation() {
  const here = document.body.dataset.page;
  const nav = make('nav');
  say(() => (nav.ariaLabel = word('pages')));
  for (const name of pages) {
    const link = spokenWord('a', name, { href: paths[name] ?? `/${name}/` });
    if (name === here) link.ariaCurrent = 'page';
    nav.append(link);
  }
  return nav;
}

function controls() {
  const select = make('select', { id: 'theme' });
  for (const name of themes) select.append(spokenWord('option', name, { value: name }));
  select.value = themes.includes(kept('theme', ''))
    ? kept('theme', '')
    : (document.body.dataset.theme ?? 'light');
  select.addEventListener('change', () => setTheme(select.value));
  say(() => (select.ariaLabel = word('theme')));
  const button = make('button', { type: 'button', id: 'language' });
  button.addEventListener('click', () => speak(language === 'en' ? 'zh-CN' : 'en'));
  say(() => {
    button.lang = language === 'en' ? 'zh-CN' : 'en';
    button.textContent = language === 'en' ? '中文' : 'English';
  });
  const group = make('div', { class: 'controls', role: 'group' }, select, button);
  say(() => (group.ariaLabel = word('page')));
  return group;
}

/** Puts the HTML of each part below it, as it stands in the file of the page. */
async function showSources() {
  const parts = [...document.querySelectorAll('[data-part]')];
  if (parts.length === 0) return;
  const lines = (await (await fetch(location.pathname)).text()).split('\n');
  for (const part of parts) {
    const code = make('code');
    code.textContent = sourceOf(lines, part.dataset.part);
    part.append(make('details', {}, spokenWord('summary', 'html'), make('pre', { tabindex: '0' }, code)));
  }
}

function sourceOf(lines, name) {
  const from = lines.findIndex((line) => line.includes(`data-part="${name}"`));
  const indent = /^ */.exec(lines[from])[0];
  const to = lines.findIndex((line, index) => index > from && line.startsWith(`${indent}</`));
  const inside = lines.slice(from + 1, to).filter((line) => !line.includes('data-word'));
  const least = Math.min(...inside.filter((line) => line.trim()).map((line) => /^ */.exec(line)[0].length));
  return inside.map((line) => line.slice(least)).join('\n');
}
