import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaintsOf, examples } from './browser.mjs';

const { open } = await examples();

test('a machine that breaks down raises an alarm, which its tile shows until the operator has acknowledged it in the list', async () => {
  const here = await open('workshop/?theme=light&lang=en');
  const { page } = here;
  await page.evaluate(async () => {
    const twin = await document.querySelector('twin-provider').ready();
    await window.until(() => twin.connections.every(({ status }) => status.state === 'live'));
    const grid = document.querySelector('[data-part=tiles] twin-equipment-grid');
    grid.scrollIntoView({ block: 'center' });
    window.markOf = () =>
      [...grid.shadowRoot.querySelectorAll('.tile')]
        .find((tile) => tile.getAttribute('aria-label')?.startsWith('Machining centre 3:'))
        ?.querySelector('.alarm .mark')
        ?.getAttribute('class');
    window.rowOf = () =>
      [...(document.querySelector('main twin-alarm-list').shadowRoot?.querySelectorAll('.row') ?? [])].find(
        (row) => /Machining centre 3/.test(row.ariaLabel) && /\. Not acknowledged/.test(row.ariaLabel),
      );
  });
  await page.getByRole('button', { name: 'Machining centre 3 breaks down' }).click();
  await page.evaluate(() => document.querySelector('[data-part=tiles]').scrollIntoView({ block: 'center' }));
  await page.waitForFunction(() => /filled/.test(window.markOf() ?? ''), undefined, { timeout: 30_000 });
  await page.evaluate(() =>
    document.querySelector('main twin-alarm-list').scrollIntoView({ block: 'center' }),
  );
  await page.waitForFunction(() => window.rowOf() !== undefined, undefined, { timeout: 30_000 });
  await page.evaluate(() => window.rowOf().focus());
  await page.keyboard.press('a');
  await page.evaluate(() => document.querySelector('[data-part=tiles]').scrollIntoView({ block: 'center' }));
  await page.waitForFunction(() => /outline/.test(window.markOf() ?? ''), undefined, { timeout: 30_000 });
  assert.deepEqual(await complaintsOf(here), []);
  await page.close();
});
