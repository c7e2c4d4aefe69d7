import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exactJson } from './exact-json.js';

test('whole numbers beyond 2^53 become texts with all their digits, the others stay numbers', () => {
  assert.deepEqual(
    exactJson(
      '{"serial": 12345678901234567890, "low": -9007199254740993, "safe": 9007199254740991, "list": [1, 18446744073709551615]}',
    ),
    {
      serial: '12345678901234567890',
      low: '-9007199254740993',
      safe: 9007199254740991,
      list: [1, '18446744073709551615'],
    },
  );
});

test('fractions, exponents and texts with many digits stay as they are', () => {
  const text =
    '{"q\\" 12345678901234567890": 0, "a": 0.12345678901234567890, "b": 12345678901234567890.5, "c": 12345678901234567890e2, "d": "x\\" 12345678901234567890", "e": 1}';
  assert.deepEqual(exactJson(text), JSON.parse(text));
});

test('a byte order mark is passed over, and what is no JSON throws', () => {
  assert.deepEqual(exactJson('\ufeff[1]'), [1]);
  for (const text of ['', '{', '12345678901234567890x', '"12345678901234567890'])
    assert.throws(() => exactJson(text), SyntaxError);
});
