import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaintsOf, examples } from '../testing/browser.mjs';

const { open } = await examples();

test('one HTML file and a workshop file show a machine, without a build and without a violation of the policy', async () => {
  const opened = await open('plain-html/');
  const { page } = opened;
  const text = await page.evaluate(async () => {
    const twin = await document.querySelector('twin-provider').ready();
    const text = () => document.querySelector('twin-equipment').shadowRoot.textContent;
    const words = { idle: /Idle/, running: /Running/, unknown: /Unknown/ };
    const state = () => twin.series('mill/state', 'state')?.at(twin.clock.now())?.state;
    // The past comes in pieces; then the tile says what the twin knows.
    await window.until(() => twin.connections[0].status.state === 'live' && /%/.test(text()));
    await window.until(() => words[state()]?.test(text()));
    return text();
  });
  assert.match(text, /GF Agie mill/);
  assert.deepEqual(await complaintsOf(opened), []);
  await page.close();
});
