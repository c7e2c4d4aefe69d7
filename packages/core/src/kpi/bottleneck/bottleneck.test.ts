import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equipmentStates, type EquipmentState, stateCode } from '../../model/equipment-state.js';
import { StateSeries } from '../../series/state-series.js';
import { SeededRandom } from '../../testing/random.js';
import type { BottleneckMachine } from './active-periods.js';
import { bottleneck } from './bottleneck.js';
import { momentaryBottleneck } from './momentary-bottleneck.js';

function states(...changes: readonly [time: number, state: EquipmentState][]): StateSeries {
  const series = new StateSeries();
  for (const [time, state] of changes) series.append(time, stateCode[state], state, 0);
  return series;
}

function machine(
  id: string,
  ...changes: readonly [time: number, state: EquipmentState][]
): BottleneckMachine {
  return { id, states: states(...changes) };
}

/** `0–10 a+b`, provisional ones with a question mark. */
function told({ segments }: ReturnType<typeof bottleneck>): string[] {
  return segments.map(
    ({ from, to, machines, isProvisional }) =>
      `${from}–${to} ${machines.join('+') || 'none'}${isProvisional ? '?' : ''}`,
  );
}

// A is active 0–40 and 60–90, B 30–70 (running, then its tool is changed), C 50–55.
const line = [
  machine('A', [0, 'running'], [40, 'starved'], [60, 'running'], [90, 'blocked']),
  machine('B', [0, 'starved'], [30, 'running'], [45, 'setup'], [50, 'running'], [70, 'blocked']),
  machine('C', [0, 'starved'], [50, 'running'], [55, 'starved']),
];

test('bottleneck() is at each instant the machine that is active longest, and shifts while both are', () => {
  const result = bottleneck(line, [{ from: 0, to: 100 }]);
  assert.deepEqual(told(result), ['0–30 A', '30–40 A+B', '40–60 B', '60–70 A+B', '70–90 A', '90–100 none']);
  assert.deepEqual(
    result.shares.map(({ id, sole, shifting, value }) => [id, sole, shifting, value]),
    [
      ['A', 0.5, 0.2, 0.7],
      ['B', 0.2, 0.2, 0.4],
      ['C', 0, 0, 0],
    ],
  );
  assert.deepEqual([result.soleTime, result.shiftingTime, result.noneTime], [70, 20, 10]);
  assert.deepEqual(result.machines, ['A']);
  assert.equal(result.coverage, 1);
  assert.deepEqual(result.shares[0].bounds, { low: 0.7, high: 0.7 });
});

test('the bounds of a share end where the states of a machine begin, whatever they begin with', () => {
  // B may have been active from 0 to 10, which is less than A; from 10 to 50 nobody asked.
  const machines = [
    machine('A', [-20, 'running'], [10, 'starved']),
    machine('B', [50, 'running'], [90, 'starved']),
  ];
  const { shares } = bottleneck(machines, [{ from: 0, to: 10 }], 100);
  assert.deepEqual(shares[1].bounds, { low: 0, high: 0 });
});

test('the bounds of a share take in that a machine went on when it was last heard', () => {
  // What A says at 20 does not count: it may have been active from 0 to 30, longer than B.
  const silent = { ...machine('A', [0, 'running'], [20, 'starved']), knownUntil: 20 };
  const other = machine('B', [0, 'starved'], [12, 'running'], [22, 'starved']);
  const { shares } = bottleneck([silent, other], [{ from: 20, to: 30 }], 40);
  assert.deepEqual(shares[0].bounds, { low: 0, high: 1 });
  assert.deepEqual([shares[1].value, shares[1].bounds], [0.2, { low: 0, high: 0.2 }]);
});

test('bottleneck() says the same of an instant whatever else was asked about', () => {
  const parts = [
    { from: 35, to: 42 },
    { from: 80, to: 95 },
  ];
  assert.deepEqual(told(bottleneck(line, parts, 100)), ['35–40 A+B', '40–42 B', '80–90 A', '90–95 none']);
  assert.deepEqual(told(bottleneck(line, [{ from: 51, to: 54 }], 100)), ['51–54 B']);
  // Seen from inside, C never shows that it is shorter than what began before and ended after.
  assert.deepEqual(told(bottleneck([line[2], line[0]], [{ from: 52, to: 54 }], 100)), ['52–54 C']);
});

test('bottleneck() counts repair, set-up and maintenance as active; who is starved, blocked or idle waits', () => {
  for (const state of equipmentStates) {
    const result = bottleneck([machine('A', [0, state], [10, 'starved'])], [{ from: 0, to: 20 }]);
    const isActive = ['running', 'setup', 'fault', 'maintenance'].includes(state);
    assert.equal(result.soleTime, isActive ? 10 : 0, state);
  }
});

test('bottleneck() ends an active period at a planned stop', () => {
  const planned = ({ from, to }: { from: number; to: number }) =>
    [
      { from, to: Math.min(to, 50) },
      { from: Math.max(from, 60), to },
    ].filter((part) => part.from < part.to);
  const long = machine('A', [0, 'fault'], [100, 'starved']);
  const short = machine('B', [0, 'starved'], [35, 'running'], [100, 'starved']);
  const asked = [{ from: 30, to: 100 }];
  assert.deepEqual(told(bottleneck([long, short], asked, 200)), ['30–100 A']);
  const stopped = bottleneck([{ ...long, planned }, short], asked, 200);
  assert.deepEqual(told(stopped), ['30–35 A', '35–50 A+B', '50–100 B']);
});

test('bottleneck() names all that are active equally long', () => {
  const equal = [machine('A', [0, 'running'], [10, 'idle']), machine('B', [0, 'fault'], [10, 'idle'])];
  const result = bottleneck(equal, [{ from: 0, to: 10 }], 20);
  assert.deepEqual(told(result), ['0–10 A+B']);
  assert.deepEqual(result.machines, ['A', 'B']);
});

test('bottleneck() lets time without data end an active period, and bounds say what it could change', () => {
  const gap = machine('A', [0, 'running'], [40, 'unknown'], [50, 'running'], [80, 'idle']);
  const other = machine('B', [0, 'idle'], [10, 'running'], [70, 'idle']);
  const result = bottleneck([gap, other], [{ from: 0, to: 100 }], 100);
  // Without the gap A would be active for 80 and alone but for the 60 of B inside it.
  assert.deepEqual(told(result), ['0–10 A', '10–40 A+B', '40–50 B', '50–70 A+B', '70–80 A', '80–100 none']);
  assert.deepEqual(
    result.shares.map(({ value, bounds, coverage }) => [value, bounds, coverage]),
    [
      [0.7, { low: 0.7, high: 0.8 }, 0.9],
      [0.6, { low: 0, high: 0.6 }, 1],
    ],
  );
  assert.equal(result.coverage, 0.95);
});

test('bottleneck() calls provisional what the end of an active period can still change', () => {
  const open = machine('A', [0, 'idle'], [50, 'running']);
  const closed = machine('B', [0, 'running'], [70, 'idle']);
  const later = machine('C', [0, 'idle'], [90, 'setup']);
  const result = bottleneck([open, closed, later], [{ from: 0, to: 100 }]);
  assert.deepEqual(told(result), ['0–50 B', '50–70 A+B', '70–90 A', '90–100 A?']);
  assert.deepEqual(told(bottleneck([open, closed], [{ from: 0, to: 200 }], 100)).at(-1), '70–100 A');
});

test('bottleneck() has no share without time, no bottleneck without a machine, and counts what was never heard as unknown', () => {
  const nothing = bottleneck(line, []);
  assert.deepEqual([nothing.segments, nothing.coverage, nothing.machines], [[], undefined, []]);
  assert.equal(nothing.shares[0].value, undefined);
  assert.deepEqual(told(bottleneck([], [{ from: 0, to: 10 }])), ['0–10 none']);
  const unheard = bottleneck([...line, { id: 'D', states: undefined }], [{ from: 0, to: 100 }]);
  assert.deepEqual(unheard.shares[3].bounds, { low: 0, high: 1 });
  assert.deepEqual(unheard.shares[3].warnings, [{ key: 'noStates', subjects: ['D'] }]);
  assert.equal(unheard.coverage, 0.75);
  const stale = bottleneck([{ ...line[0], knownUntil: 20 }], [{ from: 0, to: 40 }]);
  assert.deepEqual(told(stale), ['0–20 A', '20–40 none']);
});

test('momentaryBottleneck() is the machine that has been active longest so far', () => {
  assert.deepEqual(momentaryBottleneck(line, 35), { machines: ['A'], since: 0, unknown: [] });
  assert.deepEqual(momentaryBottleneck(line, 40), { machines: ['B'], since: 30, unknown: [] });
  assert.deepEqual(momentaryBottleneck(line, 95), { machines: [], since: undefined, unknown: [] });
  assert.deepEqual(momentaryBottleneck([{ ...line[0], knownUntil: 20 }], 35).unknown, ['A']);
});

/** Whether a machine is active in each of some ticks; undefined: not known. */
type Ticks = (boolean | undefined)[];

interface Run {
  readonly machine: number;
  readonly from: number;
  readonly to: number;
}

function runsOf(machines: readonly Ticks[]): Run[] {
  const runs: Run[] = [];
  machines.forEach((ticks, machine) => {
    for (let from = 0; from < ticks.length; from++) {
      if (!ticks[from] || ticks[from - 1]) continue;
      let to = from;
      while (ticks[to]) to++;
      runs.push({ machine, from, to });
    }
  });
  return runs;
}

/** Roser word for word: the longest active period of each tick, and the overlap of each with the next. */
function slowMembers(machines: readonly Ticks[]): Set<number>[] | undefined {
  const runs = runsOf(machines);
  const length = machines[0].length;
  const members = Array.from({ length }, () => new Set<number>());
  const sequence: Run[] = [];
  for (let tick = 0; tick < length; tick++) {
    const active = runs.filter(({ from, to }) => from <= tick && tick < to);
    const most = Math.max(...active.map(({ from, to }) => to - from));
    const longest = active.filter(({ from, to }) => to - from === most);
    // Where two are equally long, the words say nothing.
    if (longest.length > 1) return undefined;
    if (longest.length === 0) continue;
    members[tick].add(longest[0].machine);
    if (sequence.at(-1) !== longest[0]) sequence.push(longest[0]);
  }
  sequence.slice(1).forEach((run, index) => {
    const before = sequence[index];
    for (let tick = run.from; tick < before.to; tick++) members[tick].add(run.machine).add(before.machine);
  });
  return members;
}

function machinesOf(ticks: readonly Ticks[]): BottleneckMachine[] {
  return ticks.map((one, index) => ({
    id: String(index),
    states: states(
      ...one.map((active, time): [number, EquipmentState] => [
        time,
        active === undefined ? 'unknown' : active ? 'running' : 'starved',
      ]),
      [one.length, 'idle'],
    ),
  }));
}

function randomTicks(random: SeededRandom, length: number): Ticks {
  const ticks: Ticks = [];
  let active = random.next() < 0.5;
  while (ticks.length < length) {
    for (let count = 1 + random.whole(12); count > 0 && ticks.length < length; count--) ticks.push(active);
    active = !active;
  }
  return ticks;
}

for (const seed of [1, 2, 3, 4]) {
  test(`bottleneck() is what Roser's words say, tick by tick, and its parts add up, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    let compared = 0;
    for (let round = 0; round < 300; round++) {
      const ticks = Array.from({ length: 1 + random.whole(4) }, () => randomTicks(random, 40));
      const members = slowMembers(ticks);
      const from = random.whole(40);
      const middle = from + random.whole(40 - from);
      const intervals = [
        { from, to: middle },
        { from: middle + random.whole(3), to: 42 },
      ].filter((one) => one.from < one.to);
      const result = bottleneck(machinesOf(ticks), intervals, 42);
      assert.equal(result.soleTime + result.shiftingTime + result.noneTime, result.time);
      const shiftingTwice = result.shares.reduce((sum, { inputs }) => sum + inputs.shiftingTime, 0);
      assert.ok(shiftingTwice >= 2 * result.shiftingTime);
      const soles = result.shares.reduce((sum, { inputs }) => sum + inputs.soleTime, 0);
      assert.equal(soles, result.soleTime);
      if (!members) continue;
      compared++;
      for (const segment of result.segments) {
        for (let tick = segment.from; tick < segment.to; tick++) {
          const expected: string[] = [...(members[tick] ?? [])].sort().map(String);
          assert.deepEqual(segment.machines, expected, `round ${round}, tick ${tick}`);
        }
      }
    }
    assert.ok(compared > 50, `${compared} compared`);
  });

  test(`bottleneck() of many machines, equally long ones too, is what a look at each tick says, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    for (let round = 0; round < 60; round++) {
      const ticks = Array.from({ length: 5 + random.whole(20) }, () => randomTicks(random, 40));
      const runs = runsOf(ticks);
      const holding = (tick: number) => runs.filter(({ from, to }) => from <= tick && tick < to);
      const longest = new Set<Run>();
      for (let tick = 0; tick < 40; tick++) {
        const most = Math.max(...holding(tick).map(({ from, to }) => to - from));
        for (const run of holding(tick)) if (run.to - run.from === most) longest.add(run);
      }
      const from = random.whole(30);
      const { segments } = bottleneck(machinesOf(ticks), [{ from, to: 40 }], 50);
      for (let tick = from; tick < 40; tick++) {
        const members = holding(tick).filter((run) => longest.has(run));
        assert.equal(
          at(segments, tick),
          members.map(({ machine }) => machine).join(),
          `round ${round}, ${tick}`,
        );
      }
    }
  });

  test(`the bounds of a share are the least and the most of all that can have happened, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    for (let round = 0; round < 60; round++) {
      const ticks = Array.from({ length: 1 + random.whole(3) }, () => randomTicks(random, 24));
      const holes: [number, number][] = [];
      for (let count = random.whole(6); count > 0; count--) {
        holes.push([random.whole(ticks.length), 4 + random.whole(16)]);
      }
      for (const [index, tick] of holes) ticks[index][tick] = undefined;
      const interval = { from: 2, to: 22 };
      const { shares } = bottleneck(machinesOf(ticks), [interval], 25);
      const values = shares.map(() => new Set<number>());
      for (let choice = 0; choice < 1 << holes.length; choice++) {
        const filled = ticks.map((one) => [...one]);
        holes.forEach(([index, tick], bit) => (filled[index][tick] = ((choice >> bit) & 1) === 1));
        const possible = bottleneck(machinesOf(filled), [interval], 25);
        possible.shares.forEach(({ value }, index) => values[index].add(value ?? NaN));
      }
      shares.forEach(({ bounds, value = NaN }, index) => {
        assert.deepEqual(bounds, { low: Math.min(...values[index]), high: Math.max(...values[index]) });
        assert.ok(bounds!.low <= value && value <= bounds!.high);
      });
    }
  });

  test(`bottleneck() changes later only what it called provisional, and all of that can change, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    for (let round = 0; round < 60; round++) {
      const now = 20;
      const ticks = Array.from({ length: 3 }, () => randomTicks(random, now));
      const early = bottleneck(machinesOf(ticks), [{ from: 0, to: now }], now);
      const changed = new Set<number>();
      for (let choice = 0; choice < 64; choice++) {
        const later = ticks.map((one, index) => {
          const more = [0, 1, 3, 30][(choice >> (2 * index)) & 3];
          return [...one, ...Array.from({ length: 40 }, (_, tick) => tick < more)];
        });
        const { segments } = bottleneck(machinesOf(later), [{ from: 0, to: now }], 60);
        for (let tick = 0; tick < now; tick++) {
          if (at(early.segments, tick) !== at(segments, tick)) changed.add(tick);
        }
      }
      for (let tick = 0; tick < now; tick++) {
        const segment = early.segments.find(({ from, to }) => from <= tick && tick < to);
        assert.equal(changed.has(tick), segment?.isProvisional, `round ${round}, tick ${tick}`);
      }
    }
  });
}

function at(segments: ReturnType<typeof bottleneck>['segments'], tick: number): string | undefined {
  return segments.find(({ from, to }) => from <= tick && tick < to)?.machines.join();
}
