import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaintsOf, examples } from '../testing/browser.mjs';

const { open } = await examples();

test('one HTML file and a workshop file show a machine, without a build and without a violation of the policy', async () => {
  const opened = await open('plain-html/');
  const { page } = opened;
  const shown = await page.evaluate(async () => {
    const twin = await document.querySelector('twin-provider').ready();
    const text = () => document.querySelector('twin-equipment').shadowRoot.textContent.replace(/\s+/g, ' ');
    await window.until(() => /%/.test(text()));
    const { state } = twin.series('mill/state', 'state').at(twin.clock.now());
    return { text: text(), state };
  });
  assert.match(shown.text, /GF Agie mill/);
  assert.match(shown.text, { idle: /Idle/, running: /Running/, unknown: /Unknown/ }[shown.state]);
  assert.deepEqual(await complaintsOf(opened), []);
  await page.close();
});
