// Rules of failure as data, beside the flags of the AI4I 2020 data set.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { healthyReference } from '@twinfloor/core/kpi';

/** The rows of the file, columns by their names; numbers as numbers. */
export function readMilling(folder) {
  const [head, ...lines] = readFileSync(join(folder, 'ai4i2020-odd-udi.csv'), 'utf8').trim().split(/\r?\n/);
  const columns = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(
      columns.map((column, index) => {
        const number = Number(cells[index]);
        return [column, Number.isNaN(number) ? cells[index] : number];
      }),
    );
  });
}

/** Tenths of a kelvin: temperatures are printed in tenths, which are exact as whole numbers and not as doubles. */
const tenths = (row) =>
  Math.round(row['Process temperature [K]'] * 10) - Math.round(row['Air temperature [K]'] * 10);
const power = (row) => (row['Torque [Nm]'] * row['Rotational speed [rpm]'] * 2 * Math.PI) / 60;
const strain = (row) => row['Tool wear [min]'] * row['Torque [Nm]'];
const isSlow = (row) => row['Rotational speed [rpm]'] < 1380;

/** Limits of overstrain in min·Nm by product type. */
const strainLimits = { L: 11_000, M: 12_000, H: 13_000 };

/** The rules that the data set names for its failure modes, and the readings of the one that is printed at its limit. */
export const rules = {
  'HDF: difference of temperatures below 8.6 K and below 1380 rpm, in tenths of a kelvin': {
    flag: 'HDF',
    fails: (row) => tenths(row) < 86 && isSlow(row),
  },
  'HDF: at most 8.6 K, in tenths of a kelvin': {
    flag: 'HDF',
    fails: (row) => tenths(row) <= 86 && isSlow(row),
  },
  'HDF: below 8.6 K, subtracted as doubles': {
    flag: 'HDF',
    fails: (row) => row['Process temperature [K]'] - row['Air temperature [K]'] < 8.6 && isSlow(row),
  },
  'PWF: power below 3500 W or above 9000 W': {
    flag: 'PWF',
    fails: (row) => power(row) < 3500 || power(row) > 9000,
  },
  'OSF: wear × torque above 11,000, 12,000, 13,000 min·Nm (L, M, H)': {
    flag: 'OSF',
    fails: (row) => strain(row) > strainLimits[row.Type],
  },
};

const measured = [
  'Air temperature [K]',
  'Process temperature [K]',
  'Rotational speed [rpm]',
  'Torque [Nm]',
  'Tool wear [min]',
];

/** Each rule against its flag, all rules and the baselines against any failure. */
export function millingResults(folder) {
  const rows = readMilling(folder);
  const byRule = Object.entries(rules).map(([name, { flag, fails }]) => ({
    name,
    ...compared(rows, fails, (row) => row[flag] === 1),
  }));
  const [heat, , , powerRule, strainRule] = Object.values(rules);
  const anyRule = (row) => [heat, powerRule, strainRule].some(({ fails }) => fails(row));
  const references = measured.map((name) => [name, healthyReference(rows.map((row) => row[name]))]);
  const beyond = (count, center, deviation) => (row) =>
    references.some(([name, one]) => Math.abs(row[name] - one[center]) > count * one[deviation]);
  const isFailure = (row) => row['Machine failure'] === 1;
  const against = (name, fails) => ({ name, ...compared(rows, fails, isFailure) });
  return {
    byRule,
    overall: [
      against('baseline: any of five readings beyond mean ± 3σ of all rows', beyond(3, 'mean', 'deviation')),
      against('baseline: tool wear of 200 min or more', (row) => row['Tool wear [min]'] >= 200),
      against('robust z above 3.5 in any of five readings', beyond(3.5, 'median', 'robustDeviation')),
      against('the rules HDF (tenths), PWF and OSF', anyRule),
    ],
  };
}

function compared(rows, isFound, isTrue) {
  const found = rows.filter(isFound);
  const hits = found.filter(isTrue).length;
  const all = rows.filter(isTrue).length;
  return {
    found: found.length,
    hits,
    missed: all - hits,
    precision: found.length === 0 ? undefined : hits / found.length,
    recall: hits / all,
  };
}
