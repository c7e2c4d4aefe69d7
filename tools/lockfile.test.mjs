import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from './internal/root.mjs';

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

describe('package-lock.json', () => {
  it('names no registry, so that a mirror serves as well', () => {
    const hosts = Object.values(packages).filter(({ resolved = '' }) => /^https?:/.test(resolved));
    assert.deepEqual(hosts, []);
  });

  // A mirror may lack the builds for other platforms. npm then leaves them out of the file, and `npm ci` refuses it.
  it('lists the optional libraries of every platform', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => locate(path, name) === undefined),
    );
    assert.deepEqual(missing, []);
  });
});

function locate(path, name) {
  for (let place = path; ; place = place.slice(0, Math.max(place.lastIndexOf('/node_modules/'), 0))) {
    const found = packages[`${place === '' ? '' : `${place}/`}node_modules/${name}`];
    if (found !== undefined || place === '') return found;
  }
}
