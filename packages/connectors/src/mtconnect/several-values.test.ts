import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { test } from 'node:test';
import type { Binding, SignalKind } from '@twinfloor/core';
import { AgentRig } from '../testing/agent-rig.js';
import { Entries, samplesOf } from './entries.js';

const start = Date.parse('2026-01-01T00:00:00Z');

test('a data set is what was told of it, put together; a whole one takes the place of what was', () => {
  const set = new Entries();
  const take = (isWhole: boolean, ...entries: [string, string | undefined][]): string[] =>
    [
      ...set.take(
        entries.map(([key, value]) => ({ key, value })),
        isWhole,
      ),
    ].sort();
  assert.deepEqual(take(true, ['a', '1'], ['b', '2']), ['a', 'b']);
  assert.deepEqual(take(false, ['b', undefined], ['c', '3']), ['b', 'c']);
  assert.deepEqual([set.get('a'), set.get('b'), set.text], ['1', undefined, 'a=1 c=3']);
  assert.deepEqual(take(true, ['d', '4']), ['a', 'c', 'd']);
  assert.deepEqual([...set.take(undefined, false)], ['d']);
  assert.equal(set.text, '');
});

test('an entry of a table takes the place of its row; cells are found by key and cell', () => {
  const table = new Entries();
  table.take([{ key: 'G54', value: { X: '1', Y: '2' } }], true);
  assert.deepEqual([...table.take([{ key: 'G54', value: { X: '3' } }], false)].sort(), ['G54/X', 'G54/Y']);
  assert.deepEqual([table.get('G54/X'), table.get('G54/Y'), table.get('G54')], ['3', undefined, undefined]);
  table.take([{ key: 'a/b', value: { 'c/d': '5' } }], false);
  assert.equal(table.get('a/b/c/d'), '5');
});

test('samples of a time series have their own times, up to that of the observation', () => {
  assert.deepEqual(samplesOf('1 2  3', 10_000, 10), [
    { time: 9_800, text: '1' },
    { time: 9_900, text: '2' },
    { time: 10_000, text: '3' },
  ]);
  assert.deepEqual(samplesOf('1 2 3', 10_000, 0), [{ time: 10_000, text: '3' }]);
  assert.deepEqual(samplesOf('', 10_000, 10), []);
});

const model = `<MTConnectDevices><Devices><Device id="d" name="mill" uuid="mill"><DataItems>
  <DataItem id="vars" category="EVENT" type="VARIABLE" representation="DATA_SET"/>
  <DataItem id="offsets" category="EVENT" type="WORK_OFFSET" representation="TABLE"/>
  <DataItem id="wave" category="SAMPLE" type="DISPLACEMENT" representation="TIME_SERIES" sampleRate="100"/>
  <DataItem id="parts" category="EVENT" type="PART_COUNT"/>
  <DataItem id="note" category="EVENT" type="MESSAGE" discrete="true"/>
</DataItems></Device></Devices></MTConnectDevices>`;

/** Observations by sequence, each with its second: all that an agent ever said. */
const said: readonly [second: number, text: (about: string) => string][] = [
  [0, (about) => `<VariableDataSet dataItemId="vars" ${about}><Entry key="a">1</Entry></VariableDataSet>`],
  [1, (about) => `<VariableDataSet dataItemId="vars" ${about}><Entry key="b">2</Entry></VariableDataSet>`],
  [
    2,
    (about) =>
      `<WorkOffsetTable dataItemId="offsets" ${about}><Entry key="G54"><Cell key="X">5.5</Cell></Entry></WorkOffsetTable>`,
  ],
  [3, (about) => `<DisplacementTimeSeries dataItemId="wave" ${about}>1 2 3</DisplacementTimeSeries>`],
  [4, (about) => `<PartCount dataItemId="parts" ${about}>3</PartCount>`],
  [5, (about) => `<PartCount dataItemId="parts" ${about} resetTriggered="DAY">5</PartCount>`],
  [6, (about) => `<Message dataItemId="note" ${about}>Door</Message>`],
  [7, (about) => `<Message dataItemId="note" ${about}>Door</Message>`],
  [
    8,
    (about) =>
      `<VariableDataSet dataItemId="vars" ${about}><Entry key="a" removed="true"/><Entry key="b">7</Entry></VariableDataSet>`,
  ],
  [9, (about) => `<VariableDataSet dataItemId="vars" ${about}>UNAVAILABLE</VariableDataSet>`],
];

function answer(request: IncomingMessage, response: ServerResponse): boolean {
  const url = new URL(request.url!, 'http://agent');
  if (!/(current|sample)$/.test(url.pathname)) return false;
  const isCurrent = url.pathname.endsWith('current');
  const from = Number(url.searchParams.get('from') ?? 2);
  // The buffer begins with the second observation; what stood before it is told by `current`, in full.
  const rows = isCurrent ? [said[0]] : said.slice(from - 1);
  const inside = rows.map(([second, text]) => {
    const time = new Date(start + second * 1000).toISOString();
    return text(`timestamp="${time}" sequence="${said.findIndex((one) => one[1] === text) + 1}"`);
  });
  const next = said.length + 1;
  const header = `<Header instanceId="1" firstSequence="2" lastSequence="${next - 1}" nextSequence="${next}" bufferSize="100"/>`;
  response.writeHead(200, { 'Content-Type': 'text/xml' });
  response.end(
    `<MTConnectStreams>${header}<Streams><DeviceStream name="mill"><ComponentStream component="Device"><Events>${inside.join('')}</Events></ComponentStream></DeviceStream></Streams></MTConnectStreams>`,
  );
  return true;
}

test('the connector tells entries, cells, samples, resets and discrete messages as observations of their own', async () => {
  const kinds: Record<string, SignalKind> = {
    'mill/a': 'number',
    'mill/b': 'number',
    'mill/all': 'text',
    'mill/x': 'number',
    'mill/wave': 'number',
    'mill/parts': 'counter',
    'mill/note': 'text',
    'mill/wrong': 'text',
  };
  const bindings: Binding[] = [
    { signal: 'mill/a', from: 'vars#a' },
    { signal: 'mill/b', from: 'VARIABLE#b' },
    { signal: 'mill/all', from: 'vars' },
    { signal: 'mill/x', from: 'offsets#G54/X' },
    { signal: 'mill/wave', from: 'wave' },
    { signal: 'mill/parts', from: 'parts' },
    { signal: 'mill/note', from: 'note' },
    { signal: 'mill/wrong', from: 'note#a' },
  ];
  const rig = await AgentRig.start({
    agent: { devices: [{ name: 'mill', model }] },
    kinds,
    bindings,
    settings: { streaming: false },
    intercept: answer,
  });
  try {
    await rig.live();
    const rows = (signal: string): unknown[] =>
      rig.context.rows
        .filter((row) => row.signal === `mill/${signal}`)
        .map(({ time, value }) => [(time - start) / 1000, value]);
    assert.deepEqual(rows('a'), [
      [0, 1],
      [8, undefined],
    ]);
    assert.deepEqual(rows('b'), [
      [1, 2],
      [8, 7],
      [9, undefined],
    ]);
    assert.deepEqual(rows('all'), [
      [0, 'a=1'],
      [1, 'a=1 b=2'],
      [8, 'b=7'],
      [9, 'UNAVAILABLE'],
    ]);
    assert.deepEqual(rows('x'), [[2, 5.5]]);
    assert.deepEqual(rows('wave'), [
      [2.98, 1],
      [2.99, 2],
      [3, 3],
    ]);
    assert.deepEqual(rows('parts'), [
      [4, 3],
      [4.999, 0],
      [5, 5],
    ]);
    assert.equal(rig.counts('mill/parts').count({ from: start + 4_500, to: start + 6_000 }), 5);
    assert.deepEqual(rows('note'), [
      [6, 'Door'],
      [7, 'Door'],
    ]);
    assert.deepEqual(rig.context.refusals, [
      { place: 'from note#a', found: '#a of one value', allowed: 'an entry of a data set or table' },
    ]);
  } finally {
    await rig.stop();
  }
});
