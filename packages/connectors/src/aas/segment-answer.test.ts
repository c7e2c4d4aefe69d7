import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordsOfAnswer } from './segment-answer.js';
import { question } from './segments.js';

const six = Date.UTC(2026, 4, 4, 6);

for (const [name, type, body] of [
  [
    'CSV with the names of the variables',
    'text/csv',
    'Time,Power\n2026-05-04T06:00:01Z,1\n2026-05-04T06:00:02Z,2.5\n',
  ],
  [
    'CSV of InfluxDB',
    'application/csv',
    '#datatype,string,long,dateTime:RFC3339,double\n,result,table,_time,_value\n,,0,2026-05-04T06:00:01Z,1\n,,0,2026-05-04T06:00:02Z,2.5\n',
  ],
  [
    'JSON of InfluxDB',
    'application/json',
    '{"results":[{"series":[{"columns":["time","mean"],"values":[["2026-05-04T06:00:01Z",1],["2026-05-04T06:00:02Z",2.5]]}]}]}',
  ],
  [
    'JSON of Prometheus',
    'application/json',
    `{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[${six / 1000 + 1},"1"],[${six / 1000 + 2},"2.5"]]}]}}`,
  ],
  [
    'JSON with value and time',
    'application/json',
    '[{"time":"2026-05-04T06:00:02Z","value":2.5},{"time":"2026-05-04T06:00:01Z","value":1}]',
  ],
  [
    'JSON with the names of the variables',
    'application/json',
    '{"Records":[{"Time":"2026-05-04T06:00:01Z","Power":1},{"Time":"2026-05-04T06:00:02Z","Power":"2.5"}]}',
  ],
  [
    'rows with a usual time',
    'application/json',
    '[{"time":"2026-05-04T06:00:01","Power":1,"Load":7},{"time":"2026-05-04T06:00:02","Power":2.5,"Load":8}]',
  ],
]) {
  test(`records are read from ${name}`, () => {
    const times = new Map([['Time', 'UtcTime' as const]]);
    const records = recordsOfAnswer(body, type, { segment: {}, times, variables: ['Power'] }, (place) =>
      assert.fail(place),
    );
    const seconds = records.map(({ time, values }): [number, number] => [
      (time - six) / 1000,
      Number(values['Power']),
    ]);
    assert.deepEqual(
      seconds.sort(([one], [other]) => one - other),
      [
        [1, 1],
        [2, 2.5],
      ],
    );
  });
}

test('a question goes as the endpoint takes it', () => {
  const at = 'https://h.example';
  assert.deepEqual(question(`${at}/rows`, undefined), { url: `${at}/rows` });
  assert.deepEqual(question(`${at}/rows?a=1`, '?b=2'), { url: `${at}/rows?a=1&b=2` });
  assert.deepEqual(question(`${at}/query?db=plant`, 'SELECT a FROM b'), {
    url: `${at}/query?db=plant&q=SELECT%20a%20FROM%20b`,
  });
  assert.deepEqual(question(`${at}/api/v1/query_range`, 'up{job="a"}'), {
    url: `${at}/api/v1/query_range?query=up%7Bjob%3D%22a%22%7D`,
  });
  assert.deepEqual(question(`${at}/api/v2/query?org=o`, 'from(bucket: "b")'), {
    url: `${at}/api/v2/query?org=o`,
    method: 'POST',
    body: 'from(bucket: "b")',
    headers: { 'content-type': 'application/vnd.flux' },
  });
  assert.throws(() => question(`${at}/rows`, 'all of press 1'), /Query all of press 1, allowed: name=value/);
});

test('an answer that says that the question failed, or is none of these, is refused in a sentence', () => {
  const expected = { segment: {}, times: new Map(), variables: ['Power'] };
  const read = (text: string): unknown =>
    recordsOfAnswer(text, 'application/json', expected, (place) => assert.fail(place));
  assert.throws(() => read('{"error":"no such table"}'), /the historian says: no such table/);
  assert.throws(() => read('{"status":"error","error":"bad"}'), /the historian says: bad/);
  assert.throws(() => read('[{"time":'), /it is no JSON/);
});
