import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, keyFrame, network, receiver } from '../testing/opcua-receiver.js';
import { eventCondition } from './event-condition.js';

test('an event of alarms and conditions is a condition: source, name, severity, active or not', () => {
  const { take, context } = receiver({ 'mill/conditions': 'P/1#', 'mill/comment': 'P/1#Message' });
  const event = (fields: object): object => ({
    DataSetWriterId: 1,
    MessageType: 'ua-event',
    Timestamp: at(1),
    Payload: { SourceName: 'Door', ConditionName: 'Open', Time: at(0.5), ...fields },
  });
  const open = { Severity: 667, 'ActiveState/Id': true, Message: { Text: 'Door open' } };
  assert.deepEqual(take(network(event(open))), [
    'mill/conditions Door|fault|Open at 0.5',
    'mill/comment Door open at 0.5',
  ]);
  const forms: [fields: object, level: string | undefined][] = [
    [{ Severity: 666, 'ActiveState/Id': true }, 'warning'],
    [{ Severity: 900, 'ActiveState/Id': false, Retain: true }, 'normal'],
    [{ Severity: 900, '0:ActiveState.0:Id': { Type: 1, Body: true } }, 'fault'],
    [{ Severity: 900, ActiveState: { Value: { Text: 'Aktiv' }, Id: true } }, 'fault'],
    [{ Severity: 900, ActiveState: { Locale: 'en', Text: 'Inactive' } }, 'normal'],
    [{ Severity: 900, ActiveState: { Text: 'aktiv' }, Retain: true }, 'fault'],
    [{ Severity: 100, Retain: true }, 'warning'],
    [{ Severity: 900, 'ActiveState/Id': true, 'EnabledState/Id': false }, 'normal'],
    [{ Severity: 900 }, undefined],
  ];
  for (const [fields, level] of forms) {
    const rows = take(network(event(fields)));
    const expected = level === undefined ? [] : [`mill/conditions Door|${level}|Open at 0.5`];
    assert.deepEqual(rows, expected, JSON.stringify(fields));
  }
  assert.deepEqual(context.refusals, []);
});

test('a condition has code, severity and text of its event, and whether it was acknowledged', () => {
  const Payload = {
    SourceName: 'Spindle',
    SourceNode: 'ns=2;i=7',
    ConditionName: 'Overload',
    EventType: 'i=9341',
    'ActiveState/Id': true,
    'AckedState/Id': false,
    Severity: 850,
    Message: { Type: 21, Body: { Locale: 'en', Text: 'Spindle overload' } },
  };
  assert.deepEqual(eventCondition(Payload), {
    key: 'Spindle',
    level: 'fault',
    code: 'Overload',
    severity: '850',
    text: 'Spindle overload',
    acknowledged: false,
  });
});

test('a missing event is counted, and conditions stay as they were told last', () => {
  const { take, context } = receiver({ 'mill/conditions': '#' });
  const event = (sequence: number, active: boolean): object =>
    keyFrame(sequence, sequence, { SourceName: 'Door', 'ActiveState/Id': active, Severity: 1 }, 'ua-event');
  take(event(1, true));
  assert.deepEqual(take(event(3, false)), ['mill/conditions Door|normal| at 3']);
  assert.equal(context.refusals.length, 1);
});
