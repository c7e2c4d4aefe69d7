// Alarms on the temperature of a machine, beside the windows in which its faults were labelled.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NumberSeries } from '@twinfloor/core';
import { quietSettings } from '@twinfloor/core/figures';
import {
  defaultCusumSettings,
  defaultEwmaSettings,
  departureAlarms,
  healthyReference,
  newDetector,
  readingsDuring,
  robustLevel,
  robustZSettings,
} from '@twinfloor/core/kpi';

const hour = 3_600_000;
const day = 24 * hour;
/** The days before any label that every method is set by. */
export const healthyDays = 7;
/** Signals closer together than this are one alarm, for every method. */
export const quietTime = 12 * hour;
/** Smallest step taken for the sensor, in its unit: the least that the deviation of a healthy period can be. */
const resolution = 0.01;

/** The rows of the file, its windows and the moments within them. */
export function readMachineTemperature(folder) {
  const name = 'machine_temperature_system_failure';
  const lines = readFileSync(join(folder, `nab-${name}.csv`), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1);
  const rows = lines.map((line) => {
    const [stamp, value] = line.split(',');
    return { time: timeOf(stamp), value: Number(value) };
  });
  const labels = JSON.parse(readFileSync(join(folder, 'nab-labels.json'), 'utf8'))[
    `realKnownCause/${name}.csv`
  ];
  return {
    rows,
    windows: labels.windows.map(([from, to]) => ({ from: timeOf(from), to: timeOf(to) })),
    labels: labels.labels.map(timeOf),
  };
}

function timeOf(stamp) {
  return Date.parse(`${stamp.slice(0, 19).replace(' ', 'T')}Z`);
}

/** What each method found: windows, hours from each label to the alarm, false alarms, time in alarm. */
export function machineTemperatureResults(folder) {
  const data = readMachineTemperature(folder);
  const { rows } = data;
  const healthy = { from: rows[0].time, to: rows[0].time + healthyDays * day };
  const readings = seriesOf(rows);
  const reference = healthyReference(readingsDuring(readings, [healthy]));
  const plain = { center: reference.mean, deviation: reference.deviation };
  const robust = robustLevel(reference, resolution);
  const changes = seriesOf(changesOf(rows));
  const changeReference = healthyReference(readingsDuring(changes, [healthy]));
  const residuals = seriesOf(residualsOf(rows, readingsDuring(readings, [healthy]), reference.mean));
  const residualLevel = robustLevel(healthyReference(readingsDuring(residuals, [healthy])), resolution);
  const changeLevel = { center: changeReference.mean, deviation: changeReference.deviation };
  const quietEwma = quietSettings(readings, [healthy], robust, defaultEwmaSettings);
  const quietCusum = quietSettings(readings, [healthy], robust, defaultCusumSettings);
  const threeSigma = { weight: 1, limit: 3 };
  const autoregression = 'CUSUM, k 0.5, h 5, of the residuals of a first-order autoregression';
  const methods = [
    ['baseline: fixed limits, mean ± 3σ', readings, plain, threeSigma],
    ['baseline: change since the last reading, ± 3σ', changes, changeLevel, threeSigma],
    ['robust z, 3.5', readings, robust, robustZSettings],
    ['EWMA, λ 0.2, L 2.962', readings, robust, defaultEwmaSettings],
    ['CUSUM, k 0.5, h 5', readings, robust, defaultCusumSettings],
    [autoregression, residuals, residualLevel, defaultCusumSettings],
    [`EWMA, λ 0.2, L widened to ${quietEwma.limit.toFixed(3)}`, readings, robust, quietEwma],
    [`CUSUM, h 5, k widened to ${quietCusum.slack}`, readings, robust, quietCusum],
  ];
  return methods.map(([name, ...method]) => ({ name, ...judged(data, healthy.to, ...method) }));
}

/** Alarms against windows: an alarm counts for a window in which it begins; any other is false. */
function judged({ rows, windows, labels }, from, series, level, settings) {
  const watched = [{ from, to: rows.at(-1).time + 1 }];
  const isInside = (time) => windows.some((window) => time >= window.from && time < window.to);
  const alarms = departureAlarms(series, watched, level, settings, { quietTime });
  const delays = windows.map((window, index) => {
    const found = alarms.find((alarm) => alarm.from >= window.from && alarm.from < window.to);
    return found && (found.from - labels[index]) / hour;
  });
  const falseAlarms = alarms.filter((alarm) => !isInside(alarm.from)).length;
  const labelled = windows.reduce((sum, window) => sum + window.to - window.from, 0);
  const weeks = (watched[0].to - from - labelled) / (7 * day);
  const detector = newDetector(level, settings);
  let outside = 0;
  let signalled = 0;
  for (let index = 0; index < series.length; index++) {
    const reading = series.valueAt(index);
    if (reading === undefined || series.timeAt(index) < from) continue;
    const departure = detector.add(reading);
    if (isInside(series.timeAt(index))) continue;
    outside++;
    if (departure !== 0) signalled++;
  }
  return {
    found: delays.filter((delay) => delay !== undefined).length,
    delays,
    falseAlarms,
    falseAlarmsPerWeek: falseAlarms / weeks,
    shareInAlarm: signalled / outside,
  };
}

function seriesOf(rows) {
  const series = new NumberSeries();
  for (const { time, value } of rows) series.append(time, value, 0);
  return series;
}

function changesOf(rows) {
  return rows.slice(1).map(({ time, value }, index) => ({ time, value: value - rows[index].value }));
}

/** What a first-order autoregression, fitted to the healthy readings, does not foresee. */
function residualsOf(rows, healthy, mean) {
  let products = 0;
  let squares = 0;
  for (let index = 1; index < healthy.length; index++) {
    products += (healthy[index] - mean) * (healthy[index - 1] - mean);
    squares += (healthy[index - 1] - mean) ** 2;
  }
  const factor = products / squares;
  return rows.slice(1).map(({ time, value }, index) => ({
    time,
    value: value - mean - factor * (rows[index].value - mean),
  }));
}
