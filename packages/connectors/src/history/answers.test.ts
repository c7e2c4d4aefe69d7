import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzz } from '../testing/fuzz.js';
import { cells } from '../internal/csv-cells.js';
import type { HistoryPage } from './historian.js';
import { influxdbAnswer } from './influxdb-answer.js';
import { jsonAnswer } from './json-answer.js';
import { prometheusAnswer } from './prometheus-answer.js';

const six = Date.parse('2026-05-04T06:00:00Z');

function read(answer: (refuse: (place: string, found: unknown, allowed: string) => void) => HistoryPage): {
  rows: unknown[];
  refused: string[];
} {
  const refused: string[] = [];
  const page = answer((place, found) => refused.push(`${place}: ${String(found)}`));
  return { rows: page.times.map((time, index) => [time - six, page.values[index]]), refused };
}

const influxdb = (text: string, type = 'application/json') =>
  read((refuse) => influxdbAnswer(text, type, refuse));

test('the JSON of InfluxQL is read: the column called value, rows without one passed over', () => {
  const series = {
    name: 'power',
    columns: ['time', 'host', 'value'],
    values: [
      [six, 'a', 1.5],
      [six + 1, 'a', null],
      [six + 2, 'a', 3],
    ],
  };
  assert.deepEqual(influxdb(JSON.stringify({ results: [{ statement_id: 0, series: [series] }] })), {
    rows: [
      [0, 1.5],
      [2, 3],
    ],
    refused: [],
  });
});

test('RFC 3339 times, answers in several documents and a column of any name are read too', () => {
  const line = (time: string, value: unknown): string =>
    JSON.stringify({
      results: [{ series: [{ name: 'm', columns: ['time', 'mean'], values: [[time, value]] }] }],
    });
  const text = `${line('2026-05-04T06:00:00.5Z', 'ACTIVE')}\n${line('2026-05-04T08:00:01+02:00', true)}\n`;
  assert.deepEqual(influxdb(text).rows, [
    [500, 'ACTIVE'],
    [1000, 'true'],
  ]);
});

test('a malformed row is refused with its place and the rest is kept', () => {
  const series = { columns: ['time', 'value'], values: [['soon', 1], 7, [six, { a: 1 }], [six + 5, 5]] };
  assert.deepEqual(influxdb(JSON.stringify({ results: [{ series: [series, { columns: 1 }] }] })), {
    rows: [[5, 5]],
    refused: [
      'results[0].series[0].values[0]: soon',
      'results[0].series[0].values[1]: undefined',
      'results[0].series[0].values[2]: {"a":1}',
      'results[0].series[1]: {"columns":1}',
    ],
  });
});

test('annotated CSV of Flux is read, table by table', () => {
  const text = [
    '#datatype,string,long,dateTime:RFC3339,double,string',
    '#group,false,false,false,false,true',
    '#default,_result,,,,',
    ',result,table,_time,_value,_field',
    ',,0,2026-05-04T06:00:00Z,12.5,power',
    ',,0,2026-05-04T06:00:01Z,,power',
    '',
    '#datatype,string,long,string,dateTime:RFC3339',
    ',result,table,_value,_time,_field',
    ',,1,"say ""stop"", now",2026-05-04T06:00:02Z,power',
    '',
  ].join('\r\n');
  assert.deepEqual(influxdb(text, 'text/csv; charset=utf-8').rows, [
    [0, '12.5'],
    [2000, 'say "stop", now'],
  ]);
});

test('a text of digits in CSV keeps its zeros and its digits', () => {
  const text = `,result,_time,_value\n,,2026-05-04T06:00:00Z,0815\n,,2026-05-04T06:00:01Z,12345678901234567890\n`;
  assert.deepEqual(influxdb(text, 'text/csv').rows, [
    [0, '0815'],
    [1000, '12345678901234567890'],
  ]);
});

test('times in seconds (epoch=s) are read, those in nanoseconds are refused', () => {
  const values = [
    [six / 1000 + 1, 1],
    [six * 1e6, 2],
  ];
  const text = JSON.stringify({ results: [{ series: [{ columns: ['time', 'value'], values }] }] });
  assert.deepEqual(influxdb(text), {
    rows: [[1000, 1]],
    refused: [`results[0].series[0].values[1]: ${six * 1e6}`],
  });
});

test('of several series of InfluxQL one is read, also in several documents, and the others are refused', () => {
  const series = (machine: string, time: number, value: number): unknown => ({
    name: 'power',
    tags: { machine },
    columns: ['time', 'value'],
    values: [[six + time, value]],
  });
  const text = [
    [series('a', 0, 1), series('b', 0, 100)],
    [series('a', 1, 2), series('b', 1, 200)],
  ]
    .map((each) => JSON.stringify({ results: [{ series: each }] }))
    .join('\n');
  assert.deepEqual(influxdb(text), {
    rows: [
      [0, 1],
      [1, 2],
    ],
    refused: [
      'results[0].series[1]: ["power",{"machine":"b"}]',
      'results[0].series[1]: ["power",{"machine":"b"}]',
    ],
  });
});

test('of several series in CSV of Flux the first is read and the others are refused once each', () => {
  const text = [
    ',result,table,_time,_value,machine',
    ',,0,2026-05-04T06:00:00Z,1,press',
    ',,1,2026-05-04T06:00:00Z,2,lathe',
    ',,1,2026-05-04T06:00:01Z,3,lathe',
    ',,2,2026-05-04T06:00:02Z,4,press',
  ].join('\n');
  const { rows, refused } = influxdb(text, 'text/csv');
  assert.deepEqual(
    rows.map((row) => (row as unknown[]).map(Number)),
    [
      [0, 1],
      [2000, 4],
    ],
  );
  assert.deepEqual(refused, ['line 3: lathe']);
});

test('rows of SQL are read, also as JSON lines; their times without a zone are UTC', () => {
  const rows = [
    { time: '2026-05-04T06:00:00', kilowatt: 4 },
    { time: '2026-05-04T06:00:01.25', kilowatt: 5 },
  ];
  for (const text of [JSON.stringify(rows), rows.map((row) => JSON.stringify(row)).join('\n')])
    assert.deepEqual(influxdb(text).rows, [
      [0, 4],
      [1250, 5],
    ]);
});

test('what a historian says of a wrong question is told', () => {
  const says = (text: string, type?: string): void => {
    assert.throws(
      () => influxdb(text, type),
      (error: Error & { isFinal?: boolean }) => {
        assert.match(error.message, /the historian says: .*(database|column|unauthorized)/);
        return error.isFinal === true;
      },
    );
  };
  says('{"results":[{"statement_id":0,"error":"database not found: plant"}]}');
  says('{"error":"database not found"}');
  says('{"code":"unauthorized","message":"unauthorized access"}');
  says('error,reference\nno column "x",897\n', 'text/csv');
  assert.throws(() => influxdb('{"results":[\n'), /the answer is no JSON in line 1/);
  assert.throws(
    () => prometheusAnswer({ status: 'error', errorType: 'bad_data', error: 'parse error' }, () => {}),
    /the historian says: parse error/,
  );
  assert.throws(() => prometheusAnswer([], () => {}), /the answer is none of Prometheus/);
});

test('a range of Prometheus is read: seconds, numbers as text, NaN for no value; a second series is refused', () => {
  const seconds = six / 1000;
  const first = {
    metric: { machine: 'a' },
    values: [[seconds, '1'], [seconds + 15.5, 'NaN'], [seconds + 30, '+Inf'], 'x'],
  };
  const document = {
    status: 'success',
    data: { resultType: 'matrix', result: [first, { metric: { machine: 'b' }, values: [] }] },
  };
  assert.deepEqual(
    read((refuse) => prometheusAnswer(document, refuse)),
    {
      rows: [
        [0, 1],
        [15_500, undefined],
      ],
      refused: [
        'data.result[0].values[2]: +Inf',
        'data.result[0].values[3]: "x"',
        'data.result[1]: {"machine":"b"}',
      ],
    },
  );
  const vector = { status: 'success', data: { resultType: 'vector', result: [{ value: [seconds, '7'] }] } };
  assert.deepEqual(read((refuse) => prometheusAnswer(vector, refuse)).rows, [[0, 7]]);
});

test('where samples of a range are missing, nothing is known from a step after the last one on', () => {
  const seconds = six / 1000;
  const values = [0, 15, 30, 90, 105].map((time) => [seconds + time, '5']);
  const document = { status: 'success', data: { resultType: 'matrix', result: [{ metric: {}, values }] } };
  const rows = (end: number): unknown[] =>
    read((refuse) => prometheusAnswer(document, refuse, six + end)).rows.slice(2);
  const all = [
    [30_000, 5],
    [45_000, undefined],
    [90_000, 5],
    [105_000, 5],
  ];
  assert.deepEqual(rows(120_000), all);
  assert.deepEqual(rows(3_600_000), [...all, [120_000, undefined]]);
});

test('JSON is read by pointers, with qualities', () => {
  const document = {
    data: {
      rows: [
        { t: six, v: 1 },
        { t: six + 1, v: null },
        { t: 'x', v: 1 },
        { t: six + 3, v: { a: 1 } },
        { t: six + 4, v: 2, q: 'sure' },
      ],
    },
  };
  const settings = { items: '/data/rows', time: '/t', value: '/v', quality: '/q' };
  const { rows, refused } = read((refuse) => jsonAnswer(document, settings, refuse));
  assert.deepEqual(rows, [
    [0, 1],
    [1, undefined],
  ]);
  assert.deepEqual(refused, ['item 2: x', 'item 3: {"a":1}', 'item 4: sure']);
  assert.deepEqual(read((refuse) => jsonAnswer({}, settings, refuse)).refused, ['/data/rows: {}']);
});

test('cells of CSV: quotes, doubled quotes, line ends in quotes, a quote that never ends', () => {
  assert.deepEqual(cells('a,"b ""c"",\nd"\r\n,\n"x'), [['a', 'b "c",\nd'], ['', ''], ['x']]);
});

const encoder = new TextEncoder();
const samples = [
  JSON.stringify({
    results: [
      {
        series: [
          {
            columns: ['time', 'value'],
            values: [
              [six, 1],
              [six + 1, 'a'],
            ],
          },
        ],
      },
    ],
  }),
  JSON.stringify({
    status: 'success',
    data: {
      resultType: 'matrix',
      result: [
        {
          metric: {},
          values: [
            [six / 1000, '1'],
            [six / 1000, 'NaN'],
          ],
        },
      ],
    },
  }),
  '#datatype,string,long,dateTime:RFC3339,double\n,result,table,_time,_value\n,,0,2026-05-04T06:00:00Z,12.5\n\n',
  JSON.stringify([{ time: six, value: 1, quality: 'good' }]),
];

test('answers of historians may be anything: 100,000 mutated ones (seed 5)', () => {
  const decoder = new TextDecoder();
  let turn = 0;
  const { taken, refused, thrown, longest, growth } = fuzz({
    seed: 5,
    count: 100_000,
    samples: samples.map((text) => encoder.encode(text)),
    take(bytes) {
      const text = decoder.decode(bytes);
      let refusals = 0;
      const refuse = (): void => void refusals++;
      try {
        const turns = [
          () => influxdbAnswer(text, 'application/json', refuse),
          () => influxdbAnswer(text, 'text/csv', refuse),
          () => prometheusAnswer(JSON.parse(text), refuse),
          () => jsonAnswer(JSON.parse(text), {}, refuse),
        ];
        const { times } = turns[turn++ % 4]();
        assert.ok(times.every(Number.isFinite));
      } catch (error) {
        // What the connector takes for an answer that failed as a whole.
        if (!['HttpError', 'SyntaxError'].includes((error as Error).name)) throw error;
        refusals++;
      }
      return refusals > 0 ? 'refused' : 'taken';
    },
  });
  assert.equal(thrown, undefined, String(thrown?.error));
  assert.ok(taken > 1_000 && refused > 1_000, `${taken} taken, ${refused} refused`);
  assert.ok(longest < 50, `${longest} ms`);
  assert.ok(growth < 32 * 1024 * 1024, `${growth} bytes`);
});
