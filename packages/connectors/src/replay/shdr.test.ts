import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture, fixtures } from '../testing/fixtures.js';
import { readShdr } from './shdr.js';

test('pairs, conditions, keys with spaces and empty values are read', () => {
  const log = readShdr(
    [
      '2026-01-01T00:00:01.1239999Z|execution|ACTIVE|my key|4 5|load|1.5',
      '2026-01-01T00:00:02Z|logic|Fault|81|2|HIGH|Low oil',
      '2026-01-01T00:00:03Z|logic|NORMAL||||',
      '2026-01-01T00:00:04Z|message|',
    ].join('\r\n'),
  );
  const rows = log.times.map((time, index) => [
    new Date(time).toISOString(),
    log.signals[log.signalIndexes[index]].name,
    log.values[index],
  ]);
  assert.deepEqual(rows, [
    ['2026-01-01T00:00:01.123Z', 'execution', 'ACTIVE'],
    ['2026-01-01T00:00:01.123Z', 'my key', '4 5'],
    ['2026-01-01T00:00:01.123Z', 'load', '1.5'],
    [
      '2026-01-01T00:00:02.000Z',
      'logic',
      { level: 'fault', code: '81', severity: '2', qualifier: 'HIGH', text: 'Low oil' },
    ],
    ['2026-01-01T00:00:03.000Z', 'logic', { level: 'normal' }],
    ['2026-01-01T00:00:04.000Z', 'message', ''],
  ]);
  assert.deepEqual(
    log.signals.map(({ kind }) => kind),
    ['text', 'text', 'number', 'condition', 'text'],
  );
});

test('lines out of order are put in order of time, ties keep the order of the file', () => {
  const log = readShdr('2026-01-01T00:00:02Z|a|2\n2026-01-01T00:00:01Z|a|1\n2026-01-01T00:00:02Z|a|3\n');
  assert.deepEqual(log.values, ['1', '2', '3']);
});

test('assets in one line or several are left out and counted, other lines that say nothing too', () => {
  const log = readShdr(
    [
      '2026-01-01T00:00:01Z|@ASSET@|1|CuttingTool|--multiline--AB',
      '<CuttingTool>',
      '2026-01-01T00:00:01Z|inside|1',
      '--multiline--AB',
      '2026-01-01T00:00:01Z|@ASSET@|2|CuttingTool|<CuttingTool/>',
      '2026-01-01T00:00:01Z|@REMOVE_ALL_ASSETS@|CuttingTool',
      '* PONG 10000',
      '2|execution|READY',
      '2026-01-01T00:00:02Z|execution|READY',
    ].join('\n'),
  );
  assert.equal(log.assetCount, 2);
  assert.equal(log.skippedLines, 2);
  assert.deepEqual(log.values, ['READY']);
});

fixtures('logs of others', () => {
  test('the log of an Okuma lathe, whose runs are not in order, is read whole', () => {
    const text = fixture('mtconnect/cppagent/okuma.shdr.txt');
    const log = readShdr(text);
    const lines = text.split('\n');
    // Lines for the agent itself, e.g. `*adapterVersion:UNAVAILABLE`.
    assert.equal(log.skippedLines, lines.filter((line) => line.startsWith('*')).length);
    assert.equal(log.assetCount, lines.filter((line) => line.includes('|@ASSET@|')).length);
    assert.ok(log.times.every((time, index) => index === 0 || time >= log.times[index - 1]));
    const executions = lines.flatMap((line) => [...line.matchAll(/\|pexecution\|/g)]).length;
    const signal = log.signals.findIndex(({ name }) => name === 'pexecution');
    assert.equal(log.signalIndexes.filter((one) => one === signal).length, executions);
    assert.ok(log.signals.some(({ kind, name }) => kind === 'condition' && name === 'CoolantSystem1_cond'));
  });
});
