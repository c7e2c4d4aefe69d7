import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type AlarmSettings, defaultAlarmSettings } from '../model/alarm-types.js';
import type { Condition } from '../model/condition.js';
import { SeededRandom } from '../testing/random.js';
import { workshop } from '../testing/workshop.js';
import { Clock } from '../twin/clock.js';
import { ObservationBatch } from '../twin/observation-batch.js';
import { Twin } from '../twin/twin.js';
import type { AlarmAct } from './alarm.js';
import { alarmsOf } from './alarms.js';

const second = 1000;
const length = 120;

const settings: AlarmSettings = {
  ...defaultAlarmSettings,
  definitions: [
    {
      id: 'hot',
      signal: 'temperature',
      equipment: ['line'],
      above: 80,
      deadBand: 5,
      onDelay: 3,
      offDelay: 2,
      suppressedWhile: [{ signal: 'state', states: ['maintenance'] }],
    },
    { id: 'hotter', signal: 'temperature', above: 90, latched: true, priority: 'critical' },
    { id: 'stopped', signal: 'state', states: ['fault'], onDelay: 4, autoAcknowledge: true },
    { id: 'silent', signal: 'temperature', silentFor: 6 },
  ],
  conditions: [
    { code: 'B', onDelay: 2, suppressedWhile: [{ signal: 'temperature', below: 70 }] },
    { code: 'X', ignored: true },
  ],
};

interface Row {
  readonly signal: string;
  readonly time: number;
  readonly value?: number | string;
  readonly condition?: Condition;
}

function twinWithAlarms() {
  return new Twin(
    workshop({
      alarms: settings,
      signals: [{ name: 'temperature', kind: 'number', unit: '°C', expectedPeriod: 3 }],
    }),
    {
      clock: new Clock(() => 10 * length * second),
      scheduler: () => undefined,
    },
  );
}

/** Random observations with a time of their own each, so that their order does not depend on their arrival. */
function randomRows(random: SeededRandom): Row[] {
  const rows: Row[] = [];
  for (let time = 0; time < length; time++) {
    const at = time * second;
    if (random.next() < 0.6) {
      const value = random.next() < 0.1 ? undefined : 60 + random.whole(40);
      rows.push({ signal: 'press/temperature', time: at, value });
    }
    if (random.next() < 0.3) {
      const value = random.pick(['running', 'fault', 'fault', 'maintenance', undefined]);
      rows.push({ signal: 'press/state', time: at, value });
    }
    if (random.next() < 0.5) {
      const level = random.pick(['normal', 'warning', 'fault', 'fault', 'unavailable'] as const);
      const key = random.pick(['logic', 'servo']);
      const code = level === 'unavailable' || random.next() < 0.2 ? undefined : random.pick(['A', 'B', 'X']);
      const acknowledged = random.next() < 0.1 ? true : undefined;
      rows.push({ signal: 'press/conditions', time: at, condition: { key, level, code, acknowledged } });
    }
  }
  return rows;
}

function randomActs(random: SeededRandom): AlarmAct[] {
  const alarms = [
    'press/temperature|hot',
    'press/temperature|hotter',
    'press/conditions|logic|A',
    'press/state|stopped',
  ];
  const kinds = [
    'acknowledge',
    'shelve',
    'unshelve',
    'reset',
    'removeFromService',
    'returnToService',
  ] as const;
  return Array.from({ length: 30 }, (_, index) => {
    const kind = random.pick(kinds);
    const at = (index * 4 + random.next()) * second;
    const until = kind === 'shelve' ? { until: at + (1 + random.whole(20)) * second } : {};
    return { kind, alarm: random.pick(alarms), at, who: 'Li', ...until };
  });
}

function deliver(twin: Twin, rows: readonly Row[]): void {
  const batch = new ObservationBatch();
  for (const { signal, time, value, condition } of rows) {
    const { handle } = twin.signal(signal);
    if (condition) batch.addCondition(handle, time, condition);
    else batch.add(handle, time, value);
  }
  twin.observe(batch);
}

/** All that stood at each half second, and all that happened. */
function told(twin: Twin) {
  const alarms = alarmsOf(twin);
  const stood = [];
  for (let time = 0; time < length + 40; time += 0.5) {
    twin.clock.at(time * second);
    stood.push(alarms.list().toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  }
  const events = alarms.events({ from: 0, to: 2 * length * second });
  return { stood, events: events.toSorted((a, b) => a.time - b.time || (a.alarm < b.alarm ? -1 : 1)) };
}

for (let seed = 1; seed <= 60; seed++) {
  describe(`alarms of random observations, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    const rows = randomRows(random);
    const acts = randomActs(random);

    it('are the same in whatever order the observations come', () => {
      const inOrder = twinWithAlarms();
      deliver(inOrder, rows);
      alarmsOf(inOrder).restore(acts);
      const late = twinWithAlarms();
      const alarms = alarmsOf(late);
      const shuffled = random.next() < 0.5 ? random.shuffled(rows) : nearlyInOrder(random, rows);
      const times = random.shuffled(acts);
      while (shuffled.length > 0) {
        deliver(late, shuffled.splice(0, 1 + random.whole(5)));
        if (random.next() < 0.3) alarms.restore(times.splice(0, 1 + random.whole(3)));
        if (random.next() < 0.5) late.clock.at(random.whole(length) * second);
        alarms.list();
      }
      alarms.restore(times);
      assert.deepEqual(told(late), told(inOrder));
    });

    it('are raised when a clock that ticks would raise them', () => {
      const twin = twinWithAlarms();
      deliver(twin, rows);
      const alarms = alarmsOf(twin);
      const expected = tickedHot(rows);
      for (let time = 0; time < length; time++) {
        twin.clock.at(time * second);
        assert.equal(alarms.get('press/temperature|hot')?.active ?? false, expected[time], `second ${time}`);
      }
    });

    it('stand as a list of what each report says would have it', () => {
      const twin = twinWithAlarms();
      deliver(twin, rows);
      const alarms = alarmsOf(twin);
      const expected = tickedConditions(rows);
      for (let time = 0; time < length; time++) {
        twin.clock.at(time * second);
        const found = alarms.list().filter(({ key, code, active }) => active && isKey(key) && code === 'A');
        assert.deepEqual(found.map(({ key }) => key).sort(), expected[time], `second ${time}`);
      }
    });
  });
}

const isKey = (key: string) => key === 'logic' || key === 'servo';

function nearlyInOrder(random: SeededRandom, rows: readonly Row[]): Row[] {
  const delayed = rows.map((row) => ({ row, at: row.time + random.whole(6) * second }));
  return delayed.sort((a, b) => a.at - b.at).map(({ row }) => row);
}

/** The slow way: second by second, above 80 for 3 s, at most 75 for 2 s; without a value nothing begins and nothing ends. */
function tickedHot(rows: readonly Row[]): boolean[] {
  let value: number | undefined;
  let isHot = false;
  let isAlarm = false;
  let lasting = 0;
  let before = '';
  return Array.from({ length }, (_, time) => {
    const row = rows.find((one) => one.signal === 'press/temperature' && one.time === time * second);
    if (row) value = row.value as number | undefined;
    if (value !== undefined) isHot = value > 80 || (isHot && value > 75);
    const now = `${isHot} ${value === undefined}`;
    lasting = now === before ? lasting + 1 : 0;
    before = now;
    if (value !== undefined && lasting >= (isHot ? 3 : 2)) isAlarm = isHot;
    return isAlarm;
  });
}

/** The keys under which code A stands, second by second. */
function tickedConditions(rows: readonly Row[]): string[][] {
  const codes: Record<string, Set<string | undefined>> = { logic: new Set(), servo: new Set() };
  const lost = new Set<string>();
  return Array.from({ length }, (_, time) => {
    const row = rows.find((one) => one.signal === 'press/conditions' && one.time === time * second);
    if (row?.condition) {
      const { key, level, code } = row.condition;
      if (level === 'unavailable') lost.add(key);
      else {
        // A source that is back names what stands.
        if (lost.delete(key)) for (const other of codes[key]) if (other !== code) codes[key].delete(other);
        if (level !== 'normal') codes[key].add(code);
        else if (code === undefined) codes[key].clear();
        else codes[key].delete(code);
      }
    }
    return Object.keys(codes)
      .filter((key) => codes[key].has('A'))
      .sort();
  });
}
