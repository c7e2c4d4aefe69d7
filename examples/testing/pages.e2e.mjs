import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { complaintsOf, examples } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const { open } = await examples();

const themes = ['light', 'dark', 'control-room', 'big-screen'];
const languages = ['en', 'zh-CN'];
const sizes = [
  [1920, 1080],
  [1280, 800],
  [390, 844],
];

/** The pages of the example site, each with the elements that it shows. */
const pages = {
  '': ['twin-state-summary'],
  'factory/': [
    'twin-oee',
    'twin-tree',
    'twin-equipment-board',
    'twin-alarm-list',
    'twin-request',
    'twin-inspector',
  ],
  'workshop/': [
    'twin-scene',
    'twin-state-timeline',
    'twin-equipment-grid',
    'twin-alarm-list',
    'twin-inspector',
  ],
  'workshop/?at=forming': ['twin-scene', 'twin-state-timeline', 'twin-equipment-grid'],
  'oee/': ['twin-oee', 'twin-oee-trend', 'twin-production', 'twin-state-summary'],
  'energy/': ['twin-power', 'twin-energy', 'twin-floor-plan', 'twin-trend', 'twin-value'],
  'wall/': ['twin-equipment-grid', 'twin-oee', 'twin-clock'],
  'recorded-workshop/': ['twin-equipment-grid', 'twin-oee', 'twin-connections'],
};

/** Opens a page and waits until its elements have something to say. */
async function opened(path, tags, [width, height]) {
  const page = await open(`${path}${path.includes('?') ? '&' : '?'}theme=light&lang=en`, { width, height });
  await page.page.evaluate(async (names) => {
    await document.querySelector('twin-provider').ready();
    for (const name of names) {
      const element = document.querySelector(name);
      if (!element) throw new Error(`no ${name}`);
      element.scrollIntoView({ block: 'center' });
      await window.until(() => (element.shadowRoot?.textContent.trim().length ?? 0) > 2);
    }
    scrollTo(0, 0);
  }, tags);
  return page;
}

/** Switches theme and language where people do, in the page as it stands, and waits until it is drawn. */
async function switched(page, theme, lang) {
  await page.evaluate(
    async (wanted) => {
      const select = document.querySelector('#theme');
      if (select) {
        select.value = wanted.theme;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      } else document.querySelector('twin-provider').theme = wanted.theme;
      if (document.documentElement.lang !== wanted.lang) {
        const button = document.querySelector('#language');
        if (button) button.click();
        else document.documentElement.lang = wanted.lang;
      }
      const provider = document.querySelector('twin-provider');
      const dark = wanted.theme === 'dark' || wanted.theme === 'big-screen';
      await window.until(() => getComputedStyle(provider).colorScheme === (dark ? 'dark' : 'light'));
      for (let frame = 0; frame < 12; frame++) await new Promise(requestAnimationFrame);
    },
    { theme, lang },
  );
}

for (const [path, tags] of Object.entries(pages)) {
  describe(`the page /${path}`, () => {
    test('has nothing that axe complains of, in each theme and language, switched while it stands', async () => {
      const here = await opened(path, tags, sizes[1]);
      const { page } = here;
      await page.evaluate(axe);
      const problems = [];
      for (const theme of themes) {
        for (const lang of languages) {
          await switched(page, theme, lang);
          const found = await page.evaluate(async () => {
            const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
            return violations.flatMap(({ id, nodes }) =>
              nodes.map(({ target, html }) => `${id} ${target.flat().join(' ')} ${html.slice(0, 160)}`),
            );
          });
          problems.push(...found.map((problem) => `${theme}, ${lang}: ${problem}`));
        }
      }
      assert.deepEqual(problems, []);
      assert.deepEqual(await complaintsOf(here), []);
      await page.close();
    });

    test('fits each screen, in each language', async () => {
      const { page } = await opened(path, tags, sizes[0]);
      const tooWide = [];
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height });
        for (const lang of languages) {
          await switched(page, 'light', lang);
          const over = await page.evaluate(() => [
            ...(document.documentElement.scrollWidth > innerWidth ? ['the page'] : []),
            ...[...document.querySelectorAll('main *, header *')]
              .filter((one) => one.localName.startsWith('twin-'))
              .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
              .map((one) => one.localName),
          ]);
          tooWide.push(...over.map((name) => `${width} × ${height}, ${lang}: ${name}`));
        }
      }
      assert.deepEqual(tooWide, []);
      await page.close();
    });
  });
}
