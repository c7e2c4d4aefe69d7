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

/** All elements of a page, those inside the shadow roots too; for the tests, in the page. */
const everywhere = () => {
  window.everywhere = (root = document) =>
    [...root.querySelectorAll('*')].flatMap((one) => [
      one,
      ...(one.shadowRoot ? window.everywhere(one.shadowRoot) : []),
    ]);
};

/** Opens the page of OEE when its elements have drawn. */
async function oee(query = '', size = {}) {
  const { page } = await open(`oee/?theme=light&lang=en${query}`, size);
  await page.evaluate(async () => {
    const element = document.querySelector('twin-oee');
    await window.until(() => element.shadowRoot?.querySelector('.bar.last'));
    await window.until(() => document.querySelector('twin-oee-trend').shadowRoot.querySelector('.plot'));
  });
  await page.evaluate(everywhere);
  return page;
}

test('a pressed button and the bars are told apart where the colours are those of the system', async () => {
  const page = await oee();
  await page.emulateMedia({ forcedColors: 'active' });
  const seen = await page.evaluate(() => {
    const inside = (tag, selector) => document.querySelector(tag).shadowRoot.querySelector(selector);
    const style = (tag, selector, pseudo) => getComputedStyle(inside(tag, selector), pseudo);
    return {
      pressed: style('twin-clock', '[aria-pressed="true"]').outlineStyle,
      plain: style('twin-clock', '[aria-pressed="false"]').outlineStyle,
      bar: style('twin-oee', '.bar.last', '::before').backgroundColor,
      ground: getComputedStyle(document.querySelector('twin-provider')).backgroundColor,
      plot: style('twin-oee-trend', '.plot').backgroundColor,
    };
  });
  assert.equal(seen.pressed, 'solid');
  assert.equal(seen.plain, 'none');
  assert.notEqual(seen.bar, seen.ground);
  assert.notEqual(seen.plot, 'rgba(0, 0, 0, 0)');
  await page.close();
});

test('on paper buttons vanish, losses keep their names and rows are not split', async () => {
  const page = await oee('&theme=dark');
  await page.emulateMedia({ media: 'print' });
  const printed = await page.evaluate(() => {
    const isSeen = (one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility !== 'hidden';
    const explanation = document.querySelector('twin-oee').shadowRoot;
    return {
      buttons: window
        .everywhere()
        .filter((one) => one.localName === 'button' && isSeen(one) && !one.closest('th'))
        .map((one) => `${one.getRootNode().host?.localName} ${one.textContent.trim()}`),
      names: [...explanation.querySelectorAll('[part="table"] th .verb')].map(isSeen),
      rows: window
        .everywhere()
        .filter((one) => one.localName === 'tr' && getComputedStyle(one).breakInside !== 'avoid').length,
    };
  });
  assert.deepEqual(printed.buttons, []);
  assert.ok(!printed.names.includes(false), 'names of losses');
  assert.equal(printed.rows, 0);
  await page.close();
});

test('from right to left the page is mirrored, and time still runs from left to right', async () => {
  const page = await oee();
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  const at = await page.evaluate(async () => {
    for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
    const oee = document.querySelector('twin-oee').getBoundingClientRect();
    const title = document.querySelector('twin-oee').shadowRoot.querySelector('h3').getBoundingClientRect();
    const plots = window.everywhere().filter((one) => one.classList.contains('plot'));
    return {
      titleIsRight: title.right > oee.left + oee.width / 2,
      plots: plots.map((one) => getComputedStyle(one).direction),
      slider: getComputedStyle(document.querySelector('twin-clock').shadowRoot.querySelector('input'))
        .direction,
    };
  });
  assert.equal(at.titleIsRight, true);
  assert.ok(at.plots.length >= 2);
  assert.deepEqual([...new Set([...at.plots, at.slider])], ['ltr']);
  await page.close();
});

test('whoever asks for less motion sees none', async () => {
  const page = await oee();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await page.evaluate(() =>
    window
      .everywhere()
      .filter((one) => one.getRootNode() instanceof ShadowRoot)
      .filter((one) => {
        const { animationName, transitionDuration } = getComputedStyle(one);
        return animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration);
      })
      .map((one) => `${one.getRootNode().host.localName} ${one.localName}.${one.className}`),
  );
  assert.deepEqual(moving, []);
  await page.close();
});

test('what can be pressed is 28 px high at least', async () => {
  const page = await oee();
  const small = await page.evaluate(() =>
    window
      .everywhere()
      .filter((one) => /^(button|select|input|summary)$/.test(one.localName))
      .map((one) => [one, one.getBoundingClientRect()])
      // The names of losses fill the rows of their table, 24 px as their neighbours.
      .filter(([one, box]) => box.height > 0 && box.height < 27.5 && !one.closest('th'))
      .map(([one, { height }]) => `${one.getRootNode().host?.localName} ${one.textContent.trim()} ${height}`),
  );
  assert.deepEqual(small, []);
  await page.close();
});

test('at 200 % the page needs no scrolling sideways and cuts no words', async () => {
  const page = await oee('', { width: 640, height: 400 });
  const over = await page.evaluate(() => ({
    page: document.documentElement.scrollWidth - innerWidth,
    cut: window
      .everywhere()
      .filter((one) => one.getRootNode() instanceof ShadowRoot && one.children.length === 0)
      .filter((one) => getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1)
      .filter((one) => one.clientWidth > 1 && one.localName !== 'input' && one.localName !== 'canvas')
      .map((one) => `${one.getRootNode().host.localName} ${one.textContent.trim()}`),
  }));
  assert.deepEqual(over, { page: 0, cut: [] });
  await page.close();
});
