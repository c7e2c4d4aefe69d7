import { fixture } from './fixtures.js';

/** What plain loops over the rows of the steel plant find. */
export interface SteelPlantByHand {
  readonly energy: number;
  readonly cost: number;
  /** kWh by band. */
  readonly energyByBand: Readonly<Record<string, number>>;
  readonly energyByMonth: Readonly<Record<string, number>>;
  readonly energyByLoadType: Readonly<Record<string, number>>;
  /** kW by month, of quarters of an hour. */
  readonly peakByMonth: Readonly<Record<string, number>>;
  readonly peak: number;
  /** As the row of the peak is stamped. */
  readonly peakStamp: string;
  /** kW of the largest half hour that begins with any quarter. */
  readonly peakOfHalfHours: number;
  readonly meanPower: number;
  /** kvarh, leading taken off lagging. */
  readonly reactiveEnergy: number;
}

// Hour by hour: S sharp, P peak, F flat, V valley. January is a month of high load, February to June are not.
const january = 'VVVVVVVVPSSVVFFSSPPPPPPF';
const beforeApril = 'VVVVVVVVPPPVVPPPPFFFFFFF';
const sinceApril = 'VVVVVVVFFFFVVVFFPPPPPPPF';

/**
 * The answer to what the figures say of the steel plant, without any of their code: no series, no calendar, no time zone.
 * Each row is taken at the hour in which its quarter begins.
 *
 * @param deepDates - `DD/MM` with a deep valley: from 10 to 14, since April from 9 to 15
 * @param flat - price of the flat band until March, and since April
 */
export function steelPlantByHand(
  deepDates: readonly string[],
  flat: readonly [number, number],
): SteelPlantByHand {
  let [energy, cost, lagging, leading, rows] = [0, 0, 0, 0, 0];
  let [peak, peakStamp, before, peakOfHalfHours] = [0, '', 0, 0];
  const energyByBand: Record<string, number> = {};
  const energyByMonth: Record<string, number> = {};
  const energyByLoadType: Record<string, number> = {};
  const peakByMonth: Record<string, number> = {};
  const text = fixture('energy/steel-2018-h1.csv');
  for (const line of text.split('\n').slice(1)) {
    if (line === '') continue;
    const cells = line.split(',');
    const stamp = cells[0];
    const used = Number(cells[1]);
    const month = stamp.slice(3, 5);
    const isLater = Number(month) >= 4;
    // The quarter before the stamp; 00:00 is the end of its date.
    const end = Number(stamp.slice(11, 13)) * 60 + Number(stamp.slice(14, 16));
    const hour = Math.floor(((end === 0 ? 1440 : end) - 15) / 60);
    let band = (month === '01' ? january : isLater ? sinceApril : beforeApril)[hour];
    const isDeep = isLater ? hour >= 9 && hour < 15 : hour >= 10 && hour < 14;
    if (isDeep && deepDates.includes(stamp.slice(0, 5))) band = 'D';
    const ratios: Record<string, number> = isLater
      ? { P: 1.85, F: 1, V: 0.4, D: 0.2 }
      : { S: 1.98, P: 1.65, F: 1, V: 0.38, D: 0.2 };
    energy += used;
    cost += used * ratios[band] * flat[isLater ? 1 : 0];
    energyByBand[band] = (energyByBand[band] ?? 0) + used;
    energyByMonth[month] = (energyByMonth[month] ?? 0) + used;
    energyByLoadType[cells[10]] = (energyByLoadType[cells[10]] ?? 0) + used;
    peakByMonth[month] = Math.max(peakByMonth[month] ?? 0, used * 4);
    if (used * 4 > peak) [peak, peakStamp] = [used * 4, stamp];
    peakOfHalfHours = Math.max(peakOfHalfHours, (before + used) * 2);
    before = used;
    lagging += Number(cells[2]);
    leading += Number(cells[3]);
    rows++;
  }
  return {
    energy,
    cost,
    energyByBand,
    energyByMonth,
    energyByLoadType,
    peakByMonth,
    peak,
    peakStamp,
    peakOfHalfHours,
    meanPower: (energy * 4) / rows,
    reactiveEnergy: lagging - leading,
  };
}
