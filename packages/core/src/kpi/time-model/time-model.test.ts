import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EquipmentState, stateCode } from '../../model/equipment-state.js';
import { StateSeries } from '../../series/state-series.js';
import { TextSeries } from '../../series/text-series.js';
import { accountsByOrder } from './time-accounts.js';
import { sumOfTimeModels, timeModel, type TimeModel, type TimeModelRecord } from './time-model.js';

const minute = 60_000;

function states(...changes: readonly (readonly [time: number, state: EquipmentState])[]): StateSeries {
  const series = new StateSeries();
  for (const [time, state] of changes) series.append(time, stateCode[state], state, 0);
  return series;
}

function texts(...changes: readonly (readonly [time: number, text: string, quality?: number])[]): TextSeries {
  const series = new TextSeries();
  for (const [time, text, quality = 0] of changes) series.append(time, text, quality);
  return series;
}

/** Shift 0 to 480 min with a break from 240 to 270; order A until 300, then none until 400, then order B. */
const shift: TimeModelRecord = {
  states: states(
    [0, 'setup'],
    [40 * minute, 'running'],
    [150 * minute, 'fault'],
    [170 * minute, 'running'],
    [235 * minute, 'plannedStop'],
    [260 * minute, 'running'],
    [300 * minute, 'idle'],
    [330 * minute, 'maintenance'],
    [350 * minute, 'offline'],
    [400 * minute, 'starved'],
    [410 * minute, 'running'],
    [470 * minute, 'unknown'],
    [485 * minute, 'running'],
  ),
  orders: texts([0, 'A'], [300 * minute, ''], [400 * minute, 'B']),
  operation: [{ from: 0, to: 480 * minute }],
  planned: [
    { from: 0, to: 240 * minute },
    { from: 270 * minute, to: 480 * minute },
  ],
};
const tenHours = [{ from: 0, to: 600 * minute }];

function inMinutes(model: TimeModel): Record<string, number> {
  return Object.fromEntries(
    Object.entries(model)
      .filter(([, time]) => typeof time === 'number')
      .map(([name, time]) => [name, time / minute]),
  );
}

test('timeModel() of a shift with orders books every minute of it', () => {
  const model = timeModel(shift, tenHours);
  assert.deepEqual(inMinutes(model), {
    calendarTime: 600,
    plannedOperationTime: 480,
    plannedBusyTime: 450,
    // 40 set-up; 110 + 65 + 30 + 60 running; 20 fault, 5 stopped before the break, 10 starved; 10 unknown.
    actualUnitSetupTime: 40,
    actualProductionTime: 265,
    actualUnitDelayTime: 35,
    actualUnitProcessingTime: 305,
    actualUnitBusyTime: 340,
    actualOrderExecutionTime: 340,
    actualQueuingTime: 0,
    actualTransportTime: 0,
    // 30 idle and 50 offline without an order, 20 maintenance.
    actualUnitDownTime: 80,
    actualPlannedMaintenanceTime: 20,
    unknownTime: 10,
  });
  assert.deepEqual(model.warnings, []);
});

test('timeModel() keeps production out of the plan visible', () => {
  const model = timeModel(shift, tenHours);
  assert.equal(model.timesInPlannedDowntime[stateCode.running], 10 * minute);
  assert.equal(model.timesInPlannedDowntime[stateCode.plannedStop], 20 * minute);
  assert.equal(model.timesOutsidePlannedOperation[stateCode.running], 115 * minute);
  assert.equal(model.timesOutsidePlannedOperation[stateCode.unknown], 5 * minute);
});

test('timeModel() without order data reads states alone, says so, and has down time in the order execution time', () => {
  const model = timeModel({ ...shift, orders: undefined }, tenHours);
  const times = inMinutes(model);
  assert.equal(times.actualUnitDelayTime, 20);
  assert.equal(times.actualUnitDownTime, 30 + 50 + 5 + 10);
  assert.equal(times.actualUnitBusyTime, 40 + 265 + 20);
  assert.equal(times.actualOrderExecutionTime, 40 + 265 + 20 + 95);
  assert.deepEqual(model.warnings, [{ key: 'noOrderData', subjects: [] }]);
});

test('timeModel() takes an order without a word, of bad quality, or no longer heard for none', () => {
  const of = (record: Partial<TimeModelRecord>) =>
    timeModel({ ...shift, states: states([0, 'idle']), ...record }, [{ from: 0, to: 100 * minute }])
      .actualUnitDelayTime / minute;
  assert.equal(of({ orders: texts([0, 'A']) }), 100);
  assert.equal(of({ orders: texts([0, '']) }), 0);
  assert.equal(of({ orders: texts([0, 'A', 2]) }), 0);
  assert.equal(of({ orders: texts() }), 0);
  assert.equal(of({ orders: texts([40 * minute, 'A']) }), 60);
  assert.equal(of({ orders: texts([0, 'A']), ordersKnownUntil: 30 * minute }), 30);
});

test('timeModel() books by the accounts of a site: queuing and transport belong to the order, not to the busy time', () => {
  const model = timeModel(shift, tenHours, {
    ...accountsByOrder,
    withOrder: { ...accountsByOrder.withOrder, starved: 'queuing', plannedStop: 'transport' },
  });
  const times = inMinutes(model);
  assert.equal(times.actualQueuingTime, 10);
  assert.equal(times.actualTransportTime, 5);
  assert.equal(times.actualUnitBusyTime, 325);
  assert.equal(times.actualOrderExecutionTime, 340);
});

test('timeModel() counts states beyond what was heard as unknown', () => {
  const model = timeModel({ ...shift, statesKnownUntil: 450 * minute }, tenHours);
  assert.equal(model.unknownTime, 30 * minute);
  assert.equal(timeModel({ ...shift, states: undefined }, tenHours).unknownTime, 450 * minute);
});

test('timeModel() refuses intervals that overlap or run backwards', () => {
  const [early, late] = [
    { from: 0, to: 10 },
    { from: 5, to: 20 },
  ];
  assert.throws(() => timeModel(shift, [early, late]), /invalid interval: begins at 5, allowed: after/);
  assert.throws(() => timeModel(shift, [{ from: 10, to: 0 }]), RangeError);
});

test('timeModel() of no time is 0 in all its parts', () => {
  for (const time of Object.values(inMinutes(timeModel(shift, [])))) assert.equal(time, 0);
});

test('sumOfTimeModels() adds every time and warns once', () => {
  const model = timeModel({ ...shift, orders: undefined }, tenHours);
  const sum = sumOfTimeModels([model, model]);
  assert.equal(sum.actualUnitDownTime, 190 * minute);
  assert.equal(sum.timesInPlannedBusyTime[stateCode.running], 530 * minute);
  assert.equal(sum.warnings.length, 1);
  assert.equal(sumOfTimeModels([]).calendarTime, 0);
  assert.equal(model.timesInPlannedBusyTime[stateCode.running], 265 * minute);
});
