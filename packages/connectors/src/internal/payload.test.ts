import assert from 'node:assert/strict';
import { test } from 'node:test';
import { qualityOf, timeOf } from './payload.js';

test('timeOf() reads milliseconds, seconds and ISO 8601 with Z or an offset', () => {
  const time = Date.UTC(2026, 4, 4, 6);
  for (const written of [
    time,
    time / 1000,
    String(time),
    `${time / 1000}.0`,
    '2026-05-04T06:00:00Z',
    '2026-05-04T06:00Z',
    '2026-05-04T08:00:00.000+02:00',
    '2026-05-04T01:00:00-0500',
  ]) {
    assert.equal(timeOf(written), time, String(written));
  }
});

test('timeOf() takes no other words for a time, and none without a zone', () => {
  for (const written of [
    '',
    0,
    -1,
    NaN,
    1e14,
    true,
    null,
    {},
    '2026-05-04T06:00:00',
    '2026-05-04 06:00:00Z',
    '2026-05-04',
    'Mozart 3 Z',
    'May T 2001 Z',
    'Mon, 04 May 2026 06:00:00 +0200',
    '2026-13-04T06:00:00Z',
  ]) {
    assert.equal(timeOf(written), undefined, String(written));
  }
});

test('timeOf() finds at once that a text of any length is no time', () => {
  const start = performance.now();
  assert.equal(timeOf('T'.repeat(200_000)), undefined);
  assert.equal(timeOf(`${'1'.repeat(200_000)}x`), undefined);
  assert.ok(performance.now() - start < 1_000);
});

test('qualityOf() reads words, status codes of OPC UA and qualities of OPC DA', () => {
  const known = [
    ['Good', 'good'],
    ['BAD', 'bad'],
    [0, 'good'],
    [0x40000000, 'uncertain'],
    [0x80020000, 'bad'],
    [0x00000400, 'good'],
    [192, 'good'],
    [216, 'good'],
    [64, 'uncertain'],
    [24, 'bad'],
  ] as const;
  for (const [written, quality] of known) assert.equal(qualityOf(written), quality, String(written));
  for (const written of ['', 'fine', -1, 1.5, 2 ** 32, true, null])
    assert.equal(qualityOf(written), undefined, String(written));
});
