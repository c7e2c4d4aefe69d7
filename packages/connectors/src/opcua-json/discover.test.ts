import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readWorkshop } from '@twinfloor/core/workshop';
import { fixture, fixtures } from '../testing/fixtures.js';
import { Mosquitto, NodeSocket } from '../testing/mosquitto.js';
import { discoverOpcuaJsonOver } from './discover.js';
import { Offer } from './proposal.js';

const settings = { url: 'ws://broker' };

function offered(messages: readonly unknown[], topic = 'plant/ua') {
  const offer = new Offer();
  for (const message of messages) offer.take(topic, new TextEncoder().encode(JSON.stringify(message)));
  return offer.proposal(settings);
}

const metaData = {
  MessageType: 'ua-metadata',
  PublisherId: 'Press 7',
  DataSetWriterId: 1,
  DataSetWriterName: 'Hydraulics',
  MetaData: {
    Fields: [
      {
        Name: 'Pump/Pressure',
        BuiltInType: 11,
        ValueRank: -1,
        Description: { Text: 'Pressure of the pump' },
        Properties: [
          {
            Key: '0:EngineeringUnits',
            Value: {
              UaType: 22,
              Value: { UaTypeId: 'i=887', UnitId: 4_342_098, DisplayName: { Text: 'bar' } },
            },
          },
        ],
      },
      { Name: 'Tank/Pressure', BuiltInType: 10, ValueRank: -1 },
      { Name: 'Valves', BuiltInType: 1, ValueRank: 1 },
      { Name: 'Recipe', BuiltInType: 12, ValueRank: -1 },
      { Name: 'Monitoring/MachineryItemState/CurrentState', BuiltInType: 21, ValueRank: -1 },
      {
        Name: 'temperature',
        BuiltInType: 11,
        ValueRank: -1,
        Properties: [
          { Key: { Name: 'EngineeringUnits' }, Value: { Type: 22, Body: { DisplayName: { Text: 'K' } } } },
        ],
      },
    ],
  },
};

test('metadata give an equipment, its signals with kind and unit, and names for the profile', () => {
  const { equipment, signals, connector, refusals } = offered([metaData]);
  assert.deepEqual(equipment, [{ id: 'press-7', name: 'Press 7', level: 'workUnit' }]);
  assert.deepEqual(signals, [
    { name: 'Pressure', equipment: ['press-7'], kind: 'number', unit: 'bar', label: 'Pressure of the pump' },
    { name: 'Tank.Pressure', equipment: ['press-7'], kind: 'number' },
    { name: 'Recipe', equipment: ['press-7'], kind: 'text' },
  ]);
  assert.deepEqual(connector, {
    type: 'opcua-json',
    url: 'ws://broker',
    profile: 'machinery',
    equipment: { 'press-7': 'Press 7/Hydraulics' },
    bindings: [
      { signal: 'press-7/Pressure', from: 'Press 7/Hydraulics#Pump/Pressure' },
      { signal: 'press-7/Tank.Pressure', from: 'Press 7/Hydraulics#Tank/Pressure' },
      { signal: 'press-7/Recipe', from: 'Press 7/Hydraulics#Recipe' },
      { signal: 'press-7/temperature', from: 'Press 7/Hydraulics#temperature', unit: 'K' },
    ],
  });
  assert.deepEqual(refusals, []);
});

test('without metadata data sets do: writers of one publisher are equipment of their own, events are conditions', () => {
  const set = (DataSetWriterId: number, Payload: object, MessageType = 'ua-keyframe'): object => ({
    MessageType,
    DataSetWriterId,
    Payload,
  });
  const Messages = [
    set(1, {
      Speed: { UaType: 11, Value: 3 },
      On: true,
      Text: 'a',
      Total: { UaType: 9, Value: '7' },
      List: [1],
    }),
    set(2, { Speed: 4 }),
    set(3, { SourceName: 'a', 'ActiveState/Id': true }, 'ua-event'),
  ];
  const { equipment, signals, connector, refusals } = offered([{ PublisherId: 'P', Messages }]);
  assert.deepEqual(
    equipment.map(({ id }) => id),
    ['p-1', 'p-2', 'p-3'],
  );
  assert.deepEqual(signals, [
    { name: 'Speed', equipment: ['p-1', 'p-2'], kind: 'number' },
    { name: 'On', equipment: ['p-1'], kind: 'text' },
    { name: 'Text', equipment: ['p-1'], kind: 'text' },
    { name: 'Total', equipment: ['p-1'], kind: 'number' },
  ]);
  assert.deepEqual(connector.bindings.slice(-2), [
    { signal: 'p-2/Speed', from: 'P/2#Speed' },
    { signal: 'p-3/conditions', from: 'P/3#' },
  ]);
  assert.deepEqual(
    refusals.map(({ place }) => place),
    ['plant/ua#/Messages/0/Payload/List'],
  );
});

test('a payload alone is named after its topic', () => {
  const { equipment, connector } = offered([{ Speed: 4 }], 'shop/saw');
  assert.deepEqual(equipment, [{ id: 'shop-saw', name: 'shop/saw', level: 'workUnit' }]);
  assert.deepEqual(connector.bindings, [{ signal: 'shop-saw/Speed', from: 'shop/saw#Speed' }]);
});

fixtures('discovery of OPC UA JSON', () => {
  test('recorded messages give a workshop file without problems', () => {
    const files = [
      '01-delta-and-key-frame-messages',
      '03-event-messages',
      '13-value-change-messages-in-samples-mode',
    ];
    const bodies = files.map((file) => {
      const { body } = JSON.parse(fixture(`opcua/opc-publisher/${file}.json`)) as { body: unknown };
      return body;
    });
    const { equipment, signals, connector } = offered([metaData, ...bodies]);
    const { problems } = readWorkshop({ id: 'shop', equipment, signals, connectors: [connector] });
    assert.deepEqual(problems, []);
    const bound = connector.bindings.map(({ signal, from }) => `${signal} ${String(from)}`);
    const plc = 'opc.tcp://opcplc:50000//+#nsu=http://microsoft.com/Opc/OpcPlc/;s=';
    assert.deepEqual(
      bound.filter((each) => each.includes(plc)),
      ['AlternatingBoolean', 'StepUp', 'RandomSignedInt32', 'RandomUnsignedInt32'].map(
        (name) => `opcplc-50000/${name} ${plc}${name}`,
      ),
    );
  });
});

let broker: Mosquitto;
before(async () => {
  broker = await Mosquitto.start();
});
after(() => broker.stop());

test('a broker is listened to for as long as told, also for what it has kept', async () => {
  const publisher = await broker.publisher();
  await publisher.publish('opcua/json/metadata/Press/G/W', JSON.stringify(metaData), true);
  const discover = discoverOpcuaJsonOver(NodeSocket);
  const found = discover({ url: broker.url }, { signal: AbortSignal.timeout(20_000), patience: 500 });
  const { equipment, connector } = await found;
  publisher.end();
  assert.deepEqual(
    equipment.map(({ id }) => id),
    ['press-7'],
  );
  assert.equal(connector.bindings.length, 4);
  await assert.rejects(
    discover({ url: 'http://broker' }, { signal: AbortSignal.timeout(1_000), patience: 1 }),
    /^RangeError: invalid url/,
  );
});
