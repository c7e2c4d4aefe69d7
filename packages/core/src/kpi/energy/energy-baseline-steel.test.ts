import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture, fixtures } from '../../testing/fixtures.js';
import { energyBaseline } from './energy-baseline.js';
import { energyPerformance } from './energy-performance.js';

interface Day {
  readonly date: string;
  energy: number;
  /** Quarter hours of maximum load, as the plant classes them: 24 or none. */
  maximumLoad: number;
  mediumLoad: number;
  weekday: number;
  /** Quarter hours above 80 kW: the mill works. A degree of production made from the power itself. */
  working: number;
}

/** Rows of a day share their date: 00:15 to 23:45, and 00:00 for the end of the day. */
function days(): Day[] {
  const found = new Map<string, Day>();
  for (const line of fixture('energy/steel-2018-h1.csv').trim().split('\n').slice(1)) {
    const [stamp, kilowattHours, , , , , , , weekStatus, , loadType] = line.trim().split(',');
    const date = stamp.slice(0, 10);
    const day = found.get(date) ?? { date, energy: 0, maximumLoad: 0, mediumLoad: 0, weekday: 0, working: 0 };
    day.energy += Number(kilowattHours);
    if (loadType === 'Maximum_Load') day.maximumLoad++;
    if (loadType === 'Medium_Load') day.mediumLoad++;
    if (Number(kilowattHours) > 20) day.working++;
    day.weekday = weekStatus === 'Weekday' ? 1 : 0;
    found.set(date, day);
  }
  return [...found.values()];
}

/** The same by another way: normal equations of the drivers and a column of ones, by elimination in plain loops. */
function normalEquations(rows: readonly number[][], values: readonly number[]): number[] {
  const size = rows[0].length + 1;
  const matrix: number[][] = [];
  for (let i = 0; i < size; i++) {
    const line: number[] = [];
    for (let j = 0; j <= size; j++) {
      let sum = 0;
      for (let k = 0; k < rows.length; k++) {
        const left = i === 0 ? 1 : rows[k][i - 1];
        const right = j === size ? values[k] : j === 0 ? 1 : rows[k][j - 1];
        sum += left * right;
      }
      line.push(sum);
    }
    matrix.push(line);
  }
  for (let pivot = 0; pivot < size; pivot++) {
    for (let row = 0; row < size; row++) {
      if (row === pivot) continue;
      const share = matrix[row][pivot] / matrix[pivot][pivot];
      for (let column = pivot; column <= size; column++) matrix[row][column] -= share * matrix[pivot][column];
    }
  }
  return matrix.map((line, index) => line[size] / line[index]);
}

fixtures('energy baseline of a steel plant', () => {
  const all = days();
  const winter = all.filter(({ date }) => Number(date.slice(3, 5)) <= 3);
  const spring = all.filter(({ date }) => Number(date.slice(3, 5)) > 3);
  const cases = [
    { names: ['working'], drivers: ({ working }: Day) => [working] },
    { names: ['maximumLoad', 'weekday'], drivers: ({ maximumLoad, weekday }: Day) => [maximumLoad, weekday] },
    { names: ['working', 'weekday'], drivers: ({ working, weekday }: Day) => [working, weekday] },
  ];

  for (const { names, drivers } of cases) {
    const periodsOf = (some: Day[]) => some.map((day) => ({ energy: day.energy, drivers: drivers(day) }));

    test(`a half year of a steel plant over ${names.join(' and ')} equals the normal equations`, () => {
      const coefficients = normalEquations(
        winter.map(drivers),
        winter.map(({ energy }) => energy),
      );
      const model = energyBaseline(names, periodsOf(winter));
      [model.fit?.intercept, ...(model.fit?.slopes ?? [])].forEach((found, index) =>
        close(found?.value, coefficients[index]),
      );
      const { inputs, value, saving, difference } = energyPerformance(model, periodsOf(spring));
      let sum = 0;
      let actual = 0;
      let expected = 0;
      spring.forEach((day, index) => {
        let energy = coefficients[0];
        drivers(day).forEach((driver, position) => (energy += coefficients[position + 1] * driver));
        sum += day.energy - energy;
        actual += day.energy;
        expected += energy;
        close(inputs.periods[index].expected, energy);
        assert.ok(Math.abs(inputs.periods[index].cumulativeSum - sum) < 1e-6);
      });
      close(difference, sum);
      close(value, actual / expected);
      close(saving, (expected - actual) / expected);
      const itself = energyPerformance(model, periodsOf(winter));
      assert.ok(Math.abs(itself.difference ?? NaN) < 1e-6);
    });
  }

  test('the days of the half year hold all of its energy', () => {
    const facts = JSON.parse(fixture('energy/facts.json')) as Record<string, { totalKWh: number }>;
    const total = all.reduce((sum, { energy }) => sum + energy, 0);
    assert.equal(total.toFixed(2), String(facts['steel-2018-h1.csv'].totalKWh));
    assert.equal(all.length, 181);
  });

  test('the hours of the mill explain its energy, the class of the day does not', () => {
    const byHours = energyBaseline(['working'], periods(winter, 'working'));
    assert.equal(byHours.fit?.determination?.toFixed(4), '0.7905');
    const byClass = energyBaseline(['maximumLoad'], periods(winter, 'maximumLoad'));
    assert.equal(byClass.fit?.determination?.toFixed(4), '0.4860');
    assert.ok(byClass.warnings.some(({ key }) => key === 'lowDetermination'));
    assert.ok(!byHours.warnings.some(({ key }) => key === 'lowDetermination'));
  });

  test('April to June took 10.5 % less than January to March explain, from a baseline with three faults', () => {
    const model = energyBaseline(['working'], periods(winter, 'working'));
    const { saving, difference, expectedBounds, inputs } = energyPerformance(
      model,
      periods(spring, 'working'),
    );
    assert.equal(saving?.toFixed(4), '0.1054');
    assert.equal(difference?.toFixed(0), '-26307');
    assert.ok(inputs.actual < (expectedBounds?.low ?? 0));
    assert.deepEqual(
      model.warnings.map(({ key }) => key),
      ['highVariation', 'residualTrend', 'residualAutocorrelation'],
    );
  });

  test('medium and maximum load of the plant are one driver twice, and refused as such', () => {
    // Each day has 32 and 24 quarter hours of them, or none of both.
    const model = energyBaseline(
      ['mediumLoad', 'maximumLoad'],
      winter.map(({ energy, mediumLoad, maximumLoad }) => ({ energy, drivers: [mediumLoad, maximumLoad] })),
    );
    assert.deepEqual(model.warnings, [{ key: 'collinearDrivers', subjects: ['maximumLoad'] }]);
  });
});

function periods(days: readonly Day[], driver: 'working' | 'maximumLoad') {
  return days.map((day) => ({ energy: day.energy, drivers: [day[driver]] }));
}

function close(found: number | undefined, expected: number): void {
  const within = 1e-9 * Math.abs(expected);
  assert.ok(found !== undefined && Math.abs(found - expected) <= within, `${found} is not ${expected}`);
}
