import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { root } from './internal/root.mjs';
import { bundledIn, thirdParty } from './internal/third-party.mjs';

it('THIRD-PARTY.md names every library that our packages bring along, with its licence', () => {
  const written = readFileSync(join(root, 'THIRD-PARTY.md'), 'utf8').replaceAll('\r\n', '\n');
  assert.equal(written === thirdParty(), true, 'out of date: run `npm run third-party`');
});

it('libraries inside of the files of another one are found in its source maps and have their notices', () => {
  assert.deepEqual(bundledIn(join(root, 'node_modules/u8-mqtt')), ['regexparam', 'u8-mqtt-packet']);
  const text = thirdParty();
  assert.match(text, /^## regexparam, inside of u8-mqtt [\d.]+\n\nLicence: MIT\n[^#]*\(c\) Luke Edwards/m);
  assert.match(
    text,
    /^## u8-mqtt-packet, inside of u8-mqtt [\d.]+\n\nLicence: BSD-2-Clause\n[^#]*Shane Holloway/m,
  );
});
