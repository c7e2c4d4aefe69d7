import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, keyFrame, network, receiver } from '../testing/opcua-receiver.js';

test('a keep-alive confirms and says nothing of values, also with the number that comes next', () => {
  const { take, context } = receiver({ 'mill/power': '#A' });
  take(keyFrame(1, 0, { A: 1 }));
  const keepAlive = { DataSetWriterId: 1, SequenceNumber: 2, Timestamp: at(1) };
  assert.deepEqual(take({ ...keepAlive, MessageType: 'ua-keepalive' }), []);
  assert.deepEqual(take(keepAlive), []);
  assert.deepEqual(take(keyFrame(2, 2, { A: 1 })), ['mill/power 1 at 2']);
  assert.deepEqual(context.refusals, []);
});

test('after a missing data set nothing is known of a field until it is told again', () => {
  const { take, context } = receiver({ 'mill/power': '#A', 'saw/power': '#B' });
  const both = { A: { Value: 1, SourceTimestamp: at(-9) }, B: { Value: 2, SourceTimestamp: at(-8) } };
  take(keyFrame(7, 0, both));
  assert.deepEqual(take(keyFrame(10, 3, { A: 5 }, 'ua-deltaframe')), [
    'mill/power undefined at 0',
    'saw/power undefined at 0',
    'mill/power 5 at 3',
  ]);
  assert.deepEqual(context.refusals, [
    {
      place: 'plant/ua',
      found: '2 data sets missing before 10',
      allowed: 'sequence numbers without gaps',
    },
  ]);
  // The key frame repeats values of before the loss: they hold when it was made.
  assert.deepEqual(take(keyFrame(11, 4, both)), ['mill/power 1 at 4', 'saw/power 2 at 4']);
  assert.deepEqual(take(keyFrame(12, 5, { A: 3 })), ['mill/power 3 at 5']);
});

test('repeated and late data sets, the end of the numbers and a new beginning are no loss', () => {
  const { take, context } = receiver({ 'mill/power': '#A' });
  take(keyFrame(4_294_967_294, 0, { A: 1 }));
  take(keyFrame(4_294_967_295, 1, { A: 1 }));
  take(keyFrame(0, 2, { A: 1 }));
  take(keyFrame(4, 3, { A: 1 }));
  assert.equal(context.refusals.length, 1);
  assert.deepEqual(take(keyFrame(3, 2.5, { A: 9 })), ['mill/power 9 at 2.5']);
  take(keyFrame(4, 3, { A: 1 }));
  take(keyFrame(5, 4, { A: 1 }));
  take(keyFrame(1, 5, { A: 1 }));
  take(keyFrame(2, 6, { A: 1 }));
  assert.equal(context.refusals.length, 1);
});

test('a writer that begins anew with a delta frame has lost its key frame: nothing is known of its other fields', () => {
  const { take, context } = receiver({ 'mill/power': '#A', 'saw/power': '#B' });
  take(keyFrame(100, 0, { A: 1, B: 2 }));
  assert.deepEqual(take(keyFrame(2, 9, { A: 5 }, 'ua-deltaframe')), [
    'mill/power undefined at 0.001',
    'saw/power undefined at 0.001',
    'mill/power 5 at 9',
  ]);
  assert.deepEqual(take(keyFrame(3, 10, { A: 5, B: 3 })), ['mill/power 5 at 10', 'saw/power 3 at 10']);
  assert.deepEqual(take(keyFrame(1, 20, { A: 6, B: 3 })), ['mill/power 6 at 20', 'saw/power 3 at 20']);
  assert.deepEqual(take(keyFrame(1, 21, { A: 7 }, 'ua-deltaframe')), ['mill/power 7 at 21']);
  assert.deepEqual(
    context.refusals.map(({ found }) => found),
    ['2 data sets missing before 2'],
  );
});

test('a delta frame after the end of the numbers is no loss', () => {
  const { take, context } = receiver({ 'mill/power': '#A', 'saw/power': '#B' });
  take(keyFrame(65_535, 0, { A: 1, B: 2 }));
  assert.deepEqual(take(keyFrame(0, 1, { A: 5 }, 'ua-deltaframe')), ['mill/power 5 at 1']);
  assert.deepEqual(context.refusals, []);
});

test('a value that is repeated after the connection was lost holds when it is repeated', () => {
  const { take, lose, go } = receiver({ 'mill/power': '#A' });
  const old = { A: { Value: 1, SourceTimestamp: at(-60) } };
  take(keyFrame(1, 0, old));
  assert.deepEqual(lose(10), ['mill/power undefined at 10']);
  go(20);
  assert.deepEqual(take(keyFrame(9, 19, old)), ['mill/power 1 at 19']);
  assert.deepEqual(lose(30), ['mill/power undefined at 30']);
  go(40);
  // What the broker kept is as old as it says, unless it is all there is.
  assert.deepEqual(take(keyFrame(9, 19, old)), ['mill/power 1 at -60']);
  assert.deepEqual(take(keyFrame(9, 19, old), 'plant/ua', true), ['mill/power 1 at 40']);
});

test('a publisher that says it is not operational leaves a gap in its signals only', () => {
  const { take, go } = receiver({ 'mill/power': 'P/+#A', 'saw/power': 'Q/+#A', 'mill/conditions': 'P/2#' });
  take(network(keyFrame(1, 0, { A: 1 })));
  take({ ...network(keyFrame(1, 0, { A: 1 })), PublisherId: 'Q' });
  const status = { MessageType: 'ua-status', PublisherId: 'P' };
  assert.deepEqual(take({ ...status, Status: 2, IsCyclic: false }), []);
  assert.deepEqual(take({ ...status, Status: 3, Timestamp: at(5) }), ['mill/power undefined at 5']);
  assert.deepEqual(take(network(keyFrame(2, 7, { A: 1 }))), ['mill/power 1 at 7']);
  const cyclic = { ...status, Status: 'Operational_2', IsCyclic: true, NextReportTime: at(17) };
  assert.deepEqual(take(cyclic), []);
  go(28);
  assert.deepEqual(take({ ...network(keyFrame(2, 27, { A: 3 })), PublisherId: 'Q' }), [
    'saw/power 3 at 27',
    'mill/power undefined at 7.001',
  ]);
});
