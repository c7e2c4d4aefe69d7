import { expect } from 'chai';
import { Twin } from '@twinfloor/core';
import { accessibilityProblems, clear, mount, until } from '../testing/page.js';
import { calm, makeAll, openAll, wholeTwin, wholeWorkshop } from './testing/all-elements.js';
import { themeNames } from './tokens.js';

/** What axe finds in all that a provider holds, by theme and language, which are switched while it stands. */
async function problemsInAllThemes(provider: HTMLElementTagNameMap['twin-provider']): Promise<string[]> {
  const problems: string[] = [];
  for (const theme of themeNames) {
    provider.theme = theme;
    const ground = () => getComputedStyle(provider).getPropertyValue('background-color');
    const before = ground();
    await until(() => theme === themeNames[0] || ground() !== before, `the theme ${theme}`);
    for (const lang of ['en', 'zh-CN']) {
      provider.lang = lang;
      await calm(provider);
      const found = await accessibilityProblems(provider);
      problems.push(...found.map((problem) => `${theme}, ${lang}: ${problem}`));
    }
  }
  return problems;
}

describe('In every theme and language axe finds nothing', function () {
  // Twenty elements in eight looks each.
  this.timeout(60_000);
  const askForFile = window.fetch;
  afterEach(() => {
    window.fetch = askForFile;
    clear();
  });

  it('in live elements with all their tables and explanations open, and one machine selected', async () => {
    const twin = wholeTwin();
    const elements = makeAll();
    const provider = await mount('twin-provider', { twin }, ...elements);
    twin.selection.select('press-04');
    await calm(provider);
    await openAll(elements);
    expect(await problemsInAllThemes(provider)).to.deep.equal([]);
  });

  it('in elements that have not heard anything for two hours', async () => {
    const provider = await mount('twin-provider', { twin: wholeTwin(120) }, ...makeAll());
    expect(await problemsInAllThemes(provider)).to.deep.equal([]);
  });

  it('in elements of a workshop without data', async () => {
    const provider = await mount('twin-provider', { twin: new Twin(wholeWorkshop()) }, ...makeAll());
    expect(await problemsInAllThemes(provider)).to.deep.equal([]);
  });

  it('in elements whose workshop is still on its way', async () => {
    window.fetch = () => new Promise<Response>(() => undefined);
    const provider = await mount('twin-provider', { src: 'workshop.json' }, ...makeAll());
    expect(await problemsInAllThemes(provider)).to.deep.equal([]);
  });

  it('in elements whose workshop could not be read', async () => {
    window.fetch = () => Promise.resolve(new Response('', { status: 404 }));
    const provider = await mount('twin-provider', { src: 'workshop.json' }, ...makeAll());
    expect(await problemsInAllThemes(provider)).to.deep.equal([]);
  });

  it('in elements that their reader may not see into', async () => {
    const provider = await mount('twin-provider', { twin: wholeTwin() }, ...makeAll({ locked: '' }));
    expect(await problemsInAllThemes(provider)).to.deep.equal([]);
  });
});
