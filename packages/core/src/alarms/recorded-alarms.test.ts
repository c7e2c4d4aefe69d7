import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Condition, ConditionLevel } from '../model/condition.js';
import { fixture, fixtures } from '../testing/fixtures.js';
import { workshop } from '../testing/workshop.js';
import { Clock } from '../twin/clock.js';
import { ObservationBatch } from '../twin/observation-batch.js';
import { Twin } from '../twin/twin.js';
import { alarmStatistics } from './alarm-statistics.js';
import { alarmsOf } from './alarms.js';

interface Report extends Condition {
  readonly time: number;
}

/** The conditions of a recording; each signal of it is a key. */
function recorded(name: string): { reports: Report[]; from: number; to: number } {
  const url = new URL(`../../../../recordings/${name}.twinrec.jsonl`, import.meta.url);
  const [head, ...lines] = readFileSync(fileURLToPath(url), 'utf8').trim().split('\n');
  const { from, to, signals } = JSON.parse(head) as Record<'from' | 'to', string> & {
    signals: { name: string; kind: string }[];
  };
  const reports: Report[] = [];
  let time = Date.parse(from);
  for (const line of lines) {
    const [passed, signal, value] = JSON.parse(line) as [number, number, { level: ConditionLevel } | null];
    time += passed;
    const { name: key, kind } = signals[signal];
    if (kind === 'condition') reports.push({ time, key, ...(value ?? { level: 'unavailable' }) });
  }
  return { reports, from: Date.parse(from), to: Date.parse(to) };
}

/** The slow way: of each alarm the level after each time, each found by looking back through all reports. */
function raisedBySlowLook(reports: readonly Report[]): { raised: Map<string, number>; shown: number } {
  const raised = new Map<string, number>();
  const names = new Set(
    reports.flatMap(({ key, code, level }) => (isWrong(level) ? [JSON.stringify([key, code])] : [])),
  );
  const times = [...new Set(reports.map(({ time }) => time))];
  let shown = 0;
  for (const name of names) {
    const [key, code] = JSON.parse(name) as [string, string | null];
    let before: ConditionLevel = 'normal';
    let count = 0;
    for (const time of times) {
      const level = levelAt(reports, key, code ?? undefined, time);
      if (isWrong(level) && !isWrong(before)) count++;
      if ((isWrong(level) && !isWrong(before)) || (before === 'warning' && level === 'fault')) shown++;
      before = level;
    }
    raised.set(['mill/conditions', key, ...(code === null ? [] : [code])].join('|'), count);
  }
  return { raised, shown };
}

const isWrong = (level: ConditionLevel) => level === 'warning' || level === 'fault';

function levelAt(
  reports: readonly Report[],
  key: string,
  code: string | undefined,
  time: number,
): ConditionLevel {
  let hasSpoken = false;
  for (const report of reports.toReversed()) {
    if (report.time > time || report.key !== key) continue;
    if (report.level === 'unavailable') {
      // What a source does not name when it is back has gone.
      if (hasSpoken) return 'normal';
    } else if (
      report.level === 'normal' ? report.code === undefined || report.code === code : report.code === code
    ) {
      return report.level;
    } else {
      hasSpoken = true;
    }
  }
  return 'normal';
}

describe('alarms of recorded days', () => {
  const days: readonly (readonly [name: string, alarms: number, raised: number, shown: number])[] = [
    ['nist-mill-2016-10-04', 0, 0, 0],
    ['nist-mill-2016-10-25', 16, 48, 48],
    ['okuma-lathe-2022-08-08', 0, 0, 0],
  ];
  for (const [name, alarms, raised, shown] of days) {
    it(`are those of ${name} that a slow look through all reports finds`, () => {
      const { reports, from, to } = recorded(name);
      const twin = recordedTwin(reports, to);
      const slow = raisedBySlowLook(reports);
      const found = new Map<string, number>();
      const annunciated = alarmsOf(twin)
        .events({ from, to: to + 1 })
        .filter((one) => one.annunciated);
      for (const { alarm, time } of annunciated) {
        twin.clock.at(time);
        found.set(alarm, alarmsOf(twin).get(alarm)?.occurrences ?? 0);
      }
      assert.deepEqual(new Map([...found].sort()), new Map([...slow.raised].sort()));
      assert.equal(annunciated.length, slow.shown);
      const sum = [...slow.raised.values()].reduce((a, b) => a + b, 0);
      assert.deepEqual([found.size, sum, slow.shown], [alarms, raised, shown]);
      twin.clock.at(to);
      const { averagePerHour } = alarmStatistics(twin, 'line', { from, to });
      assert.equal(averagePerHour.value, (annunciated.length * 3_600_000) / (to - from));
    });
  }
});

fixtures('recorded alarms', () => {
  it('alarms of the mill are shown as often as was counted without our code, but for two reports that only say it in other words', () => {
    const { reports, from, to } = recorded('nist-mill-2016-10-25');
    const facts = JSON.parse(fixture('mtconnect/facts.json')) as Record<
      string,
      { conditionActivations: Record<string, number> }
    >;
    const { conditionActivations } = facts['nist-sms/GFAgie01-20161025-20161026.txt'];
    const expected: Record<string, number> = {};
    for (const [name, count] of Object.entries(conditionActivations)) {
      const [key, , code] = name.split('|');
      const id = `mill/conditions|${key}${code ? `|${code}` : ''}`;
      expected[id] = (expected[id] ?? 0) + count;
    }
    for (const reworded of ['8100019E', '81000207']) expected[`mill/conditions|logic|${reworded}`] -= 1;
    const twin = recordedTwin(reports, to);
    const found: Record<string, number> = {};
    for (const { alarm, annunciated } of alarmsOf(twin).events({ from, to: to + 1 })) {
      if (annunciated) found[alarm] = (found[alarm] ?? 0) + 1;
    }
    assert.deepEqual(found, expected);
  });
});

function recordedTwin(reports: readonly Report[], to: number): Twin {
  const twin = new Twin(workshop(), { clock: new Clock(() => to) });
  const batch = new ObservationBatch();
  const { handle } = twin.signal('mill/conditions');
  for (const { time, ...condition } of reports) batch.addCondition(handle, time, condition);
  twin.observe(batch);
  return twin;
}
