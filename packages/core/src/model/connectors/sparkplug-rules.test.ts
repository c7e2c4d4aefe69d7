import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metricSource } from './sparkplug-rules.js';

test('metricSource() reads a metric of a node or of a device; its name may have slashes and more number signs', () => {
  assert.deepEqual(metricSource('shop/edge#Load'), {
    group: 'shop',
    node: 'edge',
    device: undefined,
    metric: 'Load',
  });
  assert.deepEqual(metricSource('车间/edge 1/mill.2#Motor/speed #1'), {
    group: '车间',
    node: 'edge 1',
    device: 'mill.2',
    metric: 'Motor/speed #1',
  });
});

for (const from of [
  '',
  '#',
  'shop#Load',
  'shop/edge',
  'shop/edge#',
  '/edge#Load',
  'shop/#Load',
  'shop/edge/#Load',
  'shop/edge/mill/a#Load',
  'shop/+#Load',
  'shop/edge/+#Load',
]) {
  test(`metricSource() refuses ${from === '' ? 'nothing' : from}`, () => {
    assert.equal(metricSource(from), undefined);
  });
}
