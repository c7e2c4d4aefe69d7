import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { chromiumPath, programPath } from './internal/programs.mjs';
import { readTally } from './internal/tally.mjs';

describe('chromiumPath()', () => {
  const { CHROMIUM } = process.env;
  afterEach(() => {
    if (CHROMIUM === undefined) delete process.env.CHROMIUM;
    else process.env.CHROMIUM = CHROMIUM;
  });

  it('takes the browser that CHROMIUM names', () => {
    process.env.CHROMIUM = process.execPath;
    assert.equal(chromiumPath(), process.execPath);
  });

  it('says what is allowed when CHROMIUM names nothing', () => {
    process.env.CHROMIUM = '/nowhere/chromium';
    assert.throws(chromiumPath, { message: /^invalid CHROMIUM: \/nowhere\/chromium, allowed: / });
  });
});

describe('programPath()', () => {
  it('finds a program on the PATH, and nothing that is not there', () => {
    assert.ok(programPath('no-such-program', 'npm', 'node'));
    assert.equal(programPath('no-such-program'), undefined);
  });
});

describe('readTally()', () => {
  it('reads the last line of a step', () => {
    assert.deepEqual(readTally('lint\n3 passed, 0 failed\n12 passed, 1 failed\n'), { passed: 12, failed: 1 });
  });

  it('has no answer for a step that broke off', () => {
    assert.equal(readTally('3 passed, 0 failed\nTypeError: x is undefined\n'), undefined);
    assert.equal(readTally(''), undefined);
  });
});
