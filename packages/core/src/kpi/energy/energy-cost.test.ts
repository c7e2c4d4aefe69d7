import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Tariff, tariffBands } from '../../model/workshop-types.js';
import { qualityCode } from '../../model/quality.js';
import { CounterSeries } from '../../series/counter-series.js';
import { NumberSeries } from '../../series/number-series.js';
import { SeededRandom } from '../../testing/random.js';
import { TariffCalendar, type TariffSpan } from '../../time/tariff.js';
import { energyCost } from './energy-cost.js';
import { energy, type EnergyRecord } from './energy.js';

const hour = 3_600_000;

function counter(...readings: [hours: number, kilowattHours: number | undefined][]): EnergyRecord {
  const series = new CounterSeries();
  for (const [hours, reading] of readings) {
    series.append(hours * hour, reading ?? 0, reading === undefined ? qualityCode.bad : qualityCode.good);
  }
  return { counter: series, power: undefined };
}

function power(...samples: [hours: number, kilowatts: number][]): EnergyRecord {
  const series = new NumberSeries();
  for (const [hours, value] of samples) series.append(hours * hour, value, qualityCode.good);
  return { counter: undefined, power: series };
}

function span(
  from: number,
  to: number,
  band: TariffSpan['band'],
  price: number,
  currency = 'CNY',
): TariffSpan {
  return { from: from * hour, to: to * hour, band, price, currency };
}

const spans = [span(0, 8, 'valley', 0.3), span(8, 10, 'peak', 1.2), span(10, 12, 'valley', 0.3)];

test('energyCost() is the energy of each span at its price, a band over all its spans', () => {
  const cost = energyCost([counter([0, 100], [8, 180], [10, 280], [12, 320])], spans);
  assert.equal(cost.value?.toFixed(6), '156.000000');
  assert.equal(cost.currency, 'CNY');
  assert.equal(cost.coverage, 1);
  assert.deepEqual(
    cost.inputs.bands.map((use) => [use.band, use.energy, use.cost?.toFixed(2), use.time / hour]),
    [
      ['peak', 100, '120.00', 2],
      ['valley', 120, '36.00', 10],
    ],
  );
  assert.equal(cost.inputs.sharedOut, 0);
});

test('energyCost() adds up what several meters say', () => {
  const cost = energyCost([counter([0, 0], [8, 80], [10, 100], [12, 120]), power([0, 5])], spans);
  assert.equal(cost.inputs.energy, 180);
  assert.equal(cost.value?.toFixed(6), (80 * 0.3 + 20 * 1.2 + 20 * 0.3 + 50 * 0.3 + 10 * 1.2).toFixed(6));
});

test('energyCost() says how much of the energy it had to share out between two readings', () => {
  const cost = energyCost([counter([0, 0], [6, 60], [9, 120], [12, 150])], spans);
  // 20 kWh an hour from 6 to 9, of which two thirds lie before 8; 10 kWh an hour from 9 to 12.
  assert.equal(cost.inputs.sharedOut, 60 + 30);
  assert.equal(cost.value?.toFixed(6), ((60 + 40) * 0.3 + (20 + 10) * 1.2 + 20 * 0.3).toFixed(6));
});

test('energyCost() shares out what a counter grew over a gap that a band begins in', () => {
  const cost = energyCost([counter([0, 0], [7, 70], [7.5, undefined], [9, 90], [12, 120])], spans);
  assert.equal(cost.inputs.sharedOut, 20 + 30);
  assert.equal(cost.inputs.energy, 120);
});

test('energyCost() has no value where energy was used without a price, and says so', () => {
  const unpriced = { ...spans[0], band: undefined, price: undefined };
  const cost = energyCost([power([0, 1])], [unpriced, spans[1]]);
  assert.equal(cost.value, undefined);
  assert.deepEqual(cost.warnings, [{ key: 'noPrice', subjects: [] }]);
  assert.equal(cost.inputs.bands[1].cost, undefined);
  assert.equal(cost.inputs.bands[1].energy, 8);
});

test('energyCost() adds no money of two currencies', () => {
  const cost = energyCost([power([0, 1])], [spans[0], span(8, 10, 'flat', 1, 'EUR')]);
  assert.equal(cost.value, undefined);
  assert.equal(cost.currency, undefined);
  assert.deepEqual(cost.warnings[0].subjects, ['CNY', 'EUR']);
});

test('energyCost() has no value without a measurement, and none without a tariff', () => {
  assert.equal(energyCost([{ counter: undefined, power: undefined }], spans).value, undefined);
  assert.equal(energyCost([], spans).coverage, undefined);
  const none = { from: 0, to: hour, band: undefined, price: undefined, currency: undefined };
  assert.equal(energyCost([power([0, 1])], [none]).value, undefined);
});

test('energyCost() takes nothing and the rated power for the time without data', () => {
  const cost = energyCost([{ ...power([9, 10]), ratedPower: 20 }], spans);
  assert.equal(cost.coverage, 0.25);
  assert.equal(cost.value, 10 * 1.2 + 20 * 0.3);
  assert.equal(cost.bounds?.low, cost.value);
  assert.equal(cost.bounds?.high.toFixed(6), (18 + 8 * 20 * 0.3 + 1 * 20 * 1.2).toFixed(6));
  assert.equal(energyCost([power([9, 10])], spans).bounds, undefined);
});

for (const seed of [11, 12, 13, 14, 15, 16]) {
  test(`energyCost() leaves no energy out and counts none twice, over days on which clocks change, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    const clock = () => `${String(random.whole(24)).padStart(2, '0')}:${random.pick(['00', '15', '30'])}`;
    const tariffs: Tariff[] = [undefined, '2026-03-29', '2026-10-25'].map((validFrom, version) => ({
      ...(validFrom && { validFrom }),
      currency: 'EUR',
      bands: tariffBands.map((band, index) => ({
        band,
        price: (index + 1) * 0.2 + version,
        hours: band === 'deepValley' ? [{ from: '00:00', to: '24:00' }] : [{ from: clock(), to: clock() }],
      })),
    }));
    const calendar = new TariffCalendar(tariffs, 'Europe/Berlin');
    for (const start of ['2026-03-28T03:00Z', '2026-10-24T03:00Z']) {
      const from = Date.parse(start) + random.whole(12 * hour);
      const interval = { from, to: from + random.whole(50 * hour) };
      const records: EnergyRecord[] = [];
      for (let index = 0; index < 3; index++) {
        const rows: [number, number][] = [];
        let reading = random.whole(5000);
        let at = from / hour - random.whole(10) + random.next() * 4;
        while (at < interval.to / hour + random.whole(4)) {
          rows.push([at, index === 0 ? random.whole(80) : reading]);
          reading += random.whole(60);
          at += 0.05 + random.next() * random.pick([0.2, 3]);
        }
        records.push(index === 0 ? power(...rows) : counter(...rows));
      }
      const cost = energyCost(records, calendar.spans(interval));
      const total = records.reduce((sum, record) => sum + (energy(record, interval).value ?? 0), 0);
      const bands = cost.inputs.bands.reduce((sum, use) => sum + use.energy, 0);
      assert.ok(Math.abs(cost.inputs.energy - total) < 1e-6, `${cost.inputs.energy} ≠ ${total}`);
      assert.ok(Math.abs(bands - total) < 1e-6);
      const costs = cost.inputs.bands.reduce((sum, use) => sum + (use.cost ?? NaN), 0);
      assert.ok(Math.abs(costs - (cost.value ?? 0)) < 1e-6);
      assert.ok(cost.inputs.sharedOut <= total + 1e-6);
      // The slow, obvious answer: minute by minute at the price of the minute.
      let slow = 0;
      for (let at = interval.from; at < interval.to;) {
        const { to, price = NaN } = calendar.at(at);
        const next = Math.min(interval.to, to, at + 60_000);
        for (const record of records) slow += (energy(record, { from: at, to: next }).value ?? 0) * price;
        at = next;
      }
      assert.ok(Math.abs(slow - (cost.value ?? 0)) < 1e-6, `${cost.value} ≠ ${slow}`);
    }
  });
}

test('energyCost() tells the versions of the tariffs that it was made with', () => {
  const versioned = [{ ...spans[0], version: '2024-21' }, { ...spans[1], version: '2026-112' }, spans[2]];
  assert.deepEqual(energyCost([power([0, 1])], versioned).inputs.versions, ['2024-21', '2026-112']);
  assert.deepEqual(energyCost([power([0, 1])], spans).inputs.versions, []);
});

for (const seed of [17, 18, 19]) {
  test(`energyCost() of old energy never changes when a later tariff is added, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    const tariff = (version: string, validFrom?: string): Tariff => ({
      ...(validFrom && { validFrom }),
      version,
      currency: 'CNY',
      bands: tariffBands.map((band) => ({
        band,
        price: random.next(),
        hours: [{ from: `0${random.whole(9)}:00`, to: `${10 + random.whole(14)}:30` }],
        ...(random.whole(2) ? { months: [1, 2, 5, 6] } : {}),
        ...(random.whole(2) ? { days: ['mon', 'wed', 'sun'] } : {}),
        ...(random.whole(3) ? {} : { dates: ['2026-05-01', '2026-05-02'] }),
      })),
    });
    const rest: Tariff['bands'][number] = { band: 'flat', price: 1, hours: [{ from: '00:00', to: '24:00' }] };
    const whole = ({ bands, ...other }: Tariff): Tariff => ({ ...other, bands: [...bands, rest] });
    const tariffs = [whole(tariff('first'))];
    const records = [power([Date.parse('2026-01-01') / hour, 7], [Date.parse('2026-04-01') / hour, 70])];
    const change = Date.parse('2026-06-01T00:00+08:00');
    const cost = () => {
      const calendar = new TariffCalendar(tariffs, 'Asia/Shanghai');
      return energyCost(records, calendar.spans({ from: change - 40 * 24 * hour, to: change }));
    };
    const before = cost();
    assert.ok(before.value !== undefined && before.value > 0);
    for (const validFrom of ['2026-06-01', '2026-06-15', '2027-01-01']) {
      tariffs.splice(random.whole(tariffs.length + 1), 0, whole(tariff(validFrom, validFrom)));
      assert.deepEqual(cost(), before);
    }
  });
}
