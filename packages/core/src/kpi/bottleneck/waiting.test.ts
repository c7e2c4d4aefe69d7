import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equipmentStates, type EquipmentState, stateCode } from '../../model/equipment-state.js';
import { StateSeries } from '../../series/state-series.js';
import { TextSeries } from '../../series/text-series.js';
import { SeededRandom } from '../../testing/random.js';
import { waiting, waitingAt } from './waiting.js';
import type { FlowMachine } from './waiting-segments.js';

type Changes = readonly (readonly [time: number, state: EquipmentState])[];

function machine(id: string, feeds: string[], changes: Changes, reasons?: TextSeries): FlowMachine {
  const states = new StateSeries();
  for (const [time, state] of changes) states.append(time, stateCode[state], state, 0);
  return { id, feeds, states: changes.length > 0 ? states : undefined, reasons };
}

function words(...changes: readonly (readonly [time: number, text: string])[]): TextSeries {
  const series = new TextSeries();
  for (const [time, text] of changes) series.append(time, text, 0);
  return series;
}

const intervals = [{ from: 0, to: 100 }];

// saw → rack (says nothing) → mill → washer → press; the mill breaks down at 20 and is repaired at 60.
const line = [
  machine(
    'saw',
    ['rack'],
    [
      [0, 'running'],
      [30, 'blocked'],
      [65, 'running'],
    ],
  ),
  machine('rack', ['mill'], []),
  machine(
    'mill',
    ['washer'],
    [
      [0, 'running'],
      [20, 'fault'],
      [60, 'running'],
    ],
    words([0, 'old'], [20, ''], [35, 'spindle']),
  ),
  machine(
    'washer',
    ['press'],
    [
      [0, 'running'],
      [25, 'starved'],
      [70, 'running'],
    ],
  ),
  machine(
    'press',
    [],
    [
      [0, 'running'],
      [40, 'starved'],
      [80, 'running'],
    ],
  ),
];

test('waitingAt() follows starved machines upstream, and blocked ones downstream, to the first that is not', () => {
  assert.deepEqual(waitingAt(line, 'press', 50), {
    from: 50,
    to: 51,
    waiting: 'starved',
    cause: 'mill',
    state: 'fault',
    reason: 'spindle',
  });
  assert.equal(waitingAt(line, 'saw', 32)?.cause, 'mill');
  assert.equal(waitingAt(line, 'saw', 32)?.reason, undefined);
  assert.equal(waitingAt(line, 'mill', 50), undefined);
});

test('waiting() gives each machine that caused it, what it did and why; all of it adds up', () => {
  const result = waiting(line, ['saw', 'mill', 'washer', 'press'], intervals);
  assert.deepEqual(
    result.parts.map(({ machine: id, waiting: what, cause, state, reason, time }) =>
      [id, what, cause, state, reason ?? '-', time].join(' '),
    ),
    [
      'saw blocked mill fault spindle 25',
      'washer starved mill fault spindle 25',
      'press starved mill fault spindle 20',
      'washer starved mill fault - 10',
      'washer starved mill running - 10',
      'press starved mill running - 10',
      'press starved washer running - 10',
      'saw blocked mill fault - 5',
      'saw blocked mill running - 5',
    ],
  );
  assert.deepEqual(result.inputs, {
    time: 400,
    unknownTime: 0,
    starvedTime: 85,
    blockedTime: 35,
    withoutCauseTime: 0,
  });
  assert.equal(result.value, 0.3);
  assert.deepEqual([result.bounds, result.coverage], [{ low: 0.3, high: 0.3 }, 1]);
});

test('waiting() shows what has no cause: at the ends of the flow, and where the state of the next is not known', () => {
  const flow = [
    machine('first', ['second'], [[0, 'starved']]),
    machine('second', ['third'], [[0, 'blocked']]),
    { ...machine('third', [], [[0, 'fault']]), knownUntil: 40 },
  ];
  const { inputs, parts, value, bounds, coverage } = waiting(flow, ['first', 'second', 'third'], intervals);
  assert.deepEqual(inputs, {
    time: 300,
    unknownTime: 60,
    starvedTime: 100,
    blockedTime: 100,
    withoutCauseTime: 160,
  });
  assert.deepEqual(
    parts.map(({ cause, state, time }) => [cause, state, time]),
    [
      [undefined, undefined, 100],
      [undefined, undefined, 60],
      ['third', 'fault', 40],
    ],
  );
  assert.equal(value, 200 / 240);
  assert.deepEqual([bounds, coverage], [{ low: 200 / 300, high: 260 / 300 }, 0.8]);
});

test('of several machines that feed one, that which stands is the cause, else that which works', () => {
  const fed = (left: EquipmentState, right: EquipmentState) =>
    waitingAt(
      [
        machine('left', ['end'], [[0, left]]),
        machine('right', ['end'], [[0, right]]),
        machine('end', [], [[0, 'starved']]),
      ],
      'end',
      10,
    );
  assert.equal(fed('running', 'setup')?.cause, 'right');
  assert.equal(fed('starved', 'blocked')?.cause, 'right');
  assert.equal(fed('running', 'running')?.cause, 'left');
  assert.equal(fed('starved', 'unknown')?.cause, undefined);
});

test('waiting() ends where feeds lead in a circle, and has no share without time', () => {
  const circle = [machine('a', ['b'], [[0, 'starved']]), machine('b', ['a'], [[0, 'starved']])];
  assert.equal(waiting(circle, ['a', 'b'], intervals).inputs.withoutCauseTime, 200);
  assert.equal(waiting(circle, ['a'], []).value, undefined);
  assert.equal(waiting(circle, ['a'], []).bounds, undefined);
});

/** The slow answer: level by level through the flow at one moment. Ids of all that may be the cause, best kind first. */
function slowCauses(flow: readonly FlowMachine[], id: string, at: number): string[] | undefined {
  const stateOf = ({ states, knownUntil = Infinity }: FlowMachine) =>
    states === undefined ? 'silent' : at < knownUntil ? (states.at(at)?.state ?? 'unknown') : 'unknown';
  const waits = stateOf(flow.find((one) => one.id === id)!);
  if (waits !== 'starved' && waits !== 'blocked') return undefined;
  const next = (ids: readonly string[]) =>
    flow.filter((one) =>
      waits === 'starved'
        ? one.feeds.some((fed) => ids.includes(fed))
        : flow.some((other) => ids.includes(other.id) && other.feeds.includes(one.id)),
    );
  const seen = new Set([id]);
  const kinds: [string[], string[]] = [[], []];
  for (let level = [id]; level.length > 0;) {
    const reached = next(level).filter((one) => !seen.has(one.id));
    for (const one of reached) seen.add(one.id);
    level = [];
    const here: [string[], string[]] = [[], []];
    for (const one of reached) {
      const state = stateOf(one);
      if (state === waits || state === 'silent') level.push(one.id);
      else if (['running', 'starved', 'blocked'].includes(state)) here[1].push(one.id);
      else if (state !== 'unknown') here[0].push(one.id);
    }
    // Of one kind only the nearest level counts.
    for (const kind of [0, 1] as const) if (kinds[kind].length === 0) kinds[kind] = here[kind];
  }
  return kinds[0].length > 0 ? kinds[0] : kinds[1];
}

for (const seed of [21, 22, 23]) {
  test(`waiting() attributes every millisecond of starved and blocked time once, as a slow walk at each tick does, seed ${seed}`, () => {
    const random = new SeededRandom(seed);
    for (let round = 0; round < 40; round++) {
      const names = ['a', 'b', 'c', 'd', 'e'];
      const flow = names.map((id) => {
        const feeds = names.filter(() => random.next() < 0.3).filter((other) => other !== id);
        const changes: [number, EquipmentState][] = [];
        for (let time = random.whole(10); time < 60 && random.next() < 0.95; time += 1 + random.whole(15)) {
          changes.push([time, random.pick([...equipmentStates, 'starved', 'blocked', 'starved', 'blocked'])]);
        }
        return { ...machine(id, feeds, changes), ...(random.next() < 0.2 && { knownUntil: 40 }) };
      });
      const asked = [
        { from: 5, to: 20 + random.whole(10) },
        { from: 30, to: 60 },
      ];
      const { inputs, parts } = waiting(flow, names, asked);
      let waited = 0;
      let withoutCause = 0;
      const byCause = new Map<string, number>();
      for (const id of names) {
        for (const { from, to } of asked) {
          for (let at = from; at < to; at++) {
            const causes = slowCauses(flow, id, at);
            const one = waitingAt(flow, id, at);
            assert.equal(one === undefined, causes === undefined);
            if (!one || !causes) continue;
            waited++;
            if (causes.length === 0) withoutCause++;
            assert.ok(one.cause === undefined ? causes.length === 0 : causes.includes(one.cause));
            const key = [id, one.waiting, one.cause, one.state].join(' ');
            byCause.set(key, (byCause.get(key) ?? 0) + 1);
          }
        }
      }
      const told = parts.map((one): [string, number] => [
        [one.machine, one.waiting, one.cause, one.state].join(' '),
        one.time,
      ]);
      assert.deepEqual(told.sort(), [...byCause].sort());
      assert.equal(inputs.withoutCauseTime, withoutCause);
      assert.equal(inputs.starvedTime + inputs.blockedTime, waited);
      const known = parts.filter(({ cause }) => cause !== undefined).reduce((sum, { time }) => sum + time, 0);
      assert.equal(known + inputs.withoutCauseTime, waited);
    }
  });
}
