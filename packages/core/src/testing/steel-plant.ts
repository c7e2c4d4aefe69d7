import { qualityCode } from '../model/quality.js';
import { NumberSeries } from '../series/number-series.js';
import { fixture } from './fixtures.js';
import type { Interval } from '../time/interval.js';
import { intervalPower } from '../kpi/energy/interval-readings.js';
import { intervalEnd } from '../time/interval-end.js';

/** A quarter of an hour of the steel plant. */
export interface SteelPlantRow extends Interval {
  /** Local date `YYYY-MM-DD` that the row is stamped with: its interval belongs wholly to it. */
  readonly date: string;
  /** kWh in the interval. */
  readonly energy: number;
  /** kvarh of lagging current in the interval. */
  readonly laggingReactiveEnergy: number;
  /** kvarh of leading current in the interval. */
  readonly leadingReactiveEnergy: number;
  readonly weekStatus: 'Weekday' | 'Weekend';
  readonly loadType: 'Light_Load' | 'Medium_Load' | 'Maximum_Load';
}

/** IANA name of the zone of the plant's stamps: UTC+9 all the year. */
export const steelPlantZone = 'Asia/Seoul';

/** Milliseconds of a row. */
export const steelPlantStep = 900_000;

/**
 * The meter of a steel plant, January to June 2018, in time order. A row is stamped at the end of its interval, and
 * the last one of a day with 00:00 of the same date.
 */
export function steelPlantRows(): SteelPlantRow[] {
  const [, ...lines] = fixture('energy/steel-2018-h1.csv').trim().split('\n');
  const rows = lines.map((line): SteelPlantRow => {
    const cells = line.split(',');
    const [stamp, energy, lagging, leading] = cells;
    const [day, month, year] = stamp.slice(0, 10).split('/');
    const date = `${year}-${month}-${day}`;
    const to = intervalEnd(date, stamp.slice(11), steelPlantZone, 'end');
    return {
      from: to - steelPlantStep,
      to,
      date,
      energy: Number(energy),
      laggingReactiveEnergy: Number(lagging),
      leadingReactiveEnergy: Number(leading),
      weekStatus: cells[8] as SteelPlantRow['weekStatus'],
      loadType: cells[10] as SteelPlantRow['loadType'],
    };
  });
  return rows.sort((a, b) => a.from - b.from);
}

/** The rows as a power in kW, which is known from the first to the end of the last. */
export function steelPlantPower(rows: readonly SteelPlantRow[]): NumberSeries {
  const series = new NumberSeries();
  const readings = rows.map(({ to, energy }) => ({ end: to, amount: energy }));
  for (const { time, value, quality } of intervalPower(readings, steelPlantStep)) {
    series.append(time, value, qualityCode[quality]);
  }
  return series;
}
