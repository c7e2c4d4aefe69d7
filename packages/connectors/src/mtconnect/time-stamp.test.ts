import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTimeStamp } from './time-stamp.js';

test('time stamps with and without fraction and zone are read as milliseconds', () => {
  for (const text of [
    '2016-10-25T12:50:30.403Z',
    '2016-10-25T12:50:30Z',
    '2000-02-29T23:59:59.999Z',
    '2016-10-25T12:50:30.4+02:00',
    '2016-10-25T00:50:30.45-11:30',
  ]) {
    assert.equal(readTimeStamp(text), Date.parse(text), text);
  }
  assert.equal(readTimeStamp('2009-03-22T01:50:29'), Date.parse('2009-03-22T01:50:29Z'));
});

test('digits beyond milliseconds are cut off, not rounded', () => {
  assert.equal(readTimeStamp('2022-08-08T13:51:34.7169999Z'), Date.parse('2022-08-08T13:51:34.716Z'));
});

test('anything else is no time stamp', () => {
  for (const text of [
    '',
    'UNAVAILABLE',
    '2016-10-25',
    '2016-13-25T12:50:30Z',
    '2016-10-25T12:50:30.403Z=',
    '2016-10-25T12:5x:30Z',
    '2016-10-25T12:61:30Z',
    '2016-10-25T12:50',
    '2016-10-25T12:50:30 Z',
    '+016-10-25T12:50:30Z',
  ]) {
    assert.equal(readTimeStamp(text), undefined, text);
  }
});
