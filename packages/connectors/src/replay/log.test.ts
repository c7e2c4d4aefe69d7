import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Clock, type Refusal, Twin, type Workshop } from '@twinfloor/core';
import { registerConnectors } from '../index.js';
import { fixture, fixtures } from '../testing/fixtures.js';
import { readLog } from './log.js';

registerConnectors();

function read(text: string) {
  const refusals: Refusal[] = [];
  const recording = readLog(text, (refusal) => refusals.push(refusal));
  const { head, times, signals, values } = recording;
  const rows = times.map((time, row) => [time, head.signals[signals[row]].name, values[row]]);
  return { head, rows, refusals };
}

test('CSV with a head line gives a signal a column: numbers where there are only numbers, else text', () => {
  const { head, rows, refusals } = read(
    'time;power;"order; batch"\r\n1970-01-01T00:00:02Z;4.5;B\r\n1970-01-01T00:00:01Z;;"A ""1"""\r\n',
  );
  assert.deepEqual(
    head.signals.map(({ name, kind }) => [name, kind]),
    [
      ['power', 'number'],
      ['order; batch', 'text'],
    ],
  );
  assert.deepEqual(rows, [
    [1000, 'power', undefined],
    [1000, 'order; batch', 'A "1"'],
    [2000, 'power', 4.5],
    [2000, 'order; batch', 'B'],
  ]);
  assert.deepEqual(refusals, []);
});

test('a line of CSV without a time or with too few cells is refused by its number and the rest is kept', () => {
  const { rows, refusals } = read('time,power\n1970-01-01T00:00:01Z,1\nyesterday,2\n1970-01-01T00:00:03Z\n');
  assert.equal(rows.length, 1);
  assert.deepEqual(
    refusals.map(({ place }) => place),
    ['line 3', 'line 4'],
  );
});

test('SHDR gives words, numbers and conditions; UNAVAILABLE is a word of a text and no value of a number', () => {
  const { rows } = read(
    [
      '1970-01-01T00:00:01Z|execution|UNAVAILABLE|load|UNAVAILABLE',
      '1970-01-01T00:00:02Z|execution|ACTIVE|load|1.5',
      '1970-01-01T00:00:03Z|logic|Fault|81|2|HIGH|Low oil',
    ].join('\n'),
  );
  assert.deepEqual(rows, [
    [1000, 'execution', 'UNAVAILABLE'],
    [1000, 'load', undefined],
    [2000, 'execution', 'ACTIVE'],
    [2000, 'load', 1.5],
    [
      3000,
      'logic',
      { key: 'logic', level: 'fault', code: '81', severity: '2', qualifier: 'HIGH', text: 'Low oil' },
    ],
  ]);
});

test('what is no log is refused with what would be one', () => {
  assert.throws(
    () => readLog('<html>', () => {}),
    /invalid recording: <html>, allowed: a recording of ours, SHDR/,
  );
});

fixtures('recorded days as SHDR', () => {
  const file = 'nist-sms/GFAgie01-20161025-20161026.txt';
  test('the raw SHDR of a day, played by the replay connector, gives the recorded seconds per execution', async () => {
    const facts = JSON.parse(fixture('mtconnect/facts.json')) as Record<
      string,
      { windowStart: string; windowEnd: string; secondsPerState: Record<string, number> }
    >;
    const { windowStart, windowEnd, secondsPerState } = facts[file];
    const recording = `data:text/plain;charset=utf-8,${encodeURIComponent(fixture(`mtconnect/${file}`))}`;
    const bindings = [{ signal: 'mill/execution', from: 'execution' }];
    const workshop: Workshop = {
      id: 'test',
      name: 'Test',
      timeZone: 'UTC',
      equipment: [{ id: 'mill', name: 'Mill', level: 'workUnit' }],
      products: [],
      calendar: { shifts: [], plannedStops: [], holidays: [], dayStart: '00:00' },
      energy: { carriers: [], meters: [], demandInterval: 15, tariffs: [], emissionFactors: [] },
      targets: { production: {} },
      connectors: [{ type: 'replay', id: 'log', bindings, settings: { recording, original: true } }],
      signals: [],
    };
    const clock = new Clock();
    clock.at(Date.parse(windowEnd) + 1_000);
    const twin = new Twin(workshop, { clock });
    twin.start();
    for (let n = 0; twin.connections[0].status.detail !== 'the recording has ended'; n++) {
      assert.ok(n < 1_000, JSON.stringify(twin.connections[0].status));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await twin.stop();
    const window = { from: Date.parse(windowStart), to: Date.parse(windowEnd) };
    const times = twin.series('mill/execution', 'text')!.timePerText(window);
    assert.deepEqual(
      Object.fromEntries([...times].map(([word, time]) => [word, time / 1000])),
      secondsPerState,
    );
  });
});
