import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConformanceContext } from '@twinfloor/core/conformance';
import { Bindings } from '../internal/bindings.js';
import { fixture, fixtures } from '../testing/fixtures.js';
import { fuzz } from '../testing/fuzz.js';
import { eventCondition } from './event-condition.js';
import { ProfileBinder } from './profile.js';
import { Receiver } from './receiver.js';

const files = [
  '01-delta-and-key-frame-messages',
  '03-event-messages',
  '05-reversible-encoding',
  '07-keep-alive-messages',
  '11-value-change-messages-in-samples-mode',
  '13-value-change-messages-in-samples-mode',
  '15-event-messages-in-samples-mode',
  '17-event-messages-in-samples-mode',
];

/** What the recorded messages do not have: metadata, status, an alarm, compact values. */
const others = [
  {
    MessageType: 'ua-metadata',
    PublisherId: 'P',
    DataSetWriterId: 1,
    MetaData: { Fields: [{ Name: 'StepUp', BuiltInType: 7, ValueRank: -1 }] },
  },
  { MessageType: 'ua-status', PublisherId: 'P', Status: 3, Timestamp: '2026-03-04T06:00:00Z' },
  {
    MessageType: 'ua-event',
    Payload: { SourceName: 'Door', ConditionName: 'Open', 'ActiveState/Id': true, Severity: 800 },
  },
  {
    DataSetWriterId: 1,
    PublisherId: 'P',
    SequenceNumber: 7,
    MessageType: 'ua-keyframe',
    Payload: {
      StepUp: { UaType: 9, Value: '7' },
      'Machine/MachineryItemState': 3,
      ProdProcessedCount: [{ Count: 1 }],
    },
  },
];

const seed = 5_001;

fixtures('OPC UA JSON with mutated messages', () => {
  test(`100,000 mutated messages are taken or refused and counted (seed ${seed})`, () => {
    const recorded = files.map((file) => {
      const { body } = JSON.parse(fixture(`opcua/opc-publisher/${file}.json`)) as { body: unknown };
      return body;
    });
    const samples = [...recorded, ...others].map((one) => new TextEncoder().encode(JSON.stringify(one)));
    const context = new ConformanceContext({
      signals: {
        'mill/power': 'number',
        'mill/program': 'text',
        'mill/conditions': 'condition',
        'mill/mode': 'text',
      },
      now: () => 1_772_604_000_000,
    });
    const own = [
      { signal: 'mill/power', from: '#StepUp' },
      { signal: 'mill/program', from: '#http://opcfoundation.org/SimpleEvents#CurrentStep/Name' },
      { signal: 'mill/mode', from: '##nsu=http://microsoft.com/Opc/OpcPlc/;s=StepUp' },
      { signal: 'mill/conditions', from: '#' },
    ];
    const bindings = new Bindings(own, context);
    const receiver = new Receiver(
      bindings,
      context,
      [],
      eventCondition,
      new ProfileBinder({ mill: '+/+' }, own, bindings),
    );
    let rows = 0;
    const result = fuzz({
      seed,
      count: 100_000,
      samples,
      take(bytes) {
        context.refusals.length = 0;
        receiver.take('plant/ua', bytes, false);
        rows += bindings.batch.length;
        bindings.batch.clear();
        return context.refusals.length > 0 ? 'refused' : 'taken';
      },
    });
    assert.equal(result.thrown, undefined);
    assert.equal(result.taken + result.refused, 100_000);
    assert.ok(result.taken > 1_000 && rows > 1_000, `${result.taken} taken, ${rows} rows`);
    assert.ok(result.longest < 50, `${result.longest} ms`);
    assert.ok(result.growth < 32_000_000, `${result.growth} bytes`);
  });
});
