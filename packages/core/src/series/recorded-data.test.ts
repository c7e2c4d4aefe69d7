import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ConditionLevel, conditionLevels } from '../model/condition.js';
import { stateCode } from '../model/equipment-state.js';
import { fixture, fixtures } from '../testing/fixtures.js';
import { ConditionSeries } from './condition-series.js';
import { CounterSeries } from './counter-series.js';
import { StateSeries } from './state-series.js';
import { TextSeries } from './text-series.js';

const minutes = 60_000;
const quarter = 15 * minutes;

interface DayFacts {
  readonly windowStart: string;
  readonly windowEnd: string;
  readonly secondsPerState: Readonly<Record<string, number>>;
  readonly segments: number;
  readonly conditionActivations: Readonly<Record<string, number>>;
  readonly peakSimultaneouslyActiveConditions: number;
}

interface EnergyFacts {
  readonly totalKWh: number;
  readonly peakDemandKW: number;
  readonly byMonth: Readonly<Record<string, { readonly kWh: number; readonly peakKW: number }>>;
}

fixtures('series over recorded data', () => {
  const facts = JSON.parse(fixture('mtconnect/facts.json')) as Record<string, DayFacts>;
  for (const day of ['20161004-20161005', '20161025-20161026']) {
    const name = `nist-sms/GFAgie01-${day}.txt`;
    recordedDay(name, facts[name], fixture(`mtconnect/${name}`));
  }
  steelPlant(JSON.parse(fixture('energy/facts.json')) as Record<string, EnergyFacts>);
});

function recordedDay(name: string, facts: DayFacts, log: string): void {
  const lines = log.split(/\r?\n/).filter((line) => line !== '');
  const window = { from: Date.parse(facts.windowStart), to: Date.parse(facts.windowEnd) };
  const execution = lines.filter((line) => line.split('|')[1] === 'execution').map((line) => line.split('|'));

  test(`a text series has the seconds per execution of ${name}`, () => {
    const series = new TextSeries();
    for (const [time, , word] of execution) series.append(Date.parse(time), word, 0);
    assertSeconds(series.timePerText(window), facts);
    assert.equal(series.segments(window).length, facts.segments);
  });

  test(`a state series has the seconds per execution of ${name}, per word and per state`, () => {
    const states: Record<string, number> = { ACTIVE: stateCode.running, READY: stateCode.idle };
    const series = new StateSeries();
    for (const [time, , word] of execution) {
      series.append(
        Date.parse(time),
        states[word] ?? stateCode.unknown,
        word,
        word === 'UNAVAILABLE' ? 2 : 0,
      );
    }
    assertSeconds(series.timePerSource(window), facts);
    const perState = series.timePerState(window);
    assertSeconds(
      new Map([
        ['ACTIVE', perState[stateCode.running]],
        ['READY', perState[stateCode.idle]],
        ['UNAVAILABLE', perState[stateCode.unknown]],
      ]),
      facts,
    );
    assert.equal(series.segments(window).length, facts.segments);
  });

  test(`a condition series counts the activations of ${name}`, () => {
    const series = new ConditionSeries();
    let most = 0;
    for (const line of lines) {
      const [time, key, word, code, severity, qualifier, text] = line.split('|');
      const level = word.toLowerCase() as ConditionLevel;
      if (text === undefined || !conditionLevels.includes(level)) continue;
      const condition = { key, level, code: code || undefined, severity, qualifier, text };
      series.append(Date.parse(time), condition);
    }
    for (let index = 0; index < series.length; index++) {
      most = Math.max(most, series.activeAt(series.timeAt(index)).length);
    }
    const counts = Object.fromEntries(series.activations({ from: window.from, to: window.to + 1 }));
    assert.deepEqual(counts, facts.conditionActivations);
    assert.equal(most, facts.peakSimultaneouslyActiveConditions);
  });
}

function assertSeconds(milliseconds: ReadonlyMap<string, number>, facts: DayFacts): void {
  for (const [word, seconds] of Object.entries(facts.secondsPerState)) {
    const found = milliseconds.get(word) ?? 0;
    assert.ok(Math.abs(found - seconds * 1000) <= 1, `${word}: ${found} ms, ${seconds} s in the facts`);
  }
  assert.equal(milliseconds.size, 3);
}

function steelPlant(facts: Readonly<Record<string, EnergyFacts>>): void {
  const { totalKWh, peakDemandKW, byMonth } = facts['steel-2018-h1.csv'];
  const rows = fixture('energy/steel-2018-h1.csv').trim().split('\n').slice(1);

  for (const counting of ['total', 'increment'] as const) {
    test(`a counter of kind ${counting} has the kWh and the peak of the steel plant, by month and in all`, () => {
      const series = new CounterSeries({ counting });
      if (counting === 'total') series.append(Date.UTC(2018, 0, 1), 0, 0);
      let sum = 0;
      for (const row of rows) {
        const [stamp, usage] = row.split(',');
        sum += Number(usage);
        series.append(endOfQuarter(stamp), counting === 'total' ? sum : Number(usage), 0);
      }
      const halfYear = { from: Date.UTC(2018, 0, 1), to: Date.UTC(2018, 6, 1) };
      assertNear(series.amount(halfYear), totalKWh, 0.005);
      assertNear((series.blockMaximum(halfYear, quarter)?.amount ?? 0) * 4, peakDemandKW, 0.005);
      for (const [month, { kWh, peakKW }] of Object.entries(byMonth)) {
        const interval = { from: Date.UTC(2018, Number(month) - 1, 1), to: Date.UTC(2018, Number(month), 1) };
        assertNear(series.amount(interval), kWh, 0.005);
        assertNear((series.blockMaximum(interval, quarter)?.amount ?? 0) * 4, peakKW, 0.005);
      }
    });
  }
}

/** The rows stamped 00:00 stand at the end of their day: they are its 24:00. */
function endOfQuarter(stamp: string): number {
  const [, day, month, year, hour, minute] = /(\d+)\/(\d+)\/(\d+) (\d+):(\d+)/.exec(stamp)!.map(Number);
  const minuteOfDay = hour * 60 + minute;
  return Date.UTC(year, month - 1, day, 0, minuteOfDay === 0 ? 24 * 60 : minuteOfDay);
}

function assertNear(found: number | undefined, expected: number, tolerance: number): void {
  assert.ok(Math.abs((found ?? NaN) - expected) <= tolerance, `${found}, ${expected} in the facts`);
}
