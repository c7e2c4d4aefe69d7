import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SeededRandom } from '../../testing/random.js';
import { jobOrders } from './job-orders.js';

const jobOrder = {
  ID: 'WO-1',
  StartTime: '2026-05-04T06:00:00+08:00',
  EndTime: '2026-05-04T10:00:00+08:00',
  Priority: 2,
  DispatchStatus: 'Ready',
  EquipmentRequirement: [{ ID: '1', EquipmentID: ['press-01', 'press-02'] }],
  MaterialRequirement: [
    {
      ID: '1',
      MaterialUse: 'Consumed',
      MaterialDefinitionID: ['coil'],
      Quantity: [{ QuantityString: '900' }],
    },
    {
      ID: '2',
      MaterialUse: 'Produced',
      MaterialDefinitionID: ['bracket'],
      Quantity: [{ QuantityString: '200', DataType: 'decimal', UnitOfMeasure: 'pcs' }],
    },
  ],
};
const read = {
  id: 'WO-1',
  equipment: ['press-01', 'press-02'],
  product: 'bracket',
  quantity: 200,
  unit: 'pcs',
  plannedStart: Date.parse('2026-05-03T22:00Z'),
  plannedEnd: Date.parse('2026-05-04T02:00Z'),
  priority: 2,
  dispatchStatus: 'Ready',
};

test('jobOrders() reads a message, a schedule, a request, and a plain list of job orders', () => {
  const schedule = { ID: 'S', WorkRequest: [{ ID: 'R', JobOrder: [jobOrder] }] };
  const documents: unknown[] = [
    { ProcessWorkSchedule: { ApplicationArea: {}, DataArea: { Process: {}, WorkSchedule: [schedule] } } },
    { WorkSchedule: schedule },
    [schedule],
    schedule.WorkRequest[0],
    { JobOrder: jobOrder },
    [jobOrder],
  ];
  for (const document of documents) {
    assert.deepEqual(jobOrders(document), { orders: [read], problems: [] }, JSON.stringify(document));
  }
});

test('jobOrders() reads values with attributes, lists of one without brackets, and what is left out stays away', () => {
  const { orders, problems } = jobOrders([
    {
      ID: { $: 'WO-2', '@schemeID': 'erp' },
      EquipmentRequirement: { ID: '1', EquipmentID: { $: 'mill' } },
      MaterialRequirement: {
        ID: '1',
        Quantity: { QuantityString: { $: '12.5' }, UnitOfMeasure: { $: 'kg' } },
      },
    },
    { ID: 7 },
  ]);
  assert.deepEqual(problems, []);
  assert.deepEqual(orders, [
    { id: 'WO-2', equipment: ['mill'], quantity: 12.5, unit: 'kg' },
    { id: '7', equipment: [] },
  ]);
});

test('jobOrders() leaves out an order that is wrong, says all that is wrong of it, and keeps the others', () => {
  const { orders, problems } = jobOrders({
    WorkRequest: [
      {
        ID: 'R',
        JobOrder: [
          jobOrder,
          { ...jobOrder, ID: 'WO-3', StartTime: '2026-05-04T06:00:00', Priority: 'high' },
          { ...jobOrder, ID: 'WO-4', EndTime: '2026-05-04T05:00:00+08:00', DispatchStatus: 'running' },
          { ...jobOrder, ID: '' },
          jobOrder,
          'WO-5',
          { ...jobOrder, ID: 'WO-6', MaterialRequirement: [{ Quantity: [{ QuantityString: '-3' }] }] },
        ],
      },
    ],
  });
  assert.deepEqual(
    orders.map(({ id }) => id),
    ['WO-1'],
  );
  assert.deepEqual(
    problems.map(({ path, found, allowed }) => `${path}: found ${found}, allowed: ${allowed}`),
    [
      'WorkRequest[0].JobOrder[1].StartTime: found "2026-05-04T06:00:00", allowed: an ISO 8601 time with zone, e.g. 2026-05-04T06:00:00+08:00',
      'WorkRequest[0].JobOrder[1].Priority: found "high", allowed: a number',
      'WorkRequest[0].JobOrder[2].DispatchStatus: found "running", allowed: Waiting, Pending, Cancelled, Dispatched, Ready, Running, Completed, Aborted, Held, Suspended, Closed, Other',
      'WorkRequest[0].JobOrder[2].EndTime: found "2026-05-04T05:00:00+08:00", allowed: a time that is not before StartTime',
      'WorkRequest[0].JobOrder[3].ID: found "", allowed: text',
      'WorkRequest[0].JobOrder[4].ID: found "WO-1", allowed: an ID that comes once',
      'WorkRequest[0].JobOrder[5]: found "WO-5", allowed: an object',
      'WorkRequest[0].JobOrder[6].MaterialRequirement[0].Quantity[0].QuantityString: found -3, allowed: a number above 0',
    ],
  );
});

test('jobOrders() says when a document has no orders', () => {
  for (const document of [undefined, null, 5, 'text', {}, [], { WorkSchedule: [] }]) {
    const { orders, problems } = jobOrders(document);
    assert.deepEqual([orders, problems.length, problems[0].path], [[], 1, '']);
  }
  assert.equal(jobOrders({ JobOrder: [] }).problems.length, 1);
});

for (const seed of [61, 62]) {
  test(`jobOrders() never throws, whatever stands in an order, and keeps the order beside it, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    const junk = () =>
      random.pick<unknown>([
        null,
        0,
        -1,
        '',
        'x',
        true,
        [],
        {},
        [null],
        { $: null },
        { $: [] },
        [[]],
        Infinity,
      ]);
    const spoiled = (value: unknown): unknown => {
      if (random.next() < 0.15) return junk();
      if (Array.isArray(value)) return value.map(spoiled);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spoiled(one)]));
    };
    for (let round = 0; round < 500; round++) {
      const { orders, problems } = jobOrders([spoiled({ ...jobOrder, ID: 'WO-9' }), jobOrder]);
      assert.deepEqual(orders.at(-1), read);
      for (const problem of problems) assert.ok(problem.path.startsWith('[0]') && problem.allowed !== '');
    }
  });
}
