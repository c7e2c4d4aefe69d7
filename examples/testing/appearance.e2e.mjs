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
