import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Refusal } from '@twinfloor/core';
import { fixture, fixtures } from '../testing/fixtures.js';
import { AgentError, DocumentError } from './document.js';
import { formatOf } from './document-format.js';
import * as json from './json-documents.js';
import type { StreamObservation } from './stream-observation.js';

function observations(text: string): { all: StreamObservation[]; refusals: Refusal[] } {
  const all: StreamObservation[] = [];
  const refusals: Refusal[] = [];
  json.readStreams(
    text,
    (one) => all.push({ ...one }),
    (refusal) => refusals.push(refusal),
  );
  return { all, refusals };
}

const time = '2026-01-01T00:00:00Z';
const load = { dataItemId: 'ld', timestamp: time, sequence: 18, value: 42.5 };
const execution = { dataItemId: 'ex', timestamp: time, sequence: 19, value: 'ACTIVE' };
const fault = {
  dataItemId: 'cn',
  timestamp: time,
  sequence: 20,
  type: 'SYSTEM',
  nativeCode: '500',
  value: 'Low oil',
};
const Header = { instanceId: 1, nextSequence: 21, creationTime: time };
const about = { component: 'Controller', componentId: 'c1', name: 'ctl' };

/** The same three observations in each layout. */
const layouts = {
  'version 1': {
    MTConnectStreams: {
      jsonVersion: 1,
      Header,
      Streams: [
        {
          DeviceStream: {
            name: 'M1',
            ComponentStreams: [
              {
                ComponentStream: {
                  ...about,
                  Samples: [{ Load: load }],
                  Events: [{ Execution: execution }],
                  Condition: [{ Fault: fault }],
                },
              },
            ],
          },
        },
      ],
    },
  },
  'version 2': {
    MTConnectStreams: {
      jsonVersion: 2,
      Header,
      Streams: {
        DeviceStream: [
          {
            name: 'M1',
            ComponentStream: [
              {
                ...about,
                Samples: { Load: [load] },
                Events: { Execution: [execution] },
                Condition: { Fault: [fault] },
              },
            ],
          },
        ],
      },
    },
  },
  'the oldest layout': {
    header: { InstanceId: 1, NextSequence: 21, CreationTime: time },
    streams: [
      {
        name: 'M1',
        componentStream: [
          {
            ...about,
            samples: [{ ...load, value: undefined, result: '42.5', type: 'LOAD' }],
            events: [{ ...execution, value: undefined, result: 'ACTIVE', type: 'EXECUTION' }],
            condition: [{ ...fault, value: undefined, result: 'Low oil', level: 'FAULT' }],
          },
        ],
      },
    ],
  },
};

suite('MTConnect documents in JSON', () => {
  for (const [layout, document] of Object.entries(layouts)) {
    test(`${layout}: header, samples, events and conditions are read`, () => {
      const { all, refusals } = observations(JSON.stringify(document));
      assert.deepEqual(refusals, []);
      assert.deepEqual(
        all.map((one) => [one.category, one.element, one.dataItemId, one.sequence, one.text, one.level]),
        [
          ['SAMPLE', 'Load', 'ld', 18, '42.5', 'normal'],
          ['EVENT', 'Execution', 'ex', 19, 'ACTIVE', 'normal'],
          ['CONDITION', 'Fault', 'cn', 20, 'Low oil', 'fault'],
        ],
      );
      assert.deepEqual(
        [all[2].nativeCode, all[2].type, all[0].component, all[0].time],
        ['500', 'SYSTEM', 'Controller', Date.parse(time)],
      );
      const header = json.readStreams(JSON.stringify(document), () => {});
      assert.deepEqual(
        [header.instanceId, header.nextSequence, header.creationTime],
        ['1', 21, Date.parse(time)],
      );
    });
  }

  test('data sets, tables, lists of numbers and time series are read', () => {
    const common = { timestamp: time, sequence: 1 };
    const { all } = observations(
      JSON.stringify({
        MTConnectStreams: {
          Header,
          Streams: {
            DeviceStream: [
              {
                ComponentStream: [
                  {
                    component: 'Path',
                    Samples: {
                      PathPosition: [{ ...common, dataItemId: 'p', value: [1, 2, 3] }],
                      LoadTimeSeries: [
                        { ...common, dataItemId: 't', sampleRate: 10, sampleCount: 2, value: [4, 5] },
                      ],
                    },
                    Events: {
                      VariableDataSet: [
                        { ...common, dataItemId: 'v', value: { a: 1, b: { removed: true }, c: 'x' } },
                      ],
                      WorkOffsetTable: [
                        { ...common, dataItemId: 'w', resetTriggered: 'DAY', value: { G54: { X: 1, Y: 2 } } },
                      ],
                      Message: [{ ...common, dataItemId: 'm', value: 'UNAVAILABLE' }],
                    },
                    Condition: {},
                  },
                ],
              },
            ],
          },
        },
      }),
    );
    assert.deepEqual(
      all.map(({ dataItemId, text, entries, sampleRate, resetTriggered }) => [
        dataItemId,
        text,
        entries,
        sampleRate,
        resetTriggered,
      ]),
      [
        ['p', '1 2 3', undefined, 0, undefined],
        ['t', '4 5', undefined, 10, undefined],
        [
          'v',
          '',
          [
            { key: 'a', value: '1' },
            { key: 'b', value: undefined },
            { key: 'c', value: 'x' },
          ],
          0,
          undefined,
        ],
        ['w', '', [{ key: 'G54', value: { X: '1', Y: '2' } }], 0, 'DAY'],
        ['m', 'UNAVAILABLE', undefined, 0, undefined],
      ],
    );
  });

  test('an observation without a time is left out, a bad sequence number refused, each with its pointer', () => {
    const { all, refusals } = observations(
      JSON.stringify({
        MTConnectStreams: {
          Streams: {
            DeviceStream: [
              {
                ComponentStream: [
                  {
                    component: 'Path',
                    Events: {
                      Execution: [
                        { ...execution, timestamp: 'soon' },
                        { ...execution, sequence: '1=' },
                      ],
                    },
                  },
                ],
              },
            ],
          },
        },
      }),
    );
    assert.deepEqual(
      all.map(({ sequence }) => sequence),
      [undefined],
    );
    const pointer = '/MTConnectStreams/Streams/DeviceStream/0/ComponentStream/0/Events/Execution';
    assert.deepEqual(
      refusals.map(({ place, found }) => [place, found]),
      [
        [`${pointer}/0, ex`, 'Execution dataItemId=ex timestamp=soon'],
        [`${pointer}/1, sequence`, '1='],
      ],
    );
  });

  test('error documents of each version are told by code and text, other documents by what they are', () => {
    const error = { errorCode: 'OUT_OF_RANGE', value: 'too old' };
    for (const document of [
      { MTConnectError: { jsonVersion: 1, Errors: [{ Error: error }] } },
      { MTConnectError: { jsonVersion: 2, Errors: { Error: [error] } } },
      { MTConnectError: { Error: error } },
      { header: {}, errors: [{ errorCode: 'OUT_OF_RANGE', result: 'too old' }] },
    ]) {
      assert.throws(
        () => json.readProbe(JSON.stringify(document)),
        (caught) =>
          caught instanceof AgentError && caught.code === 'OUT_OF_RANGE' && /too old/.test(caught.message),
      );
    }
    assert.throws(() => json.readProbe('{"a":1}'), /found a, allowed: MTConnectDevices/);
    assert.throws(() => json.readProbe('[]'), DocumentError);
    assert.throws(() => json.readProbe('{"MTConnectDevices":'), SyntaxError);
  });

  test('the format of a document is told by its first sign', async () => {
    assert.equal((await formatOf(' \n{"a":1}')).readProbe, json.readProbe);
    assert.notEqual((await formatOf('<a/>')).readProbe, json.readProbe);
  });
});

fixtures('MTConnect documents of others in JSON', () => {
  suite('MTConnect documents of others in JSON', () => {
    test('json-v2-MTConnectDevices.json: four devices with 261 data items in all', () => {
      const text = fixture('mtconnect/trakhound/json-v2-MTConnectDevices.json');
      const { devices, header } = json.readProbe(text, (refusal) => assert.fail(JSON.stringify(refusal)));
      assert.deepEqual(
        devices.map(({ name }) => name),
        ['agent', 'M12346', 'VMC-3Axis', 'OKUMA-Lathe'],
      );
      assert.equal(devices.flatMap(({ dataItems }) => dataItems).length, 261);
      assert.equal(header?.instanceId, '1702144894');
      const items = devices.flatMap(({ dataItems }) => dataItems);
      assert.equal(items.find(({ id }) => id === 'testTable')?.representation, 'TABLE');
      // The Okuma is the one whose facts are known from its model in XML.
      const facts = (
        JSON.parse(fixture('mtconnect/facts.json')) as Record<string, { devices: Record<string, unknown>[] }>
      )['trakhound/devices-okuma-lathe.xml'].devices[0];
      assert.equal(devices[3].uuid, facts['uuid']);
    });

    test('json-v1-Streams.json, the oldest layout with a byte order mark: all 117 observations', () => {
      const { all, refusals } = observations(fixture('mtconnect/trakhound/json-v1-Streams.json'));
      assert.deepEqual(refusals, []);
      assert.equal(all.length, 117);
      const named = (id: string): StreamObservation => all.find(({ dataItemId }) => dataItemId === id)!;
      assert.deepEqual(
        [named('testTimeSeries').text, named('testTimeSeries').sampleRate],
        ['2 4 8 16 32 64 128', 100],
      );
      assert.deepEqual(named('testDataSet').entries?.[2], { key: 'V3', value: 'PROBE.TXT' });
      assert.deepEqual(named('testTable').entries?.[1], {
        key: 'T2',
        value: { DIAMETER: '12.048', LENGTH: '168.321' },
      });
      assert.equal(named('servo_cond').level, 'unavailable');
    });

    for (const [file, group, expected] of [
      ['ConditionObservation', 'condition', ['Warning', 'system_cond', 'warning', 'Not Found', '404']],
      ['ValueObservation', 'events', ['EmergencyStop', 'L2estop', 'normal', 'ARMED', undefined]],
      [
        'TimeSeriesObservation',
        'samples',
        ['Variable', 'testTimeSeries', 'normal', '2 4 8 16 32 64 128', undefined],
      ],
    ] as const) {
      test(`json-v1-${file}.json is read as part of a document`, () => {
        const one = fixture(`mtconnect/trakhound/json-v1-${file}.json`).replace(/^\ufeff/, '');
        const { all } = observations(
          `{"streams":[{"name":"M","componentStream":[{"component":"Path","${group}":[${one}]}]}]}`,
        );
        const [{ element, dataItemId, level, text, nativeCode }] = all;
        assert.deepEqual([element, dataItemId, level, text, nativeCode], expected);
      });
    }
  });
});
