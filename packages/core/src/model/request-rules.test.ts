import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemText, readWorkshop } from './workshop.js';

const equipment = [{ id: 'press', level: 'workUnit' }];
const speed = { name: 'speed', kind: 'number', unit: '1/min' };
const program = { name: 'next', kind: 'text' };

function read(...signals: object[]) {
  return readWorkshop({ id: 'w', equipment, signals });
}

test('rules of requests are kept as they are written', () => {
  const request = { minimum: 0, maximum: 60, step: 5, timeout: 10, tolerance: 1, confirmedBy: 'actual' };
  const values = { values: ['A', 'B'] };
  const actual = { ...speed, name: 'actual' };
  const { workshop, problems } = read({ ...speed, request }, { ...program, request: values }, actual);
  assert.deepEqual(problems, []);
  assert.deepEqual(workshop?.signals[0].request, request);
  assert.deepEqual(workshop?.signals[1].request, values);
});

const range = { minimum: 0, maximum: 60 };
const wrong: [title: string, signal: object, problem: string][] = [
  ['a counter', { name: 'energy', request: range }, 'signals[0].request: found {"minimum":0,"maximum":60}, allowed: nothing, as only numbers and texts can be asked for and this signal is a counter'],
  ['a number without a range', { ...speed, request: { minimum: 0 } }, 'signals[0].request: found {"minimum":0}, allowed: minimum and maximum, or values'],
  ['a range that is none', { ...speed, request: { minimum: 60, maximum: 0 } }, 'signals[0].request.maximum: found 0, allowed: a number above 60'],
  ['a step beyond the range', { ...speed, request: { ...range, step: 61 } }, 'signals[0].request.step: found 61, allowed: at most 60, from minimum to maximum'],
  ['a step that is none', { ...speed, request: { ...range, step: 0 } }, 'signals[0].request.step: found 0, allowed: a number above 0'],
  ['a tolerance in which the value before lies', { ...speed, request: { ...range, step: 5, tolerance: 5 } }, 'signals[0].request.tolerance: found 5, allowed: less than step, 5: else the value before would confirm'],
  ['a limit that is no number', { ...speed, request: { ...range, maximum: '60' } }, 'signals[0].request.maximum: found "60", allowed: a number'],
  ['a free text', { ...program, request: {} }, 'signals[0].request: found {}, allowed: values, the texts that may be asked for'],
  ['a range of a text', { ...program, request: { values: ['A'], minimum: 0 } }, 'signals[0].request.minimum: found 0, allowed: nothing, as this signal is no number'],
  ['numbers of a text', { ...program, request: { values: [1] } }, 'signals[0].request.values: found [1], allowed: texts only'],
  ['a range beside values', { ...speed, request: { values: [1], maximum: 3 } }, 'signals[0].request.maximum: found 3, allowed: nothing beside values'],
  ['no value', { ...speed, request: { values: [] } }, 'signals[0].request.values: found [], allowed: a list of at least one number or text'],
  ['a time limit of days', { ...speed, request: { ...range, timeout: 90_000 } }, 'signals[0].request.timeout: found 90000, allowed: seconds above 0, at most 86400'],
  ['a signal that is not there', { ...speed, request: { ...range, confirmedBy: 'actual' } }, 'signals[0].request.confirmedBy: found "actual", allowed: the name of a signal of the same equipment'],
  ['a signal of another unit', { ...speed, request: { ...range, confirmedBy: 'power' } }, 'signals[0].request.confirmedBy: found "power", allowed: the name of a number in 1/min'],
]; // prettier-ignore

for (const [title, signal, problem] of wrong) {
  test(`rules of requests are refused, and nothing may be asked: ${title}`, () => {
    const { workshop, problems } = read(signal);
    assert.deepEqual(problems.map(problemText), [problem]);
    assert.equal(workshop?.signals[0].name, (signal as { name: string }).name);
    // A wrong time limit is no more than the usual one; all else is decisive.
    if (!title.startsWith('a time limit')) assert.equal(workshop?.signals[0].request, undefined);
  });
}
