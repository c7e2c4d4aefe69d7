import assert from 'node:assert/strict';
import { test } from 'node:test';

test('the library loads where reading the storage throws, and the storage is as forbidden as before', async () => {
  const forbidden = {
    configurable: true,
    enumerable: true,
    get: (): never => {
      throw new Error('forbidden');
    },
    set: undefined,
  };
  Object.defineProperty(globalThis, 'sessionStorage', forbidden);
  const { createClient } = await import('./create-client.js');
  assert.equal(typeof createClient('5', { sess_stg: undefined }).ping, 'function');
  assert.deepEqual(Object.getOwnPropertyDescriptor(globalThis, 'sessionStorage'), forbidden);
});
