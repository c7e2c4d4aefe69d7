import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examples } from './browser.mjs';

const { open } = await examples();

test('charts can be seen where the colours are those of the system', async () => {
  const { page } = await open('recorded-workshop/');
  await page.emulateMedia({ forcedColors: 'active' });
  const grounds = await page.evaluate(async () => {
    const canvases = () => [
      ...['twin-state-timeline', 'twin-power'].flatMap((tag) => [
        ...document.querySelector(tag).shadowRoot.querySelectorAll('canvas'),
      ]),
    ];
    await window.until(() => canvases().length >= 5);
    return canvases().map((canvas) => [canvas.className, getComputedStyle(canvas).backgroundColor]);
  });
  for (const [name, ground] of grounds) assert.equal(ground === 'rgba(0, 0, 0, 0)', name !== 'below', name);
  await page.close();
});

test('a dark page is printed in ink on paper', async () => {
  const { page } = await open('recorded-workshop/?theme=dark');
  const inks = () =>
    page.evaluate(async () => {
      await window.until(() => document.querySelector('twin-oee').shadowRoot?.querySelector('.value'));
      const ink = getComputedStyle(document.querySelector('twin-oee')).color;
      return { ink, ground: getComputedStyle(document.querySelector('twin-provider')).colorScheme };
    });
  await page.waitForFunction(
    () => getComputedStyle(document.querySelector('twin-provider')).colorScheme === 'dark',
  );
  assert.deepEqual(await inks(), { ink: 'rgb(238, 236, 234)', ground: 'dark' });
  await page.emulateMedia({ media: 'print' });
  assert.deepEqual(await inks(), { ink: 'rgb(27, 27, 23)', ground: 'normal' });
  await page.close();
});

test('headings of the example site go down a level at a time', async () => {
  const { page } = await open('recorded-workshop/');
  const levels = await page.evaluate(async () => {
    const all = (root) =>
      [...root.querySelectorAll('*')].flatMap((one) => [
        ...(/^H\d$/.test(one.tagName) ? [Number(one.tagName[1])] : []),
        ...(one.shadowRoot ? all(one.shadowRoot) : []),
      ]);
    await window.until(() => all(document).filter((level) => level === 3).length >= 4);
    return all(document);
  });
  levels.forEach((level, index) => assert.ok(level <= (levels[index - 1] ?? 0) + 1, `${levels}`));
  await page.close();
});
