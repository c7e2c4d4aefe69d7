import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SeededRandom } from '../../testing/random.js';
import { type MeterAmount, meterBalance } from './meter-balance.js';

const meter = (id: string, value: number | undefined, low = value, high = value): MeterAmount => ({
  id,
  value,
  bounds: low === undefined || high === undefined ? undefined : { low, high },
  coverage: value === undefined ? 0 : 1,
});

test('meterBalance() is what no child measures, with its share of the parent', () => {
  const found = meterBalance(meter('main', 1000), [meter('line 1', 600), meter('line 2', 350)]);
  assert.equal(found.value, 50);
  assert.equal(found.share, 0.05);
  assert.equal(found.inputs.measured, 950);
  assert.deepEqual(found.bounds, { low: 50, high: 50 });
  assert.equal(found.coverage, 1);
  assert.deepEqual(found.warnings, []);
});

test('meterBalance() says that children exceed their parent, beyond the tolerance', () => {
  const children = [meter('line 1', 700), meter('line 2', 315)];
  const found = meterBalance(meter('main', 1000), children);
  assert.equal(found.value, -15);
  assert.deepEqual(found.warnings, []);
  assert.deepEqual(meterBalance(meter('main', 1000), children, 0.01).warnings, [
    { key: 'childrenExceedParent', subjects: ['main'] },
  ]);
});

test('meterBalance() blames nobody while the time without data could explain the difference', () => {
  const parent = meter('main', 600, 600, 1200);
  const found = meterBalance(parent, [meter('line 1', 1000)]);
  assert.equal(found.value, -400);
  assert.deepEqual(found.bounds, { low: -400, high: 200 });
  assert.deepEqual(found.warnings, []);
});

test('meterBalance() has no value where the parent or a child was not measured', () => {
  const found = meterBalance(meter('main', 1000), [meter('line 1', 600), meter('line 2', undefined)]);
  assert.deepEqual([found.value, found.bounds, found.share], [undefined, undefined, undefined]);
  assert.equal(found.inputs.measured, 600);
  assert.equal(found.coverage, 2 / 3);
  assert.deepEqual(found.warnings, [{ key: 'meterNotMeasured', subjects: ['line 2'] }]);
});

test('meterBalance() refuses a tolerance below 0', () => {
  assert.throws(() => meterBalance(meter('main', 1), [], -0.1), /invalid tolerance: -0.1/);
});

test('meterBalance() adds up to the parent and lies within its bounds, seed 71', () => {
  const random = new SeededRandom(71);
  const any = (id: string) => {
    const low = random.next() * 100;
    const value = low + random.next() * 10;
    return meter(id, value, low, value + random.next() * 10);
  };
  for (let turn = 0; turn < 200; turn++) {
    const parent = any('main');
    const children = Array.from({ length: random.whole(6) }, (_, index) => any(String(index)));
    const { value = NaN, bounds, inputs } = meterBalance(parent, children);
    assert.ok(Math.abs(value + inputs.measured - (parent.value ?? NaN)) < 1e-9);
    assert.ok(bounds && bounds.low <= value + 1e-9 && value <= bounds.high + 1e-9);
  }
});
