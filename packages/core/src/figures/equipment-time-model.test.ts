import assert from 'node:assert/strict';
import { test } from 'node:test';
import { weekdays, type Workshop } from '../model/workshop-types.js';
import { workshop } from '../testing/workshop.js';
import { Clock } from '../twin/clock.js';
import { Twin } from '../twin/twin.js';
import { equipmentReliability } from './equipment-reliability.js';
import { equipmentTimeModel } from './equipment-time-model.js';

const hour = 3_600_000;
const minute = 60_000;

/**
 * Four hours of a shift with half an hour of break. The press sets up, runs, fails for ten minutes and goes silent for the
 * last half hour; the mill does nothing but run, fails once and is still down.
 */
function observedLine(extra: Partial<Workshop> = {}): Twin {
  const twin = new Twin(
    workshop({
      products: [{ id: 'a', name: 'A', unit: 'pcs', idealCycle: { press: 60, mill: 120 } }],
      calendar: {
        shifts: [
          {
            name: 'early',
            from: '00:00',
            to: '08:00',
            days: weekdays,
            breaks: [{ from: '02:00', to: '02:30' }],
          },
        ],
        holidays: [],
        plannedStops: [],
        dayStart: '00:00',
      },
      ...extra,
    }),
    { clock: new Clock(() => 4 * hour) },
  );
  twin.observe([
    { signal: 'press/order', time: 0, value: '4711' },
    { signal: 'press/product', time: 0, value: 'a' },
    { signal: 'press/state', time: 0, value: 'setup' },
    { signal: 'press/state', time: 30 * minute, value: 'running' },
    { signal: 'press/state', time: 100 * minute, value: 'fault' },
    { signal: 'press/state', time: 110 * minute, value: 'running' },
    { signal: 'press/state', time: 190 * minute, value: 'maintenance' },
    { signal: 'press/order', time: 190 * minute, value: '' },
    { signal: 'press/state', time: 210 * minute, value: undefined },
    { signal: 'press/producedCount', time: 0, value: 0 },
    { signal: 'press/scrapCount', time: 0, value: 0 },
    { signal: 'press/scrapCount', time: 180 * minute, value: 6 },
    { signal: 'press/producedCount', time: 180 * minute, value: 100 },
    { signal: 'mill/state', time: 0, value: 'running' },
    { signal: 'mill/state', time: 230 * minute, value: 'fault' },
  ]);
  twin.confirm();
  return twin;
}

const fourHours = { from: 0, to: 4 * hour };

test('the time model of a machine takes its shifts, breaks, states and orders from the twin', () => {
  const { timeModel, machines } = equipmentTimeModel(observedLine(), 'press', fourHours);
  assert.deepEqual(machines, ['press']);
  assert.equal(timeModel.calendarTime, 240 * minute);
  assert.equal(timeModel.plannedOperationTime, 240 * minute);
  assert.equal(timeModel.plannedBusyTime, 210 * minute);
  assert.equal(timeModel.actualUnitSetupTime, 30 * minute);
  assert.equal(timeModel.actualProductionTime, (70 + 10 + 40) * minute);
  assert.equal(timeModel.actualUnitDelayTime, 10 * minute);
  assert.equal(timeModel.actualPlannedMaintenanceTime, 20 * minute);
  assert.equal(timeModel.unknownTime, 30 * minute);
  assert.deepEqual(timeModel.warnings, []);
});

test('the figures of a machine are made of its time model and its counts', () => {
  const figures = equipmentTimeModel(observedLine(), 'press', fourHours);
  assert.equal(figures.availability.value, 120 / 180);
  assert.equal(figures.technicalEfficiency.value, 120 / 130);
  assert.equal(figures.setupRatio.value, 30 / 150);
  assert.equal(figures.utilizationEfficiency.value, 120 / 160);
  assert.equal(figures.allocationEfficiency.value, 160 / 180);
  assert.equal(figures.allocationRatio.value, 1);
  assert.equal(figures.productionProcessRatio.value, 0.75);
  assert.equal(figures.effectiveness.value, 100 / 120);
  assert.equal(figures.oee.value, 94 / 180);
  assert.equal(figures.nee.value!.toFixed(6), ((150 / 180) * (94 / 120)).toFixed(6));
  assert.equal(figures.teep.value!.toFixed(6), ((94 / 180) * (210 / 240)).toFixed(6));
  assert.equal(figures.throughputRate.value, 100 / (160 / 60));
  assert.equal(figures.qualityRatio.value, 0.94);
  assert.equal(figures.scrapRatio.value, 0.06);
  assert.equal(figures.reworkRatio.value, undefined);
});

test('a line is the sum of its machines, and names those without order data', () => {
  const twin = observedLine();
  const line = equipmentTimeModel(twin, 'line', fourHours);
  const [press, mill] = ['press', 'mill'].map((id) => equipmentTimeModel(twin, id, fourHours).timeModel);
  for (const [name, time] of Object.entries(line.timeModel)) {
    if (typeof time !== 'number') continue;
    assert.equal(time, (press[name as 'calendarTime'] ?? 0) + (mill[name as 'calendarTime'] ?? 0), name);
  }
  assert.deepEqual(line.timeModel.warnings, [{ key: 'noOrderData', subjects: ['mill'] }]);
  // The mill counts nothing: what is made of pieces is made of the press.
  assert.deepEqual(line.oee.machines, ['press']);
  assert.equal(line.scrapRatio.value, 0.06);
  assert.equal(line.availability.value, (120 + 200) / (180 + 210));
});

test('the future counts neither as planned nor as missing', () => {
  const later = equipmentTimeModel(observedLine(), 'press', { from: 0, to: 20 * hour });
  assert.deepEqual(later.interval, fourHours);
  assert.equal(later.timeModel.calendarTime, 4 * hour);
});

test('without shifts all the time is planned operation, and a planned stop is planned downtime', () => {
  const twin = observedLine({
    calendar: {
      shifts: [],
      holidays: [],
      dayStart: '00:00',
      plannedStops: [{ from: '1970-01-01T00:30:00Z', to: '1970-01-01T01:00:00Z', equipment: ['line'] }],
    },
  });
  const { timeModel } = equipmentTimeModel(twin, 'press', fourHours);
  assert.equal(timeModel.plannedOperationTime, 240 * minute);
  assert.equal(timeModel.plannedBusyTime, 210 * minute);
});

test('an equipment that does not exist is refused', () => {
  assert.throws(() => equipmentTimeModel(observedLine(), 'nothing', fourHours), RangeError);
  assert.throws(() => equipmentReliability(observedLine(), 'nothing', fourHours), RangeError);
});

test('the reliability of a machine comes from its faults in planned time', () => {
  const press = equipmentReliability(observedLine(), 'press', fourHours);
  assert.equal(press.meanTimeBetweenFailures.value, 150 * minute);
  assert.equal(press.meanTimeToRestore.value, 10 * minute);
  assert.equal(press.inherentAvailability.value, 150 / 160);
  assert.equal(press.meanTimeBetweenFailures.coverage, 180 / 210);
  assert.equal(press.correctiveMaintenanceRatio.value, 10 / 30);
  assert.deepEqual(press.failures, [
    { equipment: 'press', from: 100 * minute, to: 110 * minute, time: 10 * minute, begins: true, ends: true },
  ]);
});

test('the reliability of a line adds up its machines; a failure that is still open counts and has no repair time', () => {
  const line = equipmentReliability(observedLine(), 'line', fourHours);
  assert.deepEqual(line.machines, ['press', 'mill']);
  assert.equal(line.meanTimeBetweenFailures.value, ((150 + 200) / 2) * minute);
  assert.equal(line.meanTimeToRestore.value, 10 * minute);
  const plusOne = equipmentReliability(observedLine(), 'line', fourHours, { denominator: 'events+1' });
  assert.equal(plusOne.meanTimeBetweenFailures.value, (350 / 3) * minute);
});

test('maintenance within the plan counts as repair where a site calls it so', () => {
  const press = equipmentReliability(observedLine(), 'press', fourHours, {
    failed: ['fault', 'maintenance'],
  });
  assert.equal(press.meanTimeToRestore.value, 10 * minute);
  assert.equal(press.failures.length, 2);
  assert.equal(press.correctiveMaintenanceRatio.value, 1);
});

test('equipmentTimeModel() has no figure of good pieces where more was rejected than made', () => {
  const twin = observedLine();
  // The last of the scrap is told half an hour after the last piece was counted.
  twin.observe([{ signal: 'press/scrapCount', time: 210 * minute, value: 9 }]);
  const found = equipmentTimeModel(twin, 'press', { from: 200 * minute, to: 240 * minute });
  assert.equal(found.oee.inputs.goodCount, -3);
  assert.equal(found.quantities.goodCount, undefined);
  assert.equal(found.quantities.scrapCount, 3);
  for (const name of ['nee', 'qualityRatio', 'teep'] as const)
    assert.equal(found[name].value, undefined, name);
});

test('figures for which pieces count say why they have no value', () => {
  const mill = equipmentTimeModel(observedLine(), 'mill', fourHours);
  assert.deepEqual([mill.effectiveness.value, mill.nee.value, mill.teep.value], Array(3).fill(undefined));
  const keys = (name: 'effectiveness' | 'nee' | 'teep') => mill[name].warnings.map(({ key }) => key).join();
  assert.equal(keys('effectiveness'), 'noProducedCount,noIdealCycle');
  assert.equal(keys('nee'), 'noProducedCount,noGoodCount,noIdealCycle');
  assert.equal(keys('teep'), 'noProducedCount,noGoodCount,noIdealCycle');
});
