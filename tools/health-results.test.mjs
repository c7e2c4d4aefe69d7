import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { measuredData, resultsPage, resultsText } from './health-results.mjs';
import { machineTemperatureResults, readMachineTemperature } from './internal/health/machine-temperature.mjs';
import { millingResults, readMilling, rules } from './internal/health/milling-failures.mjs';
import { phmScore, readTurbofans, turbofanResults } from './internal/health/turbofan-life.mjs';

if (measuredData === undefined) {
  console.log('health results: no data, set TWINFLOOR_FIXTURES to the folder of fixtures');
} else {
  describe('docs/kpi/health-results.md', () => {
    it('is what the detectors and trends find in the measured data', () => {
      const expected = resultsText(measuredData);
      assert.equal(readFileSync(resultsPage, 'utf8'), expected, 'run node tools/health-results.mjs');
    });

    it('says in words what stands in its tables', () => {
      const [limits, , , ewma, cusum, , , widenedCusum] = machineTemperatureResults(measuredData);
      assert.ok(ewma.shareInAlarm > 0.5 && cusum.shareInAlarm > 0.5);
      assert.deepEqual([limits.falseAlarms, widenedCusum.falseAlarms], [6, 4]);
      const { overall } = millingResults(measuredData);
      assert.deepEqual([overall[3].precision, percent(overall[3].recall)], [1, '82.5']);
      assert.ok(overall[2].hits < overall[0].hits);
      const [meanLife, line, linear, exponential] = turbofanResults(measuredData);
      const { rmseOfAnswers, meanLifeOfAnswers, lineOfAnswers } = exponential;
      assert.ok(rmseOfAnswers < lineOfAnswers * 0.7 && rmseOfAnswers < meanLifeOfAnswers * 0.7);
      assert.ok(exponential.rmse < line.rmse && exponential.score > line.score);
      assert.ok(linear.score > meanLife.score);
      assert.ok(
        exponential.held < 0.7 * exponential.answers && exponential.heldByLimits === exponential.answers,
      );
    });
  });

  describe('the measured data', () => {
    const facts = JSON.parse(readFileSync(join(measuredData, 'facts.json'), 'utf8'));

    it('of the machine temperature are those of the facts', () => {
      const expected = facts['nab-machine_temperature_system_failure.csv'];
      const { rows, windows, labels } = readMachineTemperature(measuredData);
      const values = rows.map(({ value }) => value);
      const mean = sum(values) / rows.length;
      const squares = sum(values.map((value) => (value - mean) ** 2));
      const steps = rows.slice(1).map(({ time }, index) => (time - rows[index].time) / 1000);
      const ordinary = (step) => step === expected.commonStepSeconds;
      const inside = ({ time }) => windows.some(({ from, to }) => time >= from && time <= to);
      assert.deepEqual(
        {
          rows: rows.length,
          first: stamp(rows[0].time),
          last: stamp(rows.at(-1).time),
          mean: round(mean, 6),
          sd: round(Math.sqrt(squares / (rows.length - 1)), 6),
          min: Math.min(...values),
          max: Math.max(...values),
          windows: windows.map(({ from, to }) => [from, to].map((time) => `${stamp(time)}.000000`)),
          labels: labels.map(stamp),
          pointsInsideWindows: rows.filter(inside).length,
          commonStepSeconds: 300,
          stepsOfOtherLength: steps.filter((step) => !ordinary(step)).length,
          largestGapSeconds: Math.max(...steps),
          nonIncreasingStamps: steps.filter((step) => step <= 0).length,
        },
        expected,
      );
    });

    it('of the milling machine are those of the facts, and its rules flag the rows that they name', () => {
      const expected = facts['ai4i2020-odd-udi.csv'];
      const rows = readMilling(measuredData);
      const count = (test) => rows.filter(test).length;
      const flags = ['Machine failure', 'TWF', 'HDF', 'PWF', 'OSF', 'RNF'];
      const modes = flags.slice(1);
      const [strict, atMost, plain, power, strain] = Object.values(rules);
      const recomputed = ({ flag, fails }) => {
        const found = rows.filter(fails);
        return {
          count: found.length,
          agreeWithFlag: rows.every((row) => fails(row) === (row[flag] === 1)),
          firstUDI: found.slice(0, 5).map((row) => String(row.UDI)),
        };
      };
      assert.deepEqual(
        {
          rows: rows.length,
          columns: Object.keys(rows[0]),
          byType: Object.fromEntries(
            ['L', 'M', 'H'].map((type) => [type, count((row) => row.Type === type)]),
          ),
          ...Object.fromEntries(flags.map((flag) => [flag, count((row) => row[flag] === 1)])),
          failureWithoutMode: count(
            (row) => row['Machine failure'] === 1 && modes.every((mode) => row[mode] === 0),
          ),
          randomFailureNotFlaggedAsFailure: count((row) => row.RNF === 1 && row['Machine failure'] === 0),
          rulesRecomputed: { HDF: recomputed(strict), PWF: recomputed(power), OSF: recomputed(strain) },
          HDF_boundary: {
            flagged: count((row) => row.HDF === 1),
            roundedDifferenceBelow8_6: count(strict.fails),
            roundedDifferenceAtMost8_6: count(atMost.fails),
            plainDoubleBelow8_6: count(plain.fails),
            note: expected.HDF_boundary.note,
          },
          sumToolWear: sum(rows.map((row) => row['Tool wear [min]'])),
          meanTorque: round(sum(rows.map((row) => row['Torque [Nm]'])) / rows.length, 6),
        },
        expected,
      );
    });

    it('of the turbofans are those of the facts', () => {
      const expected = facts['cmapss-test_FD001.txt'];
      const { rows, units, truth } = readTurbofans(measuredData);
      const lives = units.map(({ length }) => length);
      const constant = (sensor) =>
        new Set(units.flatMap((unit) => unit.map((row) => row[sensor]))).size === 1;
      assert.equal(truth.length, 100);
      assert.deepEqual(
        {
          units: units.length,
          rows: rows.length,
          columns: rows[0].length,
          cyclesPerUnitMin: Math.min(...lives),
          cyclesPerUnitMax: Math.max(...lives),
          unitWithLongestLife: lives.indexOf(Math.max(...lives)) + 1,
          lifeOfUnits1to5: lives.slice(0, 5),
          constantSensors: units[0][0]
            .map((_, sensor) => sensor)
            .filter(constant)
            .map((sensor) => sensor + 1),
          sensor2MeanUnit1: round(sum(units[0].map((row) => row[1])) / lives[0], 6),
          note: expected.note,
        },
        expected,
      );
    });
  });
}

describe('the score of the PHM challenge', () => {
  it('is 0 for a true prediction and higher for a late one than for an early one', () => {
    assert.equal(phmScore(0), 0);
    assert.ok(Math.abs(phmScore(-13) - (Math.E - 1)) < 1e-12);
    assert.ok(Math.abs(phmScore(10) - (Math.E - 1)) < 1e-12);
  });
});

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

function round(value, digits) {
  return Number(value.toFixed(digits));
}

function percent(share) {
  return (share * 100).toFixed(1);
}

function stamp(time) {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}
