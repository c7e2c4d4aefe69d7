import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConnectorSettings } from '../model/workshop-types.js';
import { ObservationBatch } from '../twin/observation-batch.js';
import { type ConformanceCheck, connectorConformance, type Emission, type Rig } from './conformance.js';
import type { Connector, ConnectorContext } from './connector.js';

/** A source in memory. It keeps what it said, so that a connector can read again from where it was. */
class Source {
  readonly log: (Emission | undefined)[] = [];
  present = true;
  wake: () => void = () => {};
}

/** A mistake that a connector can make; without one it is a good example. */
type Mistake =
  | 'none'
  | 'loses one'
  | 'shifts times'
  | 'no connecting'
  | 'no confirm'
  | 'constant waits'
  | 'no jitter'
  | 'no gap'
  | 'gap now'
  | 'no refill'
  | 'clears in a refill'
  | 'throws for garbage'
  | 'silent about garbage'
  | 'ends late'
  | 'delivers on'
  | 'ignores demand'
  | 'forgets a word'
  | 'accepts anything';

const signals = {
  'mill/power': 'number',
  'mill/program': 'text',
  'mill/state': 'state',
  'mill/conditions': 'condition',
} as const;

const settings: ConnectorSettings = {
  type: 'memory',
  id: 'memory-1',
  bindings: Object.keys(signals).map((signal) => ({ signal, from: signal })),
  settings: { interval: 1 },
};

function connector({ bindings, settings }: ConnectorSettings, source: Source, mistake: Mistake): Connector {
  if (mistake !== 'accepts anything' && !(Number(settings['interval']) > 0)) {
    throw new RangeError(`invalid interval: ${String(settings['interval'])}, allowed: above 0`);
  }
  return {
    async run(context) {
      const handles = new Map(bindings.map(({ signal }) => [signal, context.resolve(signal)]));
      const reader = new Reader(context, source, handles, mistake);
      const stopped = (): boolean => context.signal.aborted;
      let attempt = 0;
      while (!stopped()) {
        if (mistake !== 'no connecting') context.status({ state: 'connecting' });
        if (source.present) {
          attempt = 0;
          context.status({ state: 'live' });
          reader.resume();
          while (source.present && !stopped()) {
            reader.read();
            await new Promise<void>((resolve) => {
              source.wake = resolve;
              setTimeout(resolve, 2);
            });
          }
          if (stopped()) break;
          reader.gap();
        }
        const limit = mistake === 'constant waits' ? 1000 : Math.min(30_000, 1000 * 2 ** attempt);
        const wait = mistake === 'no jitter' ? limit : context.random() * limit;
        context.status({ state: 'waiting', detail: 'gone', attempt: ++attempt, retryAt: Date.now() + wait });
        await context.wait(wait);
      }
      if (mistake === 'delivers on') setTimeout(() => reader.read(), 20);
      if (mistake === 'ends late') await new Promise((resolve) => setTimeout(resolve, 1_500));
    },
  };
}

class Reader {
  #next = 0;
  #newest = 0;
  #missed = false;
  readonly #last = new Map<string, Emission>();
  readonly #batch = new ObservationBatch();
  readonly #context: ConnectorContext;
  readonly #source: Source;
  readonly #handles: ReadonlyMap<string, number>;
  readonly #mistake: Mistake;

  constructor(
    context: ConnectorContext,
    source: Source,
    handles: ReadonlyMap<string, number>,
    mistake: Mistake,
  ) {
    this.#context = context;
    this.#source = source;
    this.#handles = handles;
    this.#mistake = mistake;
  }

  read(): void {
    if (this.#mistake !== 'no confirm') this.#context.confirm();
    for (; this.#next < this.#source.log.length; this.#next++) this.#take(this.#source.log[this.#next]);
    this.#deliver();
  }

  gap(): void {
    this.#missed = true;
    if (this.#mistake === 'no gap') return;
    const time = this.#mistake === 'gap now' ? Date.now() + 5_000 : this.#newest + 1;
    for (const [signal, handle] of this.#handles) {
      if (signal !== 'mill/conditions') this.#batch.add(handle, time, undefined);
      else this.#batch.addCondition(handle, time, { key: 'logic', level: 'unavailable' });
    }
    this.#deliver();
  }

  resume(): void {
    if (!this.#missed) return;
    this.#missed = false;
    if (this.#mistake === 'no refill') this.#next = this.#source.log.length;
    else for (const emission of this.#last.values()) this.#refill({ ...emission, time: this.#newest + 1 });
    this.#deliver();
  }

  #take(emission: Emission | undefined): void {
    const handle = emission && this.#handles.get(emission.signal);
    if (!emission || handle === undefined) {
      if (this.#mistake === 'throws for garbage') throw new Error('garbage');
      if (this.#mistake === 'silent about garbage') return;
      this.#context.refuse({ place: `entry ${this.#next}`, found: String(emission), allowed: 'an emission' });
      return;
    }
    if (this.#mistake !== 'ignores demand' && !this.#context.wanted(handle)) return;
    if (this.#mistake === 'loses one' && this.#next === 1) return;
    const late = this.#mistake === 'shifts times' ? 1 : 0;
    this.#add({ ...emission, time: emission.time + late });
    this.#last.set(emission.signal, emission);
    this.#newest = Math.max(this.#newest, emission.time);
  }

  #add({ signal, time, value }: Emission): void {
    const handle = this.#handles.get(signal)!;
    if (signal === 'mill/conditions') {
      const level = value as 'normal' | 'fault';
      this.#batch.addCondition(handle, time, {
        key: 'logic',
        level,
        ...(level === 'fault' && { code: '81' }),
      });
    } else if (signal !== 'mill/state') this.#batch.add(handle, time, value);
    else if (value === 'running') this.#batch.addState(handle, time, 'running', this.#word('ACTIVE'));
    else this.#batch.addState(handle, time, 'idle', this.#word('READY'));
  }

  #refill(emission: Emission): void {
    if (this.#mistake === 'clears in a refill' && emission.value === 'fault')
      this.#add({ ...emission, value: 'normal' });
    this.#add(emission);
  }

  #word(word: string): string {
    return this.#mistake === 'forgets a word' ? '' : word;
  }

  #deliver(): void {
    if (this.#batch.length === 0) return;
    this.#context.deliver(this.#batch);
    this.#batch.clear();
  }
}

function suite(mistake: Mistake, patience?: number): Promise<ConformanceCheck[]> {
  const start = (): Promise<Rig> => {
    const source = new Source();
    return Promise.resolve({
      factory: (each) => connector(each, source, mistake),
      settings,
      signals,
      source: { speaks: 'live', canBeLost: true, refills: true, repeats: true, followsDemand: true },
      wrongSettings: { interval: { ...settings, settings: { interval: -1 } } },
      emit: (emissions) => Promise.resolve(void source.log.push(...emissions)),
      cut: () => Promise.resolve(void (source.present = false)),
      restore: () => Promise.resolve(void (source.present = true)),
      garbage: () => Promise.resolve(source.log.push(undefined) && 1),
      stop: () => Promise.resolve(),
    });
  };
  return connectorConformance({ name: 'memory', start, patience });
}

async function failures(checks: readonly ConformanceCheck[]): Promise<string[]> {
  const titles: string[] = [];
  for (const { title, run } of checks) await run().catch(() => titles.push(title));
  return titles;
}

for (const { title, run } of await suite('none')) test(title, run);

const caught: readonly [Mistake, check: RegExp][] = [
  ['loses one', /delivers all/],
  ['shifts times', /delivers all/],
  ['no connecting', /connects, then/],
  ['no confirm', /confirms/],
  ['constant waits', /growing waits/],
  ['no jitter', /random time/],
  ['no gap', /missing values/],
  ['gap now', /missing values/],
  ['no refill', /refills/],
  ['clears in a refill', /refills/],
  ['throws for garbage', /refuses/],
  ['silent about garbage', /refuses/],
  ['ends late', /ends within a second/],
  ['delivers on', /nothing after/],
  ['ignores demand', /nobody wants/],
  ['forgets a word', /keeps the word/],
  ['accepts anything', /interval/],
];
for (const [mistake, check] of caught) {
  test(`the suite notices a connector that makes this mistake: ${mistake}`, async () => {
    const checks = (await suite(mistake, 500)).filter(({ title }) => check.test(title));
    assert.ok(checks.length > 0, 'no such check');
    assert.notDeepEqual(await failures(checks), []);
  });
}
