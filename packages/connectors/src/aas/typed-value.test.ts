import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isValueType, rawOf, readTyped } from './typed-value.js';

test('readTyped() reads each type, and refuses what is not of it', () => {
  const right: [string, string, unknown][] = [
    ['xs:double', '12.5', 12.5],
    ['xs:double', '-1e-3', -0.001],
    ['xs:double', 'INF', undefined],
    ['xs:double', '-INF', undefined],
    ['xs:float', 'NaN', undefined],
    ['xs:decimal', '3.', 3],
    ['xs:long', '9007199254740991', 9007199254740991],
    ['xs:long', '9007199254740993', '9007199254740993'],
    ['xs:long', '-9223372036854775808', '-9223372036854775808'],
    ['xs:unsignedByte', '255', 255],
    ['xs:int', '+5', 5],
    ['xs:boolean', 'true', true],
    ['xs:boolean', '0', false],
    ['xs:dateTime', '2024-02-29T24:00:00Z', '2024-02-29T24:00:00Z'],
    ['xs:dateTime', '2022-07-31T17:08:51', '2022-07-31T17:08:51'],
    ['xs:date', '2022-01-01', '2022-01-01'],
    ['xs:duration', '-P1Y2M3DT4H5M6.7S', '-P1Y2M3DT4H5M6.7S'],
    ['xs:gDay', '---15', '---15'],
    ['xs:hexBinary', '0aFF', '0aFF'],
    ['xs:base64Binary', 'AQID\nBAU=', 'AQID\nBAU='],
    ['xs:string', ' as it is ', ' as it is '],
    ['xs:anyURI', '', ''],
  ];
  for (const [type, text, value] of right)
    assert.deepEqual(readTyped(type, text), { value }, `${type} ${text}`);
  const wrong: [string, string][] = [
    ['xs:double', ''],
    ['xs:double', 'Infinity'],
    ['xs:double', '0x10'],
    ['xs:double', '1,5'],
    ['xs:decimal', '1e3'],
    ['xs:long', '9223372036854775808'],
    ['xs:int', '2147483648'],
    ['xs:byte', '128'],
    ['xs:unsignedInt', '-1'],
    ['xs:positiveInteger', '0'],
    ['xs:int', '1.0'],
    ['xs:boolean', 'TRUE'],
    ['xs:dateTime', '2023-02-29T00:00:00Z'],
    ['xs:dateTime', '2023-02-28 00:00:00'],
    ['xs:dateTime', '2023-02-28T10:60:00'],
    ['xs:date', '2023-13-01'],
    ['xs:duration', 'P'],
    ['xs:duration', 'P1DT'],
    ['xs:duration', '1h'],
    ['xs:hexBinary', 'abc'],
    ['xs:base64Binary', `A${' '.repeat(500_000)}!`],
  ];
  for (const [type, text] of wrong) assert.equal(readTyped(type, text), undefined, `${type} ${text}`);
});

test('isValueType() knows the types of the metamodel and nothing else', () => {
  for (const type of ['xs:double', 'xs:gYearMonth', 'xs:unsignedLong', 'xs:boolean', 'xs:duration'])
    assert.equal(isValueType(type), true);
  for (const type of ['double', 'xs:', 'xs:toString', 'xs:constructor', '', 'xsd:int'])
    assert.equal(isValueType(type), false);
});

test('rawOf() gives durations of a fixed length in seconds, truth in words, and the rest as it is', () => {
  assert.equal(rawOf('xs:duration', 'PT1H30M'), 5400);
  assert.equal(rawOf('xs:duration', 'P1DT0.5S'), 86_400.5);
  assert.equal(rawOf('xs:duration', '-PT2S'), -2);
  assert.equal(rawOf('xs:duration', 'PT0S'), 0);
  assert.equal(rawOf('xs:duration', 'P1M'), 'P1M');
  assert.equal(rawOf('xs:boolean', true), 'true');
  assert.equal(rawOf('xs:int', 7), 7);
  assert.equal(rawOf('xs:double', undefined), undefined);
});
