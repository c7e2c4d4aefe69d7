import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWorkshop } from '../workshop.js';
import { problemText } from '../workshop-problem.js';
import { elementSource } from './aas-rules.js';

/** What is said of a workshop with one connector to shells. */
function problemsOf(entry: object): string[] {
  const { problems } = readWorkshop({
    id: 'hall',
    equipment: [{ id: 'press-01', level: 'workUnit' }],
    connectors: [{ type: 'aas', ...entry }],
  });
  return problems.map(problemText);
}

test('elementSource() takes a submodel and a path in it, and variables of records', () => {
  assert.deepEqual(elementSource('Data/Axes[0].Load'), {
    submodel: 'Data',
    path: 'Axes[0].Load',
    isRecorded: false,
  });
  assert.deepEqual(elementSource('https://a/b/1/Power'), {
    submodel: 'https://a/b/1',
    path: 'Power',
    isRecorded: false,
  });
  assert.deepEqual(elementSource('Series/Records[].load'), {
    submodel: 'Series',
    path: 'load',
    isRecorded: true,
  });
  for (const wrong of ['Power', '/Power', 'Data/', 'Data/a..b', 'Data/a[x]', 'Data/[0]', 'Data/Records[]'])
    assert.equal(elementSource(wrong), undefined, wrong);
});

test('a right entry has no problem', () => {
  const bindings = [{ signal: 'press-01/power', from: 'OperationalData/Power', unit: 'W' }];
  assert.deepEqual(
    problemsOf({ url: '/api/v3.0', interval: 1000, timeout: 500, time: 'Timestamp', bindings }),
    [],
  );
  assert.deepEqual(
    problemsOf({
      registry: 'https://r.example',
      hosts: ['s.example:8081'],
      equipment: { 'urn:1': 'press-01' },
    }),
    [],
  );
  assert.deepEqual(problemsOf({ file: 'press.aasx', equipment: 'press-01' }), []);
});

test('an entry has exactly one place where its shells are', () => {
  const allowed = 'allowed: exactly one of url, registry and file';
  assert.match(problemsOf({})[0], new RegExp(`connectors\\[0\\]\\.url: .*${allowed}`));
  assert.match(
    problemsOf({ url: '/a', file: '/b' })[0],
    new RegExp(`connectors\\[0\\]\\.file: .*${allowed}`),
  );
});

test('a wrong setting is named with what was found and what is allowed', () => {
  const cases: [string, object][] = [
    ['url', { url: 'ftp://host' }],
    ['hosts', { registry: '/r', hosts: 'all' }],
    ['equipment', { file: '/f', equipment: {} }],
    ['interval', { url: '/a', interval: 1 }],
    ['timeout', { url: '/a', timeout: '1 s' }],
    ['bindings\\[0\\].from', { url: '/a', bindings: [{ signal: 'press-01/power', from: 'Power' }] }],
  ];
  for (const [key, entry] of cases) {
    const problems = problemsOf(entry);
    assert.equal(problems.length, 1, problems.join('\n'));
    assert.match(problems[0], new RegExp(`connectors\\[0\\]\\.${key}`));
  }
});
