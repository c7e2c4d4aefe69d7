import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, keyFrame, network, receiver } from '../testing/opcua-receiver.js';

test('a network message, a data set message and a payload alone are read, single and in lists', () => {
  const { take } = receiver({ 'mill/power': '#Power' });
  const payload = { Power: 2 };
  const message = { DataSetWriterId: '1', Timestamp: at(-1), Payload: payload };
  assert.deepEqual(take(network(message)), ['mill/power 2 at -1']);
  assert.deepEqual(take({ ...network(), Messages: message }), ['mill/power 2 at -1']);
  assert.deepEqual(take([network(message, message), network(message)]).length, 3);
  assert.deepEqual(take(message), ['mill/power 2 at -1']);
  assert.deepEqual(take([message, message]).length, 2);
  assert.deepEqual(take(network(payload)), ['mill/power 2 at 0']);
  assert.deepEqual(take(payload), ['mill/power 2 at 0']);
  assert.deepEqual(take([payload, payload]).length, 2);
});

test('values are the same in the forms of 1.04 and 1.05', () => {
  const { take, context } = receiver({ 'mill/program': '#F' });
  const forms: [form: unknown, value: string][] = [
    [{ Type: 11, Body: 1.5 }, '1.5'],
    [{ UaType: 11, Value: 1.5 }, '1.5'],
    [{ Type: 'Double', Body: 1.5 }, '1.5'],
    [{ Value: { Type: 11, Body: 1.5 }, SourceTimestamp: at(0) }, '1.5'],
    [{ UaType: 11 }, '0'],
    [{ UaType: 1 }, 'false'],
    [{ UaType: 12 }, 'undefined'],
    [true, 'true'],
    ['9007199254740993', '9007199254740993'],
    [{ UaType: 8, Value: '-9223372036854775808' }, '-9223372036854775808'],
    ['NaN', 'undefined'],
    [{ UaType: 10, Value: '-Infinity' }, 'undefined'],
    [{ UaType: 12, Value: 'Infinity' }, 'Infinity'],
    [null, 'undefined'],
    [{}, 'undefined'],
    ['AQID', 'AQID'],
    [at(3), at(3)],
    [{ Locale: 'de', Text: 'Störung' }, 'Störung'],
    [{ Type: 21, Body: { Text: 'Fault' } }, 'Fault'],
    [{ Value: 3, DisplayName: { Text: 'Executing' } }, 'Executing'],
    [{ Name: 'Executing', Value: 3 }, 'Executing'],
    [{ UaType: 6, Value: 'Executing_3' }, 'Executing'],
    ['Line_3', 'Line_3'],
    [{ Name: 'State', Uri: 'urn:a' }, 'State'],
    [{ Code: 2150694912, Symbol: 'BadNoCommunication' }, 'BadNoCommunication'],
    [{ Id: 5 }, 'i=5'],
    [{ IdType: 1, Id: 'a', Namespace: 'urn:a' }, 'nsu=urn:a;s=a'],
    [{ Id: 7, Namespace: 2 }, 'ns=2;i=7'],
    ['nsu=urn:a;s=a', 'nsu=urn:a;s=a'],
  ];
  for (const [form, value] of forms) {
    assert.deepEqual(take({ F: form }), [`mill/program ${value} at 0`], JSON.stringify(form));
  }
  assert.deepEqual(context.refusals, []);
});

test('the two highest bits of a StatusCode are the quality, of the field and of the data set', () => {
  const { take } = receiver({ 'mill/power': '#P' });
  const uncertain = ['mill/power 1 at 0 uncertain'];
  assert.deepEqual(take({ P: { Value: 1, Status: 0x40000000 } }), uncertain);
  assert.deepEqual(take({ P: { Value: 1, Status: { Code: 0x40000000 } } }), uncertain);
  assert.deepEqual(take({ P: { Value: 1, StatusCode: { Symbol: 'UncertainInitialValue' } } }), uncertain);
  assert.deepEqual(take({ P: { Value: 1, Status: 1 } }), ['mill/power 1 at 0']);
  assert.deepEqual(take({ P: { Status: 0x80310000 } }), ['mill/power undefined at 0']);
  assert.deepEqual(take({ Status: 0x80000000, Payload: { P: 1 } }), ['mill/power 1 at 0 bad']);
});

test('the source time goes before the time of the message, and that before the arrival', () => {
  const { take, target } = receiver({ 'mill/power': '#P' });
  assert.deepEqual(take({ Timestamp: at(-2), Payload: { P: { Value: 1, SourceTimestamp: at(-3) } } }), [
    'mill/power 1 at -3',
  ]);
  assert.deepEqual(take({ Timestamp: at(-2), Payload: { P: 1 } }), ['mill/power 1 at -2']);
  assert.equal(target.refills, true);
  const none = '0001-01-01T00:00:00Z';
  assert.deepEqual(take({ Payload: { P: { Value: 1, SourceTimestamp: none } } }), ['mill/power 1 at 0']);
  assert.equal(target.refills, false);
});

test('a binding names publisher and writer, by id or name, or anyone with +, or a topic', () => {
  const forms: [from: string, isBound: boolean][] = [
    ['opc.tcp://plc:4840/1#P', true],
    ['opc.tcp://plc:4840/Press#P', true],
    ['opc.tcp://plc:4840/+#P', true],
    ['+/Press#P', true],
    ['Press#P', true],
    ['1#P', true],
    ['+/+#P', true],
    ['plant/ua#P', true],
    ['plant/+#P', true],
    ['plant/##P', true],
    ['##P', true],
    ['#P', true],
    ['opc.tcp://plc:4840/2#P', false],
    ['Other/Press#P', false],
    ['plant#P', false],
    ['plant/+/+#P', false],
    ['#p', false],
  ];
  for (const [from, isBound] of forms) {
    const { take } = receiver({ 'mill/power': from });
    const set = { DataSetWriterId: 1, DataSetWriterName: 'Press', Payload: { P: 1 } };
    const rows = take({ ...network(set), PublisherId: 'opc.tcp://plc:4840' });
    assert.equal(rows.length, isBound ? 1 : 0, from);
  }
});

test('what a message does not say of its sender is taken from a topic of the usual form', () => {
  const { take } = receiver({ 'mill/power': 'P/Press#Power' });
  assert.deepEqual(take({ Power: 1 }, 'opcua/json/data/P/Group/Press'), ['mill/power 1 at 0']);
  assert.deepEqual(take({ Power: 1 }, 'opcua/json/data/Q/Group/Press'), []);
});

test('a field has its own name, and members of structures are named after it', () => {
  const { take, context } = receiver({
    'mill/power': '#Machine/Power',
    'mill/program': '#Step/Name',
    'mill/comment': '#http://acme/UA#Total/1/Text',
  });
  assert.deepEqual(take({ 'Machine/Power': 4, Machine: 7 }), ['mill/power 4 at 0']);
  const structure = { TypeId: 'i=183', Encoding: 'Json', Body: { Name: 'Step 1', Duration: 1000 } };
  assert.deepEqual(take({ Step: { Type: 'ExtensionObject', Body: structure } }), [
    'mill/program Step 1 at 0',
  ]);
  assert.deepEqual(take({ Step: { UaTypeId: 'i=183', Name: 'Step 2' } }), ['mill/program Step 2 at 0']);
  const list = { 'http://acme/UA#Total': { UaType: 21, Value: [{}, { Text: 'b' }], Dimensions: [2] } };
  assert.deepEqual(take(list), ['mill/comment b at 0']);
  assert.deepEqual(context.refusals, []);
});

test('a delta frame changes what it names and nothing else', () => {
  const { take } = receiver({ 'mill/power': '#A', 'saw/power': '#B' });
  assert.deepEqual(take(keyFrame(1, 0, { A: 1, B: 2 })), ['mill/power 1 at 0', 'saw/power 2 at 0']);
  assert.deepEqual(take(keyFrame(2, 1, { B: 3 }, 'ua-deltaframe')), ['saw/power 3 at 1']);
});

test('metadata tell the types: what a compact key frame leaves out is the default', () => {
  const { take, context } = receiver({ 'mill/power': '#A', 'mill/program': '#B', 'mill/mode': '#E' });
  const field = (Name: string, BuiltInType: number, ValueRank = -1): object => ({
    Name,
    BuiltInType,
    ValueRank,
  });
  const metaData = { Name: 'Press', Fields: [field('A', 11), field('B', 12), field('E', 6)] };
  const head = { PublisherId: 'P', DataSetWriterId: 1, DataSetWriterName: 'Press' };
  assert.deepEqual(take({ MessageType: 'ua-metadata', ...head, MetaData: metaData }), []);
  assert.deepEqual(take(network(keyFrame(1, 0, { E: 'Setup_2' }))), [
    'mill/mode Setup at 0',
    'mill/power 0 at 0',
  ]);
  assert.deepEqual(take(network(keyFrame(2, 1, { E: 2 }, 'ua-deltaframe'))), ['mill/mode 2 at 1']);
  assert.deepEqual(context.refusals, []);
});

test('in samples mode the field is the NodeId or the DisplayName', () => {
  const { take } = receiver({
    'mill/power': '#nsu=http://microsoft.com/Opc/OpcPlc/;s=StepUp',
    'saw/power': 'opc.tcp://opcplc:50000//+#Step',
  });
  const sample = {
    NodeId: 'nsu=http://microsoft.com/Opc/OpcPlc/;s=StepUp',
    EndpointUrl: 'opc.tcp://opcplc:50000/',
    Value: { Value: 28679, SourceTimestamp: at(-1) },
  };
  assert.deepEqual(take(sample), ['mill/power 28679 at -1']);
  const named = { ...sample, DisplayName: 'Step', ExtensionFields: { DataSetWriterId: '1000' } };
  assert.deepEqual(take([named, named]).length, 4);
});

test('what has a wrong form is refused with its place, and the rest is kept', () => {
  const { take, context } = receiver({ 'mill/power': '#A', 'saw/power': '#B' });
  const cases: [message: unknown, place: string, rows?: number][] = [
    ['{"A": 1} {"A": 2}', 'plant/ua'],
    ['{"A": ', 'plant/ua'],
    [7, 'plant/ua#'],
    [[{ A: 1 }, 'x', { A: 2 }], 'plant/ua#/1', 2],
    [{ MessageType: 'ua-data' }, 'plant/ua#/Messages'],
    [network({ Payload: 7 }, { Payload: { A: 1 } }), 'plant/ua#/Messages/0', 1],
    [network({ Payload: { A: 1 }, SequenceNumber: -1 }), 'plant/ua#/Messages/0'],
    [network({ Payload: { A: 1 }, DataSetWriterId: [1] }), 'plant/ua#/Messages/0'],
    [network({ Payload: { A: 1 }, Timestamp: 'yesterday' }), 'plant/ua#/Messages/0'],
    [network({ Payload: { A: 1 }, Timestamp: '2026-03-04T06:00:00' }), 'plant/ua#/Messages/0'],
    [network({ Payload: { A: 1 }, Status: 'Fine' }), 'plant/ua#/Messages/0'],
    [{ Payload: { A: 1 }, MessageType: 'ua-other' }, 'plant/ua#'],
    [{ A: { Value: 1, SourceTimestamp: 3 }, B: 2 }, 'plant/ua#/A', 1],
    [{ A: { Value: 1, Status: -1 }, B: 2 }, 'plant/ua#/A', 1],
    [{ A: { Type: 99, Body: 1 }, B: 2 }, 'plant/ua#/A', 1],
    [{ A: [1], B: 2 }, 'plant/ua#/A', 1],
    [{ A: { X: 1 }, B: 2 }, 'plant/ua#/A', 1],
    // The number that it said before holds no more.
    [{ A: 'many', B: 2 }, 'plant/ua#/A', 2],
    [{ MessageType: 'ua-metadata', MetaData: { Fields: [7] } }, 'plant/ua#/MetaData/Fields/0'],
    [{ MessageType: 'ua-metadata' }, 'plant/ua#'],
    [{ MessageType: 'ua-status', Status: 2 }, 'plant/ua#'],
  ];
  for (const [message, place, rows = 0] of cases) {
    context.refusals.length = 0;
    assert.equal(take(message).length, rows, JSON.stringify(message));
    assert.deepEqual(
      context.refusals.map((refusal) => refusal.place),
      [place],
    );
  }
  context.refusals.length = 0;
  assert.deepEqual(take({ MessageType: 'ua-connection', PublisherId: 'P', Connection: {} }), []);
  assert.deepEqual(context.refusals, []);
});
