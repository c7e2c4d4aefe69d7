import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Tariff, type TariffBand, tariffBands } from '../model/workshop-types.js';
import { SeededRandom } from '../testing/random.js';
import { zhejiang2024, zhejiang2026 } from '../testing/zhejiang-tariffs.js';
import { TariffCalendar } from './tariff.js';
import { wallTime } from './zone.js';

const hour = 3_600_000;
const day = 24 * hour;
const time = (text: string) => Date.parse(text);

function band(name: TariffBand['band'], price: number, ...hours: [string, string][]): TariffBand {
  return { band: name, price, hours: hours.map(([from, to]) => ({ from, to })) };
}

const allDay: [string, string] = ['00:00', '24:00'];
const zhejiang: Tariff = {
  currency: 'CNY',
  bands: [
    band('sharp', 1.386, ['09:00', '11:00'], ['15:00', '17:00']),
    band('peak', 1.155, ['08:00', '09:00'], ['17:00', '23:00']),
    band('valley', 0.266, ['11:00', '13:00'], ['23:00', '08:00']),
    band('flat', 0.7, allDay),
  ],
};

const written = (calendar: TariffCalendar, from: string, to: string) =>
  calendar
    .spans({ from: time(from), to: time(to) })
    .map((span) => `${new Date(span.from).toISOString().slice(5, 16)} ${span.band} ${span.price}`);

describe('TariffCalendar', () => {
  it('gives the bands of a day in the time of the site, the first where two hold', () => {
    const calendar = new TariffCalendar([zhejiang], 'Asia/Shanghai');
    assert.deepEqual(written(calendar, '2026-01-20T00:00+08:00', '2026-01-21T00:00+08:00'), [
      '01-19T16:00 valley 0.266',
      '01-20T00:00 peak 1.155',
      '01-20T01:00 sharp 1.386',
      '01-20T03:00 valley 0.266',
      '01-20T05:00 flat 0.7',
      '01-20T07:00 sharp 1.386',
      '01-20T09:00 peak 1.155',
      '01-20T15:00 valley 0.266',
    ]);
  });

  it('joins a band that runs over midnight', () => {
    const calendar = new TariffCalendar([zhejiang], 'UTC');
    assert.deepEqual(written(calendar, '2026-01-20T23:30Z', '2026-01-21T07:00Z'), [
      '01-20T23:30 valley 0.266',
    ]);
  });

  it('tells what holds at a moment; a border belongs to the band that begins', () => {
    const calendar = new TariffCalendar([zhejiang], 'Asia/Shanghai');
    assert.equal(calendar.at(time('2026-01-20T08:59:59+08:00')).band, 'peak');
    assert.equal(calendar.at(time('2026-01-20T09:00+08:00')).band, 'sharp');
    assert.equal(calendar.at(time('2026-01-20T09:00+08:00')).currency, 'CNY');
  });

  it('gives an old time its old price, and none before the first tariff', () => {
    const calendar = new TariffCalendar(
      [
        { validFrom: '2026-07-01', currency: 'CNY', bands: [band('flat', 0.8, allDay)] },
        { validFrom: '2026-01-01', currency: 'CNY', bands: [band('flat', 0.7, allDay)] },
      ],
      'Asia/Shanghai',
    );
    assert.deepEqual(written(calendar, '2026-06-30T12:00+08:00', '2026-07-01T12:00+08:00'), [
      '06-30T04:00 flat 0.7',
      '06-30T16:00 flat 0.8',
    ]);
    assert.equal(calendar.at(time('2025-12-31T12:00+08:00')).price, undefined);
  });

  it('gives a band only its months, also for the part of it after midnight', () => {
    const summer = { ...band('sharp', 2, ['22:00', '02:00']), months: [7] };
    const calendar = new TariffCalendar(
      [{ currency: 'EUR', bands: [summer, band('flat', 1, allDay)] }],
      'UTC',
    );
    assert.deepEqual(written(calendar, '2026-06-30T21:00Z', '2026-07-01T03:00Z'), [
      '06-30T21:00 flat 1',
      '07-01T00:00 sharp 2',
      '07-01T02:00 flat 1',
    ]);
  });

  it('has no price in hours that no band names', () => {
    const calendar = new TariffCalendar(
      [{ currency: 'EUR', bands: [band('peak', 1, ['08:00', '20:00'])] }],
      'UTC',
    );
    assert.deepEqual(written(calendar, '2026-01-20T07:00Z', '2026-01-20T09:00Z'), [
      '01-20T07:00 undefined undefined',
      '01-20T08:00 peak 1',
    ]);
  });

  it('gives the night band 7 hours when clocks go forward and 9 when they go back', () => {
    const tariff = {
      currency: 'EUR',
      bands: [band('valley', 1, ['22:00', '06:00']), band('flat', 2, allDay)],
    };
    const berlin = new TariffCalendar([tariff], 'Europe/Berlin');
    const night = (from: string) => {
      const span = berlin
        .spans({ from: time(from), to: time(from) + day })
        .find((one) => one.band === 'valley');
      return span && (span.to - span.from) / hour;
    };
    assert.equal(night('2026-03-28T12:00+01:00'), 7);
    assert.equal(night('2026-10-24T12:00+02:00'), 9);
  });

  it('gives a band only its days of the week, also for the part of it after midnight', () => {
    const weekend = { ...band('valley', 0.5, ['22:00', '02:00']), days: ['sat', 'sun'] as const };
    const calendar = new TariffCalendar(
      [{ currency: 'EUR', bands: [weekend, band('flat', 1, allDay)] }],
      'Europe/Berlin',
    );
    // 2026-01-17 is a Saturday.
    assert.deepEqual(written(calendar, '2026-01-16T21:00+01:00', '2026-01-17T03:00+01:00'), [
      '01-16T20:00 flat 1',
      '01-16T23:00 valley 0.5',
      '01-17T01:00 flat 1',
    ]);
    assert.equal(calendar.at(time('2026-01-19T00:30+01:00')).band, 'flat');
  });

  it('gives a band only its dates: the deep valley of a public holiday', () => {
    const holiday = { ...band('deepValley', 0.1, ['10:00', '14:00']), dates: ['2026-10-01'] };
    const calendar = new TariffCalendar(
      [{ currency: 'CNY', bands: [holiday, band('flat', 1, allDay)] }],
      'Asia/Shanghai',
    );
    assert.deepEqual(written(calendar, '2026-09-30T00:00+08:00', '2026-10-03T00:00+08:00'), [
      '09-29T16:00 flat 1',
      '10-01T02:00 deepValley 0.1',
      '10-01T06:00 flat 1',
    ]);
  });

  it('says which version of the tariff a span is of, and begins a new one with it', () => {
    const calendar = new TariffCalendar(
      [
        { version: 'A', currency: 'CNY', bands: [band('flat', 1, allDay)] },
        { version: 'B', validFrom: '2026-07-01', currency: 'CNY', bands: [band('flat', 1, allDay)] },
      ],
      'UTC',
    );
    const spans = calendar.spans({ from: time('2026-06-30T00:00Z'), to: time('2026-07-02T00:00Z') });
    assert.deepEqual(
      spans.map(({ version }) => version),
      ['A', 'B'],
    );
    assert.equal('version' in new TariffCalendar([zhejiang], 'UTC').at(0), false);
  });

  for (const tariff of [zhejiang2024(1, []), zhejiang2026('2026-07-01', 1, [])]) {
    it(`covers each hour of each month of the Zhejiang tariff ${tariff.version} exactly once`, () => {
      for (let month = 1; month <= 12; month++) {
        const hours = new Array<number>(24).fill(0);
        for (const { hours: spans, months, dates } of tariff.bands) {
          if (dates || !months?.includes(month)) continue;
          for (const { from, to } of spans) {
            for (let at = Number(from.slice(0, 2)); at < Number(to.slice(0, 2)); at++) hours[at]++;
          }
        }
        assert.deepEqual(hours, new Array(24).fill(1), `month ${month}`);
      }
    });
  }

  it('gives the bands of the Zhejiang tariff of 2024: January, March, and a holiday', () => {
    const calendar = new TariffCalendar([zhejiang2024(1, ['2026-05-01'])], 'Asia/Shanghai');
    const bands = (date: string) =>
      calendar
        .spans({ from: time(`${date}T00:00+08:00`), to: time(`${date}T24:00+08:00`) })
        .map(({ from, band }) => `${(wallTime('Asia/Shanghai', from) % day) / hour} ${band}`);
    assert.deepEqual(bands('2026-03-10'), ['0 valley', '8 peak', '11 valley', '13 peak', '17 flat']);
    assert.deepEqual(bands('2026-01-10'), [
      '0 valley',
      '8 peak',
      '9 sharp',
      '11 valley',
      '13 flat',
      '15 sharp',
      '17 peak',
      '23 flat',
    ]);
    assert.deepEqual(bands('2026-05-01'), ['0 valley', '8 peak', '10 deepValley', '14 peak', '17 flat']);
  });

  it('names what it refuses', () => {
    const of =
      (tariff: Tariff, zone = 'UTC') =>
      () =>
        new TariffCalendar([tariff], zone);
    assert.throws(of(zhejiang, 'Mars/Base'), /invalid time zone: Mars\/Base/);
    assert.throws(of({ ...zhejiang, validFrom: '2026-02-30' }), /invalid validFrom: 2026-02-30/);
    assert.throws(of({ currency: 'EUR', bands: [band('flat', 1, ['8', '9'])] }), /invalid hour: 8/);
    const never = { ...band('flat', 1, allDay), dates: ['1 May'] };
    assert.throws(of({ currency: 'EUR', bands: [never] }), /invalid date: 1 May/);
    assert.throws(of({ currency: 'EUR', bands: [band('flat', NaN, allDay)] }), /invalid price: NaN/);
  });

  it('has no tariff where none is given', () => {
    const calendar = new TariffCalendar([], 'UTC');
    assert.equal(calendar.isEmpty, true);
    assert.equal(calendar.at(0).price, undefined);
  });
});

for (const seed of [1, 2, 3, 4, 5, 6]) {
  it(`TariffCalendar.spans() covers any interval once, and agrees with the wall, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    const zones = [
      'Europe/Berlin',
      'Asia/Shanghai',
      'America/Havana',
      'Australia/Lord_Howe',
      'America/St_Johns',
    ];
    const zone = random.pick(zones);
    const clock = (quarters: number) =>
      `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`;
    const tariff: Tariff = {
      currency: 'EUR',
      bands: tariffBands.map((name, index) => ({
        ...band(name, index + 1, [clock(random.whole(96)), clock(random.whole(96))]),
        ...(random.whole(2) ? { months: [1, 3, 10, 11] } : {}),
      })),
    };
    const calendar = new TariffCalendar([tariff], zone);
    for (const change of [
      '2026-03-08T06:00Z',
      '2026-03-29T01:00Z',
      '2026-10-25T01:00Z',
      '2026-11-01T05:00Z',
    ]) {
      const from = time(change) - random.whole(day);
      const to = from + random.whole(2 * day);
      let end = from;
      for (const span of calendar.spans({ from, to })) {
        assert.equal(span.from, end);
        assert.ok(span.to > span.from);
        end = span.to;
        const found = calendar.at(span.from);
        assert.equal(found.band, span.band);
      }
      assert.equal(end, to);
      // Far from a change of clocks the wall alone decides.
      const noon = time(change) + 3 * day + random.whole(day);
      const wall = ((wallTime(zone, noon) % day) + day) % day;
      const month = new Date(wallTime(zone, noon)).getUTCMonth() + 1;
      const minutes = (text: string) => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * 60_000;
      const expected = tariff.bands.find(({ hours: [one], months }) => {
        const [begin, finish] = [minutes(one.from), minutes(one.to)];
        const isIn = begin < finish ? wall >= begin && wall < finish : wall >= begin || wall < finish;
        return isIn && (months === undefined || months.includes(month));
      });
      assert.equal(calendar.at(noon).band, expected?.band);
    }
  });
}
