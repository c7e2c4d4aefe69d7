// Remaining life of turbofans by the trend of a health index, beside the mean remaining life.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cusumDetector, healthyReference, median, quantile, trendToLimit } from '@twinfloor/core/kpi';

/** The first cycles of a unit, which count as healthy. */
export const healthyCycles = 25;
/** Last cycles of a unit of which the drift of a sensor is taken, and how far it must have gone, in deviations. */
const lastCycles = 5;
const leastDrift = 0.5;
/** The trend takes days; a cycle is one. */
const cycle = 86_400_000;

/** The units, each a list of cycles, each a list of 21 sensors; and the true remaining cycles of each unit. */
export function readTurbofans(folder) {
  const numbers = (line) => line.trim().split(/\s+/).map(Number);
  const lines = readFileSync(join(folder, 'cmapss-test_FD001.txt'), 'utf8').trim().split('\n');
  const rows = lines.map(numbers);
  const units = [];
  for (const [unit, , ...columns] of rows) (units[unit - 1] ??= []).push(columns.slice(3));
  const truth = numbers(readFileSync(join(folder, 'cmapss-RUL_FD001.txt'), 'utf8'));
  return { rows, units, truth };
}

/** Errors of each method over all units, and over those for which the trend has an answer. */
export function turbofanResults(folder) {
  const { units, truth } = readTurbofans(folder);
  const indexes = healthIndexes(units);
  const meanLife = truth.map((_, unit) => mean(withoutUnit(truth, unit)));
  const ends = indexes.map((index) => mean(index.slice(-10)));
  const line = truth.map((_, unit) => {
    const { slope, intercept } = straightLine(withoutUnit(ends, unit), withoutUnit(truth, unit));
    return intercept + slope * ends[unit];
  });
  const methods = [
    { name: 'baseline: mean remaining life of the other units', lives: meanLife },
    { name: 'baseline: straight line from the last ten values of the index', lives: line },
    { name: 'linear trend from the onset', ...byTrend(indexes, truth, 'linear') },
    { name: 'exponential trend from the onset', ...byTrend(indexes, truth, 'exponential') },
  ];
  return methods.map(({ name, lives, answered, held, heldByLimits }) => {
    const of = (choice) => errors(choice, truth, answered);
    return {
      name,
      answers: answered?.length ?? truth.length,
      held,
      heldByLimits,
      rmseOfAnswers: answered && of(lives).rmse,
      meanLifeOfAnswers: answered && of(meanLife).rmse,
      lineOfAnswers: answered && of(line).rmse,
      ...errors(lives, truth),
    };
  });
}

/**
 * One index for each unit: the mean of the sensors that drift over the fleet, each in deviations from its own healthy
 * cycles and in the direction of its drift. No remaining life is looked at.
 */
function healthIndexes(units) {
  const sensors = units[0][0].map((_, sensor) => {
    const column = (cycles) => cycles.map((row) => row[sensor]);
    const bases = units.map((unit) => mean(column(unit.slice(0, healthyCycles))));
    const squares = units.flatMap((unit, index) =>
      column(unit.slice(0, healthyCycles)).map((value) => (value - bases[index]) ** 2),
    );
    const deviation = Math.sqrt(mean(squares));
    const drifts = units.map((unit, index) => mean(column(unit.slice(-lastCycles))) - bases[index]);
    return { sensor, bases, deviation, drift: deviation > 1e-9 ? mean(drifts) / deviation : 0 };
  });
  const used = sensors.filter(({ drift }) => Math.abs(drift) > leastDrift);
  return units.map((unit, index) =>
    unit.map((row) =>
      mean(
        used.map(
          ({ sensor, bases, deviation, drift }) =>
            (Math.sign(drift) * (row[sensor] - bases[index])) / deviation,
        ),
      ),
    ),
  );
}

/**
 * Remaining life where the trend from the onset reaches the level of failure: the median of the levels that the trends of
 * the other units have at their true ends. A unit without an answer gets the mean life of the others without one.
 */
function byTrend(indexes, truth, shape) {
  const reference = healthyReference(indexes.flatMap((index) => index.slice(0, healthyCycles)));
  const windows = indexes.map((index) => sinceOnset(index, reference));
  // A limit that no trend comes to: the fit alone is wanted.
  const fits = windows.map((window) => window && trendOf(window, 1e6, shape));
  const levels = fits.map((fit, unit) => fit && levelAtEnd(fit, truth[unit]));
  const trends = windows.map((window, unit) => {
    const limit = median(withoutUnit(levels, unit).filter((level) => level !== undefined));
    return window && trendOf(window, limit, shape);
  });
  const answered = trends.flatMap((trend, unit) => (trend?.value === undefined ? [] : unit));
  const others = truth.flatMap((_, unit) => (answered.includes(unit) ? [] : unit));
  const lives = trends.map((trend, unit) =>
    trend?.value === undefined
      ? mean(others.filter((other) => other !== unit).map((other) => truth[other]))
      : trend.value / cycle,
  );
  const isHeld = (unit, low, high) => low <= truth[unit] * cycle && truth[unit] * cycle <= high;
  const held = answered.filter((unit) => isHeld(unit, trends[unit].interval.low, trends[unit].interval.high));
  // The same with the limits between which the other units failed.
  const heldByLimits = answered.filter((unit) => {
    const known = withoutUnit(levels, unit).filter((level) => level !== undefined);
    const [low, high] = [0.025, 0.975].map((share) =>
      trendOf(windows[unit], quantile(known, share), shape, Infinity),
    );
    // No answer for the higher limit: no upper end.
    return isHeld(unit, low.interval.low, high.interval?.high ?? Infinity);
  });
  return { lives, answered, held: held.length, heldByLimits: heldByLimits.length };
}

function trendOf({ times, values }, limit, shape, maximumHorizon) {
  return trendToLimit(times, values, limit, { shape, maximumHorizon });
}

/** What a trend says of the moment at which the unit failed; `undefined` where it leads nowhere. */
function levelAtEnd({ inputs: { shape, level, slopePerDay }, warnings }, cycles) {
  const leadsNowhere = warnings.some(({ key }) => key === 'noTrend' || key === 'weakTrend');
  if (level === undefined || leadsNowhere) return undefined;
  return shape === 'linear' ? level + slopePerDay * cycles : level * Math.exp(slopePerDay * cycles);
}

/** The index from the onset of the departure that still lasts at its end; `undefined` where there is none. */
function sinceOnset(index, { mean: center, deviation }) {
  const detector = cusumDetector({ center, deviation });
  let onset;
  for (const [at, value] of index.entries()) {
    const departure = detector.add(value);
    if (departure !== 1) onset = undefined;
    else onset ??= at - detector.run + 1;
  }
  if (onset === undefined) return undefined;
  const values = index.slice(onset);
  return { times: values.map((_, at) => (onset + at) * cycle), values };
}

/** RMSE in cycles, and the score of the 2008 challenge, which punishes what is predicted too late more. */
function errors(lives, truth, units = truth.map((_, unit) => unit)) {
  const differences = units.map((unit) => lives[unit] - truth[unit]);
  return {
    rmse: Math.sqrt(mean(differences.map((difference) => difference ** 2))),
    score: differences.reduce((sum, difference) => sum + phmScore(difference), 0),
  };
}

/** Score of one unit: difference = predicted − true cycles (Saxena, Goebel, Simon and Eklund 2008). */
export function phmScore(difference) {
  return Math.exp(difference < 0 ? -difference / 13 : difference / 10) - 1;
}

function withoutUnit(values, unit) {
  return values.filter((_, other) => other !== unit);
}

function straightLine(xs, ys) {
  const [x, y] = [mean(xs), mean(ys)];
  const products = mean(xs.map((each, index) => (each - x) * (ys[index] - y)));
  const slope = products / mean(xs.map((each) => (each - x) ** 2));
  return { slope, intercept: y - slope * x };
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
