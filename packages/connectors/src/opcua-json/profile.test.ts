import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Binding } from '@twinfloor/core';
import { ConformanceContext } from '@twinfloor/core/conformance';
import { Bindings } from '../internal/bindings.js';
import { fixture, fixtures } from '../testing/fixtures.js';
import { eventCondition } from './event-condition.js';
import { ProfileBinder } from './profile.js';
import { profileNames } from './profile-names.js';
import { Receiver } from './receiver.js';

const signals = { 'mill/state': 'state', 'saw/state': 'state' } as const;

/** @param own - single bindings beside the profile */
function profile(equipment: Readonly<Record<string, string>>, own: readonly Binding[] = []) {
  const context = new ConformanceContext({ signals, now: () => 0 });
  const bindings = new Bindings(own, context);
  const receiver = new Receiver(
    bindings,
    context,
    [],
    eventCondition,
    new ProfileBinder(equipment, own, bindings),
  );
  const take = (message: object, topic = 'plant/ua'): string[] => {
    receiver.take(topic, new TextEncoder().encode(JSON.stringify(message)), false);
    bindings.deliver();
    return context.rows.splice(0).map(({ signal, value, source }) => {
      const shown = typeof value === 'object' ? `${value.key} ${value.level}` : String(value);
      return `${signal} ${shown}${source === undefined ? '' : ` ${source}`}`;
    });
  };
  return { take, context };
}

const of = (writer: string, Payload: object, more: object = {}): object => ({
  PublisherId: 'P',
  DataSetWriterName: writer,
  Payload,
  ...more,
});

test('one word binds the names of Machinery, Machine Tools and energy', () => {
  const { take, context } = profile({ mill: 'P/mill' });
  const rows = take(
    of('mill', {
      'MachineryBuildingBlocks/MachineryItemState/CurrentState': { Locale: 'en', Text: 'Executing' },
      'MachineryBuildingBlocks/MachineryOperationMode/CurrentState/Number': 3,
      'Monitoring/MachineTool/OperationMode': 1,
      'Production/ActiveProgram/Name': 'O1234',
      'Production/Statistics/PartsProducedInLifetime': '123456789',
      'Energy/AcActivePowerTotal': 12_500,
      'Energy/AcActiveEnergyTotalImportHp': { UaType: 11, Value: 3170 },
      'Energy/AcActivePowerTotal/EngineeringUnits': { DisplayName: { Text: 'W' } },
      Other: 7,
    }),
  );
  assert.deepEqual(rows, [
    'mill/state running Executing',
    'mill/state running Executing',
    'mill/mode Processing',
    'mill/program O1234',
    'mill/producedCount 123456789',
    'mill/power 12.5',
    'mill/energy 3.17',
  ]);
  assert.deepEqual(context.refusals, []);
  assert.deepEqual(
    take(of('mill', { 'MachineryBuildingBlocks/MachineryOperationMode/CurrentState/Number': 2 })),
    ['mill/state setup Executing', 'mill/mode Setup'],
  );
});

test('one word binds the names of PackML, with the count that is never reset', () => {
  const { take } = profile({ mill: '+/filler' });
  const count = { ID: 1, Name: 'bottle', Count: 7, AccCount: 5007 };
  const fields = {
    'Status.StateCurrent': 6,
    'Status.UnitModeCurrent': 'Produce',
    'Admin.ProdProcessedCount': [{ UaTypeId: 'i=1', ...count }, { AccCount: 9 }],
    'Admin.ProdDefectiveCount': { Type: 22, Body: { TypeId: 'i=1', Body: { Count: 3 } } },
  };
  assert.deepEqual(take(of('filler', fields)), [
    'mill/state running 6',
    'mill/state running 6',
    'mill/producedCount 5007',
    'mill/scrapCount 3',
  ]);
});

test('writers and beginnings of names say which equipment is meant', () => {
  const { take } = profile({ mill: 'P/cell#Machines/Mill', saw: 'P/cell#Machines/Saw' });
  const fields = {
    'Machines/Mill/MachineryItemState': 0,
    'Machines/Saw/MachineryItemState': 'OutOfService',
    'Machines/Sawmill/MachineryItemState': 3,
  };
  assert.deepEqual(take(of('cell', fields)), ['mill/state offline 0', 'saw/state fault OutOfService']);
  assert.deepEqual(take(of('other', fields)), []);
});

test('a single binding goes before the profile, and the first of several fields stays', () => {
  const { take } = profile({ mill: 'P/mill' }, [{ signal: 'mill/program', from: '#Order' }]);
  const fields = {
    Order: 'A',
    ActiveProgram: 'B',
    MachineryItemState: 3,
    'Copy/MachineryItemState': 0,
    StateCurrent: 9,
  };
  assert.deepEqual(take(of('mill', fields)), ['mill/program A', 'mill/state running 3']);
  assert.deepEqual(take(of('mill', { ...fields, Order: 'C' })), ['mill/program C', 'mill/state running 3']);
});

test('the unit of the metadata goes before that of the specification', () => {
  const { take } = profile({ mill: 'P/mill' });
  const unit = (Text: string): object => ({
    Key: { Name: 'EngineeringUnits' },
    Value: { Type: 22, Body: { TypeId: { Id: 888 }, Body: { UnitId: 1, DisplayName: { Text } } } },
  });
  const field = (Name: string, Text: string): object => ({ Name, BuiltInType: 11, Properties: [unit(Text)] });
  const Fields = [field('AcActiveEnergyTotalImportLp', 'kW·h'), field('AcActivePowerTotal', 'pieces')];
  take({ MessageType: 'ua-metadata', PublisherId: 'P', DataSetWriterName: 'mill', MetaData: { Fields } });
  assert.deepEqual(take(of('mill', { AcActiveEnergyTotalImportLp: 5, AcActivePowerTotal: 5 })), [
    'mill/energy 5',
    'mill/power 0.005',
  ]);
});

test('events of a writer are conditions of its equipment', () => {
  const { take } = profile({ mill: 'P/alarms' });
  const event = { SourceName: 'Door', 'ActiveState/Id': true, Severity: 500 };
  assert.deepEqual(take(of('alarms', event, { MessageType: 'ua-event' })), ['mill/conditions Door warning']);
});

fixtures('names of companion specifications', () => {
  // Not in the NodeSets at hand: the PackTags of ISA-TR88.00.02, and OPC 34100.
  const elsewhere = /^(StateCurrent|AcActive)/;
  test('the names of the profile are browse names of the NodeSets', () => {
    const sets = ['Machinery', 'MachineTool', 'PackML'].map((name) =>
      fixture(`opcua/nodesets/Opc.Ua.${name}.NodeSet2.xml`),
    );
    for (const { name } of profileNames) {
      if (elsewhere.test(name)) continue;
      for (const part of name.split('/')) {
        const browseName = new RegExp(`BrowseName="\\d+:${part}"`);
        assert.ok(
          sets.some((set) => browseName.test(set)),
          part,
        );
      }
    }
  });
});
