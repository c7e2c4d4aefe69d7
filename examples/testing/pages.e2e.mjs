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
  'factory/': ['twin-oee', 'twin-tree', 'twin-equipment-board', 'twin-inspector'],
  'workshop/': ['twin-scene', 'twin-state-timeline', 'twin-equipment-grid', 'twin-inspector'],
  'workshop/?at=forming': ['twin-scene', 'twin-state-timeline', 'twin-equipment-grid'],
  'oee/': ['twin-oee', 'twin-oee-trend', 'twin-production', 'twin-state-summary'],
  'energy/': ['twin-power', 'twin-energy', 'twin-floor-plan', 'twin-trend', 'twin-value'],
  'wall/': ['twin-equipment-grid', 'twin-oee', 'twin-clock'],
  'recorded-workshop/': ['twin-equipment-grid', 'twin-oee', 'twin-connections'],
};

/** Opens a page and waits until its elements have something to say. */
async function opened(path, tags, size, wanted) {
  const [width, height] = size;
  const page = await open(`${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams(wanted)}`, {
    width,
    height,
  });
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

for (const [path, tags] of Object.entries(pages)) {
  describe(`the page /${path}`, () => {
    for (const theme of themes) {
      for (const lang of languages) {
        test(`has nothing that axe complains of in ${theme}, ${lang}`, async () => {
          const here = await opened(path, tags, sizes[1], { theme, lang });
          const { page } = here;
          await page.evaluate(axe);
          const found = await page.evaluate(async () => {
            const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
            return violations.flatMap(({ id, nodes }) =>
              nodes.map(({ target, html }) => `${id} ${target.flat().join(' ')} ${html.slice(0, 160)}`),
            );
          });
          assert.deepEqual(found, []);
          assert.deepEqual(await complaintsOf(here), []);
          await page.close();
        });
      }
    }

    for (const size of sizes) {
      test(`fits a screen of ${size.join(' × ')}`, async () => {
        for (const lang of languages) {
          const { page } = await opened(path, tags, size, { lang });
          const over = await page.evaluate(() => ({
            page: document.documentElement.scrollWidth - innerWidth,
            wide: [...document.querySelectorAll('main *')]
              .filter((one) => one.localName.startsWith('twin-'))
              .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
              .map((one) => one.localName),
          }));
          assert.deepEqual(over, { page: Math.min(0, over.page), wide: [] });
          await page.close();
        }
      });
    }
  });
}
