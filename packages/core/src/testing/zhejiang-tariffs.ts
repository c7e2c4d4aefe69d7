import type { Tariff, TariffBand, TariffBandName } from '../model/workshop-types.js';

/** Hours of a band by month group, as the notices print them: `08-11`. */
type Season = Partial<Record<TariffBandName, readonly string[]>>;

/** Months of high load: January, July, August, December. */
const highMonths = [1, 7, 8, 12];
const otherMonths = [2, 3, 4, 5, 6, 9, 10, 11];

function bandsOf(
  months: readonly number[],
  season: Season,
  prices: Readonly<Record<string, number>>,
): TariffBand[] {
  return Object.entries(season).map(([band, hours]) => ({
    band: band as TariffBandName,
    price: prices[band],
    months,
    hours: hours.map((text) => {
      const [from, to] = text.split('-');
      return { from: `${from}:00`, to: `${to}:00` };
    }),
  }));
}

/**
 * Large industry of Zhejiang as of 2024-03-01 (浙发改价格〔2024〕21号), for tests only: tariffs are data.
 *
 * @param flat - price of the flat band; the others are ratios to it
 * @param holidays - local dates with a deep valley
 */
export function zhejiang2024(flat: number, holidays: readonly string[]): Tariff {
  const prices = { sharp: 1.98 * flat, peak: 1.65 * flat, flat, valley: 0.38 * flat };
  return {
    version: '2024-21',
    currency: 'CNY',
    bands: [
      { band: 'deepValley', price: 0.2 * flat, dates: holidays, hours: [{ from: '10:00', to: '14:00' }] },
      ...bandsOf(
        otherMonths,
        { peak: ['08-11', '13-17'], flat: ['17-24'], valley: ['00-08', '11-13'] },
        prices,
      ),
      ...bandsOf(
        highMonths,
        {
          sharp: ['09-11', '15-17'],
          peak: ['08-09', '17-23'],
          flat: ['13-15', '23-24'],
          valley: ['00-08', '11-13'],
        },
        prices,
      ),
    ],
  };
}

/** As {@link zhejiang2024}, of the notice for 2026-07-01 (浙发改价格〔2026〕112号). */
export function zhejiang2026(validFrom: string, flat: number, holidays: readonly string[]): Tariff {
  const prices = { sharp: 2.05 * flat, peak: 1.85 * flat, flat, valley: 0.4 * flat };
  const rest = { flat: ['07-11', '14-16', '23-24'], valley: ['00-07', '11-14'] };
  return {
    validFrom,
    version: '2026-112',
    currency: 'CNY',
    bands: [
      { band: 'deepValley', price: 0.2 * flat, dates: holidays, hours: [{ from: '09:00', to: '15:00' }] },
      ...bandsOf(otherMonths, { peak: ['16-23'], ...rest }, prices),
      ...bandsOf(highMonths, { sharp: ['18-22'], peak: ['16-18', '22-23'], ...rest }, prices),
    ],
  };
}
