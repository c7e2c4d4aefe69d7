import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Binding,
  type Condition,
  type ConnectorContext,
  type ObservationBatch,
  type Refusal,
} from '@twinfloor/core';
import { rowKind, type SignalDefinition, standardSignals } from '@twinfloor/core';
import { Bindings } from './bindings.js';

type Row = [address: string, time: number, value: unknown, source?: string];

const custom: Record<string, SignalDefinition> = {
  load: { name: 'load', kind: 'number', unit: '%' },
  tool: { name: 'tool', kind: 'text' },
};

function bound(bindings: readonly Binding[]) {
  const addresses: string[] = [];
  const rows: Row[] = [];
  const refusals: Refusal[] = [];
  const context = {
    resolve(address: string) {
      if (!address.startsWith('mill/')) throw new RangeError(`unknown equipment: ${address.split('/')[0]}`);
      if (!addresses.includes(address)) addresses.push(address);
      return addresses.indexOf(address);
    },
    definition(signal: number) {
      const name = addresses[signal].slice('mill/'.length);
      return custom[name] ?? standardSignals[name];
    },
    deliver(batch: ObservationBatch) {
      for (let row = 0; row < batch.length; row++) rows.push(rowOf(batch, row, addresses));
    },
    refuse: (refusal: Refusal) => void refusals.push(refusal),
    wanted: (signal: number) => addresses[signal] === 'mill/power',
    now: () => 10_000,
  };
  return { bindings: new Bindings(bindings, context as unknown as ConnectorContext), rows, refusals };
}

function rowOf(batch: ObservationBatch, row: number, addresses: readonly string[]): Row {
  const address = addresses[batch.signals[row]];
  const [time, value] = [batch.times[row], batch.values[row]];
  switch (batch.kinds[row]) {
    case rowKind.empty:
      return [address, time, undefined];
    case rowKind.text:
      return [address, time, batch.texts[value]];
    case rowKind.state:
      return [address, time, batch.stateAt(row), batch.texts[value]];
    case rowKind.condition:
      return [address, time, describe(batch.conditions[value])];
    default:
      return [address, time, value];
  }
}

const describe = ({ key, level, code }: Condition): string => [key, level, code].filter(Boolean).join('|');

test('a number written as text is parsed, converted and scaled', () => {
  const { bindings, rows } = bound([
    { signal: 'mill/power', from: 'P', unit: 'W', scale: 0.1 },
    { signal: 'mill/load', from: 'Sload' },
  ]);
  bindings.observe('P', 1000, '12345');
  bindings.observe('Sload', 1001, ' -1.5e1 ');
  bindings.deliver();
  assert.deepEqual(rows, [
    ['mill/power', 1000, 1.2345],
    ['mill/load', 1001, -15],
  ]);
});

test('a text that is no number is refused with its place, and the number before it holds no more', () => {
  const { bindings, rows, refusals } = bound([{ signal: 'mill/power', from: 'P' }]);
  bindings.observe('P', 1000, 5);
  for (const raw of ['0x10', '1,5', 'nano', '1 2']) {
    assert.equal(bindings.observe('P', 1001, raw), false);
  }
  bindings.deliver();
  assert.deepEqual(rows, [
    ['mill/power', 1000, 5],
    ...Array.from({ length: 4 }, () => ['mill/power', 1001, undefined]),
  ]);
  assert.equal(refusals.length, 4);
  assert.deepEqual(refusals[1], { place: 'P', found: '1,5', allowed: 'a number' });
});

test('a sensor that sends NaN, an infinity or blanks has no value from then on', () => {
  for (const raw of ['', '  ', 'NaN', 'nan', '-Infinity', 'inf', NaN, Infinity]) {
    const { bindings, rows, refusals } = bound([{ signal: 'mill/power', from: 'P' }]);
    bindings.observe('P', 1000, 5);
    assert.equal(bindings.observe('P', 1001, raw), true);
    bindings.deliver();
    assert.deepEqual(rows, [
      ['mill/power', 1000, 5],
      ['mill/power', 1001, undefined],
    ]);
    assert.deepEqual(refusals, []);
  }
});

test('a text of any length is found to be no number at once', () => {
  const { bindings } = bound([{ signal: 'mill/power', from: 'P' }]);
  const start = performance.now();
  assert.equal(bindings.observe('P', 1000, `${'1'.repeat(200_000)}x`), false);
  assert.ok(performance.now() - start < 1_000);
});

test('a time more than a day ahead of the present is refused, one of a clock that is ahead is taken', () => {
  const { bindings, rows, refusals } = bound([{ signal: 'mill/power', from: 'P' }]);
  assert.equal(bindings.observe('P', 10_000 + 86_400_000, 1), true);
  assert.equal(bindings.observe('P', 10_001 + 86_400_000, 2), false);
  assert.equal(bindings.observe('P', 1e300, 3), false);
  bindings.deliver();
  assert.deepEqual(rows, [['mill/power', 86_410_000, 1]]);
  assert.deepEqual(refusals, [
    {
      place: 'P',
      found: '1970-01-02T00:00:10.001Z',
      allowed: 'a time that is at most a day ahead of the present',
    },
    { place: 'P', found: '1e+300', allowed: 'a time that is at most a day ahead of the present' },
  ]);
});

test('a text stays as it came, also where it looks like a number', () => {
  const { bindings, rows } = bound([
    { signal: 'mill/program', from: 'prog' },
    { signal: 'mill/tool', from: 'prog' },
  ]);
  bindings.observe('prog', 1000, '0480');
  bindings.observe('prog', 1001, undefined);
  bindings.deliver();
  assert.deepEqual(rows, [
    ['mill/program', 1000, '0480'],
    ['mill/tool', 1000, '0480'],
    ['mill/program', 1001, undefined],
    ['mill/tool', 1001, undefined],
  ]);
});

test('a state without a vocabulary takes the canonical words', () => {
  const { bindings, rows, refusals } = bound([{ signal: 'mill/state', from: 's' }]);
  bindings.observe('s', 1, 'running');
  bindings.observe('s', 2, 'burning');
  bindings.observe('s', 3, 'burning');
  bindings.observe('s', 4, undefined);
  bindings.deliver();
  assert.deepEqual(rows, [
    ['mill/state', 1, 'running', 'running'],
    ['mill/state', 2, 'unknown', 'burning'],
    ['mill/state', 3, 'unknown', 'burning'],
    ['mill/state', 4, undefined],
  ]);
  assert.equal(refusals.length, 1, 'an unknown word is refused once');
  assert.equal(refusals[0].found, 'burning');
});

test('a condition keeps its key, level and code; a plain word is a level', () => {
  const { bindings, rows, refusals } = bound([{ signal: 'mill/conditions', from: 'logic' }]);
  bindings.observeCondition('logic', 1, { key: 'logic', level: 'fault', code: '81' });
  bindings.observe('logic', 2, 'Warning');
  bindings.observe('logic', 3, 'burning');
  bindings.deliver();
  assert.deepEqual(rows, [
    ['mill/conditions', 1, 'logic|fault|81'],
    ['mill/conditions', 2, 'logic|warning'],
  ]);
  assert.equal(refusals[0].allowed, 'normal, warning, fault, unavailable');
});

test('a gap is a missing value for every bound signal, and its end restores what was known', () => {
  const { bindings, rows } = bound([
    { signal: 'mill/power', from: 'P' },
    { signal: 'mill/state', from: 's' },
    { signal: 'mill/program', from: 'prog' },
    { signal: 'mill/conditions', from: 'logic' },
  ]);
  bindings.observe('P', 1, 5);
  bindings.observe('s', 1, 'running');
  bindings.observeCondition('logic', 1, { key: 'logic', level: 'fault', code: '81' });
  bindings.deliver();
  rows.length = 0;
  bindings.gap(10);
  bindings.gap(10);
  bindings.batch.clear();
  bindings.gap(10);
  bindings.resume(10);
  bindings.observe('P', 12, 6);
  bindings.deliver();
  assert.deepEqual(rows, [
    ['mill/power', 10, undefined],
    ['mill/state', 10, undefined],
    ['mill/program', 10, undefined],
    ['mill/conditions', 10, 'logic|unavailable'],
    ['mill/power', 10, 5],
    ['mill/state', 10, 'running', 'running'],
    ['mill/program', 10, undefined],
    ['mill/conditions', 10, 'logic|fault|81'],
    ['mill/power', 12, 6],
  ]);
});

test('resume() gives what held when the gap began, also after newer values', () => {
  const { bindings, rows } = bound([
    { signal: 'mill/power', from: 'P' },
    { signal: 'mill/state', from: 's' },
  ]);
  bindings.observe('P', 1, 5);
  bindings.observe('s', 1, 'idle');
  bindings.gap(10);
  bindings.observe('P', 12, 6);
  bindings.observe('s', 12, 'running');
  bindings.batch.clear();
  bindings.resume(10);
  bindings.deliver();
  assert.deepEqual(rows, [
    ['mill/power', 10, 5],
    ['mill/state', 10, 'idle', 'idle'],
  ]);
});

test('a gap of some sources is one of the signals that they feed', () => {
  const { bindings, rows } = bound([
    { signal: 'mill/power', from: 'P' },
    { signal: 'mill/load', from: 'L' },
    { signal: 'mill/tool', from: 'L' },
  ]);
  bindings.observe('P', 5, 1);
  bindings.observe('L', 6, 2);
  bindings.gap(10, ['L', 'M', 'L']);
  bindings.deliver();
  assert.deepEqual(rows.slice(3), [
    ['mill/load', 10, undefined],
    ['mill/tool', 10, undefined],
  ]);
});

test('a gap begins after the newest observation where the clock of the source runs ahead', () => {
  const { bindings, rows } = bound([{ signal: 'mill/power', from: 'P' }]);
  bindings.observe('P', 1000, 5);
  bindings.gap(800);
  bindings.resume(800);
  bindings.gap(2000);
  bindings.resume(2500);
  bindings.deliver();
  assert.deepEqual(rows, [
    ['mill/power', 1000, 5],
    ['mill/power', 1001, undefined],
    ['mill/power', 1001, 5],
    ['mill/power', 2000, undefined],
    ['mill/power', 2500, 5],
  ]);
});

test('the words of several inputs make one state', () => {
  const { bindings, rows } = bound([
    {
      signal: 'mill/state',
      from: { mode: 'mode', execution: 'exec', emergencyStop: 'estop', condition: 'logic' },
      vocabulary: 'mtconnect',
    },
  ]);
  bindings.observe('mode', 1, 'AUTOMATIC');
  bindings.observe('exec', 2, 'ACTIVE');
  bindings.observe('exec', 3, 'READY');
  bindings.observeCondition('logic', 4, { key: 'logic', level: 'fault', code: '1' });
  bindings.observeCondition('logic', 5, { key: 'logic', level: 'normal' });
  bindings.observe('estop', 6, 'TRIGGERED');
  bindings.observe('exec', 7, 'UNAVAILABLE');
  bindings.deliver();
  assert.deepEqual(rows, [
    ['mill/state', 1, undefined],
    ['mill/state', 2, 'running', 'ACTIVE'],
    ['mill/state', 3, 'idle', 'READY'],
    ['mill/state', 4, 'fault', 'READY'],
    ['mill/state', 5, 'idle', 'READY'],
    ['mill/state', 6, 'fault', 'READY'],
    ['mill/state', 7, 'unknown', 'UNAVAILABLE'],
  ]);
});

test('a source that nothing is bound to is left alone, a time that is none is refused', () => {
  const { bindings, refusals } = bound([{ signal: 'mill/power', from: 'P' }]);
  assert.equal(bindings.observe('Q', 1, 5), false);
  assert.equal(bindings.observe('P', NaN, 5, 'good', 'line 7'), false);
  assert.equal(bindings.batch.length, 0);
  assert.deepEqual(
    refusals.map(({ place }) => place),
    ['line 7'],
  );
});

test('wanted() asks for the signals that a source feeds', () => {
  const { bindings } = bound([
    { signal: 'mill/power', from: 'P' },
    { signal: 'mill/load', from: 'S' },
  ]);
  assert.deepEqual([bindings.wanted('P'), bindings.wanted('S'), bindings.wanted('Q')], [true, false, false]);
  assert.deepEqual([...bindings.sources], ['P', 'S']);
});

test('an unknown equipment is an error at the start that says what is allowed', () => {
  assert.throws(() => bound([{ signal: 'saw/power', from: 'P' }]), {
    name: 'RangeError',
    message: 'bindings[0]: unknown equipment: saw',
  });
});

const mistakes: readonly [what: string, binding: Binding, refusal: [place: string, ...rest: string[]]][] = [
  ['an unknown conversion', { signal: 'mill/power', from: 'P', unit: 'kg' }, ['unit', 'kg', 'mW, W, kW, MW']],
  ['a scale of 0', { signal: 'mill/power', from: 'P', scale: 0 }, ['scale', '0', 'a number other than 0']],
  [
    'a unit of a text',
    { signal: 'mill/program', from: 'P', unit: 'kW' },
    ['unit', 'kW', 'nothing, as mill/program is a text'],
  ],
  [
    'a scale of a state',
    { signal: 'mill/state', from: 's', scale: 2 },
    ['scale', '2', 'nothing, as mill/state is a state'],
  ],
  [
    'a vocabulary of a number',
    { signal: 'mill/power', from: 'P', vocabulary: 'packml' },
    ['vocabulary', 'packml', 'nothing, as mill/power is a number'],
  ],
  [
    'an unknown vocabulary',
    { signal: 'mill/state', from: 's', vocabulary: 'morse' },
    [
      'vocabulary',
      'morse',
      'canonical, euromap, machinery, mtconnect, packml, packml-30060, semi-e10, weihenstephan',
    ],
  ],
  [
    'several sources of a number',
    { signal: 'mill/power', from: { a: 'b' } },
    ['from', 'several inputs', 'text, as mill/power is a number'],
  ],
  [
    'an unknown input',
    { signal: 'mill/state', from: { word: 'b' }, vocabulary: 'machinery' },
    ['from', 'word', 'state, mode'],
  ],
];
for (const [what, binding, [key, found, allowed]] of mistakes) {
  test(`${what} is refused by name, and the other bindings go on`, () => {
    const { bindings, refusals } = bound([binding, { signal: 'mill/load', from: 'L' }]);
    assert.deepEqual(refusals, [{ place: `bindings[0].${key}`, found, allowed }]);
    assert.deepEqual([...bindings.sources], ['L']);
  });
}

test('Bindings take what a source says through its input, found once, as observe() does', () => {
  const { bindings, rows, refusals } = bound([{ signal: 'mill/power', from: 'P1', unit: 'W' }]);
  assert.equal(bindings.input('P2'), undefined);
  const input = bindings.input('P1')!;
  assert.equal(input.observe(1_000, 1500, 'good', 'frame'), true);
  assert.equal(input.observe(2_000, 'much', 'good', 'frame'), false);
  assert.equal(input.observe(NaN, 1, 'good', 'frame'), false);
  bindings.deliver();
  assert.deepEqual(rows, [
    ['mill/power', 1_000, 1.5],
    ['mill/power', 2_000, undefined],
  ]);
  assert.deepEqual(
    refusals.map(({ place, found }) => [place, found]),
    [
      ['frame', 'much'],
      ['frame', 'NaN'],
    ],
  );
});

test('Bindings write a gap for the signals of some sources alone', () => {
  const { bindings, rows } = bound([
    { signal: 'mill/power', from: 'P1' },
    { signal: 'mill/load', from: 'L1' },
  ]);
  bindings.gap(1_000, ['L1', 'unbound']);
  bindings.deliver();
  assert.deepEqual(rows, [['mill/load', 1_000, undefined]]);
});

test('what a source tells late of the time before a filled gap holds at the place of the gap', () => {
  const { bindings, rows } = bound([
    { signal: 'mill/power', from: 'P' },
    { signal: 'mill/state', from: 's' },
  ]);
  bindings.observe('P', 1, 5);
  bindings.observe('s', 1, 'idle');
  bindings.gap(10);
  bindings.resume(10);
  bindings.batch.clear();
  bindings.observe('P', 8, 6);
  bindings.observe('s', 9, 'running');
  // Older than what holds there by now, and newer than the gap: both change nothing at its place.
  bindings.observe('P', 7, 4);
  bindings.observe('P', 11, 7);
  bindings.deliver();
  assert.deepEqual(rows, [
    ['mill/power', 8, 6],
    ['mill/power', 10, 6],
    ['mill/state', 9, 'running', 'running'],
    ['mill/state', 10, 'running', 'running'],
    ['mill/power', 7, 4],
    ['mill/power', 11, 7],
  ]);
});

test('a gap that stays leaves nothing to fill a later one with', () => {
  const { bindings, rows } = bound([
    { signal: 'mill/power', from: 'P' },
    { signal: 'mill/state', from: 's' },
    { signal: 'mill/conditions', from: 'c' },
  ]);
  bindings.observe('P', 1, 5);
  bindings.observe('s', 1, 'running');
  bindings.observeCondition('c', 1, { key: 'jam', level: 'fault' });
  bindings.gap(10);
  bindings.keepGap();
  bindings.gap(20);
  bindings.batch.clear();
  bindings.resume(20);
  bindings.deliver();
  assert.deepEqual(rows, [
    ['mill/power', 20, undefined],
    ['mill/state', 20, undefined],
    ['mill/conditions', 20, 'jam|unavailable'],
  ]);
});

test('a gap before one that was filled leaves that one missing too, until it is filled itself', () => {
  const { bindings, rows } = bound([{ signal: 'mill/power', from: 'P' }]);
  bindings.observe('P', 1, 5);
  bindings.gap(30);
  bindings.resume(30);
  bindings.observe('P', 10, 6);
  bindings.batch.clear();
  // Told until 12 only of what the source kept.
  bindings.gap(12);
  bindings.resume(12);
  bindings.observe('P', 20, 7);
  bindings.gap(25);
  bindings.keepGap();
  bindings.observe('P', 22, 8);
  bindings.deliver();
  assert.deepEqual(
    rows.map(([, time, value]) => [time, value]),
    [
      [12, undefined],
      [30, undefined],
      [12, 6],
      [30, 6],
      [20, 7],
      [30, 7],
      [25, undefined],
      [30, undefined],
      [22, 8],
    ],
  );
});
