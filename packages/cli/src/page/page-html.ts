import type { Workshop } from '@twinfloor/core';
import { textIn } from '@twinfloor/core';
import type { PageWords } from './words.js';

/**
 * The page with a workshop: no script and no style in it, so that the strictest policy lets it be.
 *
 * @param login - whether it asks for the credentials of the sources
 */
export function pageHtml(workshop: Workshop | undefined, words: PageWords, login: boolean): string {
  const name = workshop ? textIn(workshop.name, words.language) : words.workshop;
  const floor = workshop && floorOf(workshop);
  const of = floor === undefined ? '' : ` equipment="${escaped(floor)}"`;
  return `<!doctype html>
<html lang="${words.language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escaped(name)} · Twinfloor</title>
    <link rel="icon" href="/icon.svg" />
    <link rel="stylesheet" href="/page.css" />
    ${login ? '<script type="module" src="/login.js"></script>' : ''}
    <script type="module" src="/twinfloor.js"></script>
    <script type="module" src="/twinfloor-scene.js"></script>
  </head>
  <body>
    <twin-provider src="/workshop.json" range="PT8H">
      <header>
        <h1>${escaped(name)}</h1>
        ${login ? loginForm(words) : ''}
        <twin-clock></twin-clock>
      </header>
      <main>
        <section>
          <twin-floor-plan${of}></twin-floor-plan>
        </section>
        <section>
          <twin-scene${of}></twin-scene>
        </section>
        <section class="wide">
          <h2>${words.machines}</h2>
          <twin-equipment-grid${of}></twin-equipment-grid>
        </section>
        <section>
          <h2>${words.selected}</h2>
          <twin-inspector equipment="selected"></twin-inspector>
        </section>
        <section>
          <h2>${words.sources}</h2>
          <twin-connections></twin-connections>
        </section>
        <section class="wide">
          <twin-state-timeline${of}></twin-state-timeline>
        </section>
      </main>
    </twin-provider>
  </body>
</html>
`;
}

function loginForm({ username, password, token, signIn }: PageWords): string {
  return `<form>
          <label>${username} <input name="username" autocomplete="username" /></label>
          <label>${password} <input name="password" type="password" autocomplete="current-password" /></label>
          <label>${token} <input name="token" type="password" autocomplete="off" /></label>
          <button>${signIn}</button>
        </form>`;
}

/** The equipment on whose floor all stands. */
function floorOf({ equipment }: Workshop): string | undefined {
  const floors = equipment.filter(({ floor }) => floor);
  return (floors.find(({ parent }) => !floors.some(({ id }) => id === parent)) ?? equipment[0])?.id;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
