import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemText } from '../workshop-problem.js';
import { readWorkshop } from '../workshop.js';

/** What is said of a workshop with one connector. */
function problemsOf(entry: object): string[] {
  const { problems } = readWorkshop({
    id: 'hall',
    equipment: [{ id: 'press-01', level: 'workUnit' }],
    connectors: [entry],
  });
  return problems.map(problemText);
}

const bindings = [{ signal: 'press-01/power', from: 'press_power', unit: 'W' }];

test('right entries of historians and of the store have no problem', () => {
  const history = {
    type: 'history',
    url: '/h?from={from}&to={toSeconds}&q={source}',
    past: 'P7D',
    step: 'PT6H',
  };
  assert.deepEqual(problemsOf({ ...history, bindings }), []);
  assert.deepEqual(problemsOf({ ...history, body: '{cursor}', next: '/next', format: 'json', bindings }), []);
  assert.deepEqual(problemsOf({ type: 'store', past: 'PT12H' }), []);
});

const wrong: readonly [entry: object, problem: RegExp][] = [
  [{ type: 'history', bindings }, /url: found nothing, allowed: http/],
  [{ type: 'history', url: 'https://user:word@host/', bindings }, /url: .*without user name and password/],
  [{ type: 'history', url: '/h?t={time}', bindings }, /url: .*braces hold one of from, to, fromSeconds/],
  [{ type: 'history', url: '/h', body: '{when}', bindings }, /body: .*braces hold one of/],
  [
    { type: 'history', url: '/h', format: 'csv', bindings },
    /format: found "csv", allowed: json, influxdb, prometheus/,
  ],
  [
    { type: 'history', url: '/h', past: 'a week', bindings },
    /past: found "a week", allowed: an ISO 8601 duration/,
  ],
  [{ type: 'history', url: '/h', step: 'P1M', bindings }, /step: found "P1M", allowed: an ISO 8601 duration/],
  [{ type: 'history', url: '/h', next: 'next', bindings }, /next: .*JSON pointer/],
  [{ type: 'history', url: '/h', timeout: 5, bindings }, /timeout: found 5, allowed: a whole number from 10/],
  [{ type: 'store', past: 'PT0S' }, /past: found "PT0S", allowed: an ISO 8601 duration/],
  [{ type: 'store', bindings }, /from: .*no binding: what the other connectors deliver is kept/],
];

for (const [entry, problem] of wrong) {
  test(`a mistake is told by its place: ${String(problem)}`, () => {
    const problems = problemsOf(entry);
    assert.equal(problems.length, 1, problems.join('\n'));
    assert.match(problems[0], problem);
  });
}
