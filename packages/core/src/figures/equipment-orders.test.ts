import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workshop } from '../testing/workshop.js';
import { Clock } from '../twin/clock.js';
import { Twin } from '../twin/twin.js';
import { equipmentOrders } from './equipment-orders.js';

const hour = 3_600_000;
const whole = { from: 0, to: 24 * hour };

/** The press feeds the mill, both work on A, then B; the mill counts, a unit is 1 min; nothing is planned from 6:00 to 8:00. */
function twin(): Twin {
  const base = workshop();
  const one = new Twin(
    workshop({
      equipment: base.equipment.map((given) =>
        given.id === 'press'
          ? { ...given, feeds: ['mill'] }
          : given.id === 'mill'
            ? { ...given, idealCycle: 60 }
            : given,
      ),
      products: [{ id: 'bolt', name: 'Bolt', unit: 'kg', idealCycle: {} }],
      calendar: {
        ...base.calendar,
        plannedStops: [{ from: '1970-01-01T06:00Z', to: '1970-01-01T08:00Z', equipment: ['line'] }],
      },
    }),
    { clock: new Clock(() => 4 * hour) },
  );
  const at = (signal: string, hours: number, value: string | number) => ({
    signal,
    time: hours * hour,
    value,
  });
  one.observe([
    at('press/order', 0, 'A'),
    at('press/order', 1.5, 'B'),
    at('press/order', 4, 'B'),
    at('press/goodCount', 0, 0),
    at('press/goodCount', 4, 500),
    at('mill/order', 0, 'A'),
    at('mill/orderQuantity', 0, 60),
    at('mill/product', 0, 'bolt'),
    at('mill/order', 2, 'B'),
    at('mill/orderQuantity', 2, 150),
    at('mill/order', 4, 'B'),
    at('mill/goodCount', 0, 0),
    at('mill/goodCount', 1.75, 60),
    at('mill/goodCount', 3, 90),
    at('mill/goodCount', 3.5, 100),
    at('mill/goodCount', 4, 100),
  ]);
  return one;
}

test('equipmentOrders() lists the orders of a line in their order, counted once, at its output', () => {
  const orders = equipmentOrders(twin(), 'line', whole);
  assert.deepEqual(
    orders.map(({ order, status, inputs, machines }) => [
      order.id,
      status,
      inputs.good,
      order.quantity,
      machines,
    ]),
    [
      ['A', 'completed', 60, 60, ['mill']],
      ['B', 'running', 40, 150, ['mill']],
    ],
  );
  assert.equal(orders[0].actualEnd, 1.75 * hour);
  assert.deepEqual([orders[1].order.product, orders[1].order.unit], ['bolt', 'kg']);
  // 40 in the last hour, 110 to come: 2 h 45 min, of which 2 h until the planned stop.
  assert.equal(orders[1].recentRate, 40);
  assert.equal(orders[1].forecastEnd, 8.75 * hour);
});

test('equipmentOrders() tells an order whole, also what of it lies before the interval, and only those seen in it', () => {
  const orders = equipmentOrders(twin(), 'mill', { from: 3 * hour, to: 4 * hour });
  assert.deepEqual(
    orders.map(({ order, actualStart }) => [order.id, actualStart]),
    [['B', 2 * hour]],
  );
  assert.deepEqual(
    equipmentOrders(twin(), 'press', whole).map(({ inputs }) => inputs.good),
    [0, 0],
  );
  assert.deepEqual(equipmentOrders(twin(), 'mill', { from: 10 * hour, to: 12 * hour }), []);
});

test('equipmentOrders() joins what the planning says, and lists what is planned there in the interval', () => {
  const planned = [
    { id: 'C', equipment: ['mill'], quantity: 30, plannedStart: 5 * hour, plannedEnd: 8 * hour },
    { id: 'B', equipment: [], quantity: 100, plannedEnd: 5 * hour },
    { id: 'D', equipment: ['elsewhere'], plannedStart: 5 * hour },
    { id: 'E', equipment: ['line'], plannedStart: 30 * hour },
  ];
  const orders = equipmentOrders(twin(), 'line', whole, planned);
  assert.deepEqual(
    orders.map(({ order, status, value, lateness }) => [
      order.id,
      status,
      value,
      lateness === undefined ? undefined : lateness / hour,
    ]),
    [
      ['A', 'completed', 1, undefined],
      ['B', 'running', 0.4, 0.5],
      ['C', 'waiting', undefined, -2.5],
    ],
  );
});

test('equipmentOrders() refuses equipment that is not there, and an interval that runs backwards', () => {
  assert.throws(() => equipmentOrders(twin(), 'nowhere', whole), RangeError);
  assert.throws(() => equipmentOrders(twin(), 'line', { from: 1, to: 0 }), RangeError);
});
