import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { root } from './internal/root.mjs';
import { thirdParty } from './internal/third-party.mjs';

it('THIRD-PARTY.md names every library that our packages bring along, with its licence', () => {
  const written = readFileSync(join(root, 'THIRD-PARTY.md'), 'utf8').replaceAll('\r\n', '\n');
  assert.equal(written === thirdParty(), true, 'out of date: run `npm run third-party`');
});
