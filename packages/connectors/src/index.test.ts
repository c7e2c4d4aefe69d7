import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadConnectorType } from '@twinfloor/core';
import { registerConnectors, startScenario } from './index.js';

test('registerConnectors() makes the types of this package known, each loaded when it is named', async () => {
  await assert.rejects(loadConnectorType('mqtt'), /unknown connector type: mqtt/);
  registerConnectors();
  for (const type of ['aas', 'mtconnect', 'mqtt', 'replay', 'simulator']) {
    assert.equal(typeof (await loadConnectorType(type)), 'function', type);
  }
});

test('startScenario() rejects while no simulator runs', async () => {
  await assert.rejects(
    startScenario('factory', 'breakdown'),
    /invalid connector: factory, allowed: none is running/,
  );
});
