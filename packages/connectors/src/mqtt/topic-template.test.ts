import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TopicTemplate } from './topic-template.js';

const cases: readonly [template: string, topic: string, names: object | undefined][] = [
  ['shop/{equipment}/{signal}', 'shop/mill/power', { equipment: 'mill', signal: 'power' }],
  ['shop/{equipment}/{signal}', 'shop/mill', undefined],
  ['shop/{equipment}/{signal}', 'shop/mill/power/now', undefined],
  ['+/{signal}/#', 'a/power', { signal: 'power' }],
  ['+/{signal}/#', 'a/power/b/c', { signal: 'power' }],
  ['a/+', 'a/', {}],
  ['a/+', 'a', undefined],
  ['a/#', 'a', {}],
  ['#', 'a/b/c', {}],
  ['#', '$SYS/uptime', undefined],
  ['+/uptime', '$SYS/uptime', undefined],
  ['$SYS/#', '$SYS/uptime', {}],
  ['/a', '/a', {}],
  ['/a', 'a', undefined],
];
for (const [template, topic, names] of cases) {
  test(`${topic} ${names ? 'fits' : 'does not fit'} ${template}`, () => {
    assert.deepEqual(new TopicTemplate(template).match(topic), names);
  });
}

for (const template of [
  '',
  '#/a',
  'a#',
  'a/+b',
  '{equipment}/{equipment}',
  '{machine}',
  'a/b{signal}',
  'a\0b',
]) {
  test(`${JSON.stringify(template)} is no topic`, () => {
    assert.throws(() => new TopicTemplate(template), { name: 'RangeError', message: /^invalid topic: / });
  });
}
