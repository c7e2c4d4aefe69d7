import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equipmentStateTimes } from '@twinfloor/core';
import { exampleFactory, SimulatedFactory } from '../testing/simulated-factory.js';
import type { Scenario } from './scenarios.js';

const hour = 3_600_000;
const minute = 60_000;
const workshop = exampleFactory();
const monday = Date.parse('2026-11-30T08:00+08:00');
const begin = monday + 2 * hour;

/** Two equal factories, in one of which a scenario was started. */
function compared(scenario: Scenario, equipment: string | undefined, span = 2 * hour) {
  const [plain, changed] = [1, 2].map(() => new SimulatedFactory(workshop, { seed: 7, from: monday }));
  plain.advance(begin + span);
  changed.advance(begin);
  const started = changed.simulation.start(scenario, equipment);
  changed.advance(begin + span);
  const before = (factory: SimulatedFactory) => factory.rows.filter(({ time }) => time < begin);
  assert.deepEqual(before(changed), before(plain));
  return { plain, changed, started };
}

function stateAt({ twin }: SimulatedFactory, id: string, time: number): string | undefined {
  return twin.series(`${id}/state`, 'state')?.at(time)?.state;
}

test('breakdown: the machine fails at once, is repaired and runs again; nothing before it changes', () => {
  const { changed } = compared('breakdown', 'press-3');
  assert.equal(stateAt(changed, 'press-3', begin), 'fault');
  const states = [
    ...(changed.twin.series('press-3/state', 'state')?.segments({ from: begin, to: begin + 2 * hour }) ?? []),
  ];
  assert.deepEqual(
    states.slice(0, 2).map(({ state }) => state),
    ['fault', 'maintenance'],
  );
  assert.ok(states[0].to - states[0].from >= 10 * minute);
  assert.ok(states.slice(2).some(({ state }) => state === 'running'));
  const [alarm] = changed.twin.series('press-3/conditions', 'condition')?.activeAt(begin) ?? [];
  assert.equal(alarm.level, 'fault');
});

test('breakdown: what is behind runs out of parts', () => {
  const { changed } = compared('breakdown', 'press-3');
  assert.ok(
    [
      ...(changed.twin.series('weld-1/state', 'state')?.segments({ from: begin, to: begin + 2 * hour }) ??
        []),
    ].some(({ state }) => state === 'starved'),
  );
});

test('breakdown: a pump of the process cell can fail too', () => {
  const { changed, started } = compared('breakdown', 'pump-1', 10 * minute);
  assert.equal(started, 'pump-1');
  assert.equal(stateAt(changed, 'pump-1', begin + minute), 'fault');
});

test('materialRunsOut: the heads of the line starve within minutes and go on after half an hour', () => {
  const { changed } = compared('materialRunsOut', 'plastics-line');
  for (let n = 1; n <= 4; n++) {
    const state = stateAt(changed, `moulder-${n}`, begin + 15 * minute) as string;
    assert.ok(['starved', 'setup', 'fault', 'maintenance'].includes(state), `moulder-${n} is ${state}`);
  }
  const running = [1, 2, 3, 4].filter(
    (n) => stateAt(changed, `moulder-${n}`, begin + 33 * minute) === 'running',
  );
  assert.ok(running.length >= 2, running.join());
  assert.equal(changed.simulation.plant.machines.get('mc-1')?.parts.book.stoppedUntil, -Infinity);
});

test('peakTariff: the power of the workshops falls for an hour', () => {
  const { plain, changed } = compared('peakTariff', undefined);
  for (const meter of ['meter-machining', 'meter-forming']) {
    const mean = ({ twin }: SimulatedFactory): number =>
      twin.series(`${meter}/power`, 'number')?.mean({ from: begin + 10 * minute, to: begin + hour }) ?? 0;
    assert.ok(mean(changed) < 0.95 * mean(plain), `${meter}: ${mean(changed)} kW of ${mean(plain)} kW`);
  }
  assert.ok(
    changed.rows.some(
      ({ signal, value }) => signal === 'mc-3/reason' && value === 'Load shed at the peak tariff',
    ),
  );
});

test('toolWear: cycles grow, the machine warns, and the tool is changed', () => {
  const { plain, changed } = compared('toolWear', 'lathe-2');
  const slowest = ({ twin }: SimulatedFactory): number =>
    twin.series('lathe-2/cycleTime', 'number')?.maximum({ from: begin, to: begin + hour }) ?? 0;
  assert.ok(slowest(changed) > 1.05 * slowest(plain), `${slowest(changed)} s, ${slowest(plain)} s`);
  assert.ok(
    changed.rows.some(
      ({ signal, time, value }) => signal === 'lathe-2/reason' && time > begin && value === 'Tool change',
    ),
  );
});

test('a scenario that does not fit says what would', () => {
  const factory = new SimulatedFactory(workshop, { seed: 7, from: monday });
  factory.advance(begin);
  assert.throws(
    () => factory.simulation.start('toolWear', 'conveyor-1'),
    /invalid equipment: conveyor-1, allowed: .*mc-1/,
  );
  assert.throws(() => factory.simulation.start('breakdown', 'nobody'), /invalid equipment: nobody/);
  assert.throws(
    () => factory.simulation.start('strike' as Scenario),
    /invalid scenario: strike, allowed: breakdown/,
  );
});

test('without an equipment a scenario takes one that runs and says which', () => {
  const { changed, started } = compared('breakdown', undefined, minute);
  assert.equal(stateAt(changed, started as string, begin), 'fault');
});

for (const scenario of ['breakdown', 'materialRunsOut', 'peakTariff', 'toolWear'] as const) {
  test(`${scenario} in the last hour of a week ends with the week, and the books stay whole`, () => {
    const week = monday + 7 * 24 * hour;
    const detail = { from: week - 2 * hour, positionsFrom: week };
    const [plain, changed] = [1, 2].map(
      () => new SimulatedFactory(workshop, { seed: 7, from: monday, detail }),
    );
    plain.advance(week + hour);
    changed.advance(week - 20 * minute);
    const started = changed.simulation.start(scenario);
    changed.advance(week + hour);
    const told = ({ rows }: SimulatedFactory, from: number, to: number) =>
      rows.filter(({ time }) => time >= from && time < to);
    assert.deepEqual(told(changed, 0, week - 20 * minute), told(plain, 0, week - 20 * minute));
    assert.deepEqual(told(changed, week, Infinity), told(plain, week, Infinity));
    const window = { from: week - hour, to: week + hour };
    for (const { id, type } of changed.units()) {
      if (type !== 'meter') {
        const times = equipmentStateTimes(changed.twin, id, window);
        assert.equal(times[9], 0, id);
        assert.equal(
          times.reduce((sum, time) => sum + time, 0),
          2 * hour,
          id,
        );
      }
      for (const time of [week - 1, week, week + hour]) {
        const [produced, good, scrap] = ['producedCount', 'goodCount', 'scrapCount'].map((name) =>
          changed.number(`${id}/${name}`, time),
        );
        assert.equal(produced, good + scrap, id);
      }
      const conditions = changed.twin.series(`${id}/conditions`, 'condition');
      if (scenario === 'breakdown' && id === started) {
        assert.equal(conditions?.activeAt(week - 1).filter(({ level }) => level === 'fault').length, 1);
        assert.equal(conditions?.activeAt(week).filter(({ level }) => level === 'fault').length, 0);
      }
    }
  });
}
