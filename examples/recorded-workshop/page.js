// The page around the elements: language, theme, clock and the HTML to copy. The elements need none of it.
const provider = document.querySelector('twin-provider');
const translated = [...document.querySelectorAll('[data-zh]')].map((element) => ({
  element,
  en: element.textContent.trim(),
  zh: element.dataset.zh,
}));

const controls = document.querySelector('.controls');
const language = document.querySelector('#language');
language.addEventListener('click', () => speak(document.documentElement.lang === 'en' ? 'zh-CN' : 'en'));

function speak(tag) {
  const chinese = tag === 'zh-CN';
  document.documentElement.lang = tag;
  for (const { element, en, zh } of translated) element.textContent = chinese ? zh : en;
  controls.ariaLabel = chinese ? '页面' : 'Page';
  language.lang = chinese ? 'en' : 'zh-CN';
  language.textContent = chinese ? 'English' : '中文';
  tick();
}

const theme = document.querySelector('#theme');
theme.addEventListener('change', () => (provider.theme = theme.value));

/** Shows the time of the twin, as soon as there is one. */
let tick = () => {};

const wanted = new URLSearchParams(location.search);
if (wanted.has('theme')) provider.theme = theme.value = wanted.get('theme');
if (wanted.get('lang') === 'zh') speak('zh-CN');

await customElements.whenDefined('twin-provider');
const twin = await provider.ready();
const clock = document.querySelector('#clock');
tick = () => {
  const now = new Date(twin.clock.now());
  clock.dateTime = now.toISOString();
  clock.textContent = now.toLocaleTimeString(document.documentElement.lang, {
    timeZone: twin.workshop.timeZone,
    hour12: false,
  });
};
tick();
setInterval(tick, 1000);

const page = await (await fetch(location.pathname)).text();
const lines = page.slice(page.indexOf('<twin-provider'), page.indexOf('</twin-provider>')).split('\n');
document.querySelector('#source').textContent = [
  '<script type="module" src="twinfloor.js"></script>',
  '',
  ...lines.filter((line) => /<\/?twin-/.test(line)).map((line) => line.replace(/^ {4}/, '')),
  '</twin-provider>',
].join('\n');
