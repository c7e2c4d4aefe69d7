import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { RecordedSignal } from '@twinfloor/connectors/replay';
import { discoverRecording } from './recording.js';

const propose = (name: string, signals: readonly RecordedSignal[]) =>
  discoverRecording({ name, source: '', licence: '', from: 0, to: 1, signals }, 'day.twinrec.jsonl');

suite('discoverRecording()', () => {
  test('signals of an MTConnect machine are bound by their types, with units; all others keep their names', () => {
    const found = propose('Mill 3, a Monday', [
      { name: 'exec', kind: 'text', type: 'EXECUTION' },
      { name: 'estop', kind: 'text', type: 'EMERGENCY_STOP' },
      { name: 'parts', kind: 'counter', type: 'PART_COUNT' },
      { name: 'w', kind: 'number', unit: 'W', type: 'WATTAGE' },
      { name: 'S1 load', kind: 'number', unit: '%', type: 'LOAD' },
      { name: 'power', kind: 'text' },
      { name: 'system', kind: 'condition', type: 'SYSTEM' },
      { name: 'logic', kind: 'condition', type: 'LOGIC_PROGRAM' },
    ]);
    assert.deepEqual(found.equipment, [{ id: 'mill-3', name: 'Mill 3', level: 'workUnit' }]);
    assert.deepEqual(found.signals, [
      { name: 'estop', kind: 'text' },
      { name: 'S1-load', kind: 'number', unit: '%' },
      { name: 'power-2', kind: 'text' },
    ]);
    assert.deepEqual(found.connector, {
      type: 'replay',
      recording: 'day.twinrec.jsonl',
      bindings: [
        {
          signal: 'mill-3/state',
          from: { execution: 'exec', emergencyStop: 'estop' },
          vocabulary: 'mtconnect',
        },
        { signal: 'mill-3/execution', from: 'exec' },
        { signal: 'mill-3/estop', from: 'estop' },
        { signal: 'mill-3/producedCount', from: 'parts' },
        { signal: 'mill-3/power', from: 'w', unit: 'W' },
        { signal: 'mill-3/S1-load', from: 'S1 load' },
        { signal: 'mill-3/power-2', from: 'power' },
        { signal: 'mill-3/conditions', from: 'system' },
        { signal: 'mill-3/conditions', from: 'logic' },
      ],
    });
    assert.deepEqual(found.refusals, []);
  });

  test('what a page recorded has its machines and addresses', () => {
    const found = propose('Hall 3', [
      { name: 'press-01/state', kind: 'state' },
      { name: 'press-01/pressure', kind: 'number', unit: 'bar' },
      { name: 'lathe/energy', kind: 'counter', unit: 'kWh' },
    ]);
    assert.deepEqual(
      found.equipment.map(({ id }) => id),
      ['press-01', 'lathe'],
    );
    assert.deepEqual(found.signals, [{ name: 'pressure', kind: 'number', unit: 'bar' }]);
    assert.deepEqual(
      found.connector.bindings.map(({ signal, from }) => [signal, from]),
      [
        ['press-01/state', 'press-01/state'],
        ['press-01/pressure', 'press-01/pressure'],
        ['lathe/energy', 'lathe/energy'],
      ],
    );
  });

  test('a recording without a state says so', () => {
    assert.deepEqual(propose('Meter', [{ name: 'energy', kind: 'counter', unit: 'kWh' }]).refusals, [
      { place: 'Meter', found: 'no state', allowed: 'a signal that tells the state' },
    ]);
  });
});
