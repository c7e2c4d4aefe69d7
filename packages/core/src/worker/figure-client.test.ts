import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { MessageChannel, Worker } from 'node:worker_threads';
import { bottleneck, machineOee } from '../kpi/index.js';
import { qualityCode } from '../model/quality.js';
import { stateCode } from '../model/equipment-state.js';
import { CounterSeries } from '../series/counter-series.js';
import { StateSeries } from '../series/state-series.js';
import { amountOf, FigureClient, lookup, partsOf } from './index.js';
import type { FigureAnswer, FigureRequest } from './port.js';
import { serveFigures } from './serve-figures.js';

const { good } = qualityCode;
const minute = 60_000;
const shift = [
  { from: 0, to: 230 * minute },
  { from: 250 * minute, to: 480 * minute },
];

function machine() {
  const states = new StateSeries();
  states.append(0, stateCode.running, 'ACTIVE', good);
  states.append(100 * minute, stateCode.fault, 'ALARM', good);
  states.append(147 * minute, stateCode.running, 'ACTIVE', good);
  const produced = new CounterSeries();
  const scrap = new CounterSeries();
  for (let time = 0; time <= 480; time += 10) {
    produced.append(time * minute, time * 40, good);
    scrap.append(time * minute, time, good);
  }
  return {
    states,
    produced,
    good: undefined,
    scrap,
    rework: undefined,
    products: undefined,
    idealCycle: lookup({}, 1000),
  };
}

/** A port that keeps what is posted, as the other side would get it, and answers when told to. */
class FakePort {
  readonly posted: { message: FigureRequest; sent: FigureRequest; transfer: ArrayBuffer[] }[] = [];
  readonly #listeners = new Map<string, (event: { data?: unknown; message?: string }) => void>();

  postMessage(message: unknown, transfer: ArrayBuffer[]) {
    const sent = structuredClone(message, { transfer }) as FigureRequest;
    this.posted.push({ message: message as FigureRequest, sent, transfer });
  }
  addEventListener(type: string, listener: (event: { data?: unknown; message?: string }) => void) {
    this.#listeners.set(type, listener);
  }
  removeEventListener(type: string) {
    this.#listeners.delete(type);
  }
  answer(answer: FigureAnswer) {
    this.#listeners.get('message')?.({ data: answer });
  }
  fail(message: string) {
    this.#listeners.get('error')?.({ message });
  }
}

describe('FigureClient in Node', () => {
  const worker = new Worker(new URL('../testing/figure-worker.js', import.meta.url));
  const client = new FigureClient(worker);
  after(() => worker.terminate());

  it('answers from a worker what the function answers here', async () => {
    const here = machineOee(machine(), shift);
    assert.equal(here.input.productionTime, (460 - 47) * minute);
    assert.deepEqual(await client.call('machineOee', [machine(), shift]), here);
    assert.deepEqual(
      await client.call('machineOee', [machine(), shift], { within: { from: 0, to: 480 * minute } }),
      here,
    );
  });

  it('carries refusals back as the errors they are, with their message', async () => {
    const input = { ...machineOee(machine(), shift).input, plannedTime: -1 };
    await assert.rejects(client.call('oee', [input]), {
      name: 'RangeError',
      message: 'invalid plannedTime: -1, allowed: 0 or more',
    });
    const noIntervals = undefined as unknown as [];
    await assert.rejects(client.call('stateTimes', [undefined, noIntervals]), TypeError);
    await assert.rejects(
      client.call('lossOfStop', [{}]),
      /^TypeError: invalid result: function, allowed: plain data/,
    );
    await assert.rejects(client.call('constructor' as 'oee', [] as never), {
      name: 'RangeError',
      message: 'invalid figure: constructor, allowed: a function of @twinfloor/core/kpi',
    });
  });

  it('answers several calls, each its own', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map((to) => client.call('stateTimes', [machine().states, [{ from: 0, to }]])),
    );
    assert.deepEqual(
      answers.map((times) => times[stateCode.running]),
      [1, 2, 3],
    );
  });

  it('takes a plan as the intervals it is made of', async () => {
    const machines = [{ id: 'press', states: machine().states, planned: partsOf(shift) }];
    const here = bottleneck(machines, shift);
    assert.deepEqual(await client.call('bottleneck', [machines, shift]), here);
    assert.equal(here.segments[0].to, 230 * minute);
  });

  it('works over any port of messages', async () => {
    const { port1, port2 } = new MessageChannel();
    const end = serveFigures(port2);
    assert.equal(await new FigureClient(port1).call('specificEnergy', [10, 4]), 2.5);
    end();
    port1.close();
  });
});

describe('FigureClient', () => {
  it('transfers what it copied: the buffers it posted are empty afterwards, the series are not', () => {
    const port = new FakePort();
    const record = machine();
    void new FigureClient(port).call('machineOee', [record, shift]);
    const [{ message, sent, transfer }] = port.posted;
    assert.equal(transfer.length, 4 + 3 + 3);
    assert.ok(transfer.every(({ byteLength }) => byteLength === 0));
    const states = (one: FigureRequest) =>
      (one.arguments as [{ states: { times: Float64Array } }])[0].states.times;
    assert.equal(states(message).length, 0);
    assert.deepEqual([...states(sent)], [0, 100 * minute, 147 * minute]);
    assert.equal(record.states.length, 3);
    assert.equal(record.produced.count({ from: 0, to: 480 * minute }), 470 * 40);
  });

  it('copies typed arrays among the arguments, so that those of the caller stay', () => {
    const port = new FakePort();
    const energies = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    void new FigureClient(port).call('idleEnergy', [energies]);
    assert.equal(energies[9], 10);
    assert.deepEqual(port.posted[0].sent.arguments, [energies]);
  });

  it('takes of the series what an interval depends on', () => {
    const port = new FakePort();
    const within = { from: 200 * minute, to: 220 * minute };
    void new FigureClient(port).call('machineOee', [machine(), [within]], { within });
    const [record] = port.posted[0].sent.arguments as [{ produced: { times: Float64Array } }];
    assert.deepEqual([...record.produced.times], [190 * minute, 200 * minute, 210 * minute, 220 * minute]);
  });

  it('names the argument that cannot go to a worker', async () => {
    const client = new FigureClient(new FakePort());
    const record = { ...machine(), idealCycle: () => 1000 };
    await assert.rejects(client.call('machineOee', [record, shift]), {
      name: 'TypeError',
      message:
        'invalid arguments.0.idealCycle: function, allowed: plain data, series, lookup(), partsOf(), amountOf()',
    });
    await assert.rejects(client.call('specificEnergy', [new Date(0) as never, 1]), {
      message: 'invalid arguments.0: Date, allowed: plain data, series, lookup(), partsOf(), amountOf()',
    });
  });

  it('sends one call at a time, and one that is cancelled before its turn never', async () => {
    const port = new FakePort();
    const client = new FigureClient(port);
    const controller = new AbortController();
    const first = client.call('specificEnergy', [1, 1]);
    const second = client.call('specificEnergy', [2, 1], { signal: controller.signal });
    const third = client.call('specificEnergy', [3, 1]);
    controller.abort(new Error('no longer wanted'));
    await assert.rejects(second, { message: 'no longer wanted' });
    assert.equal(port.posted.length, 1);
    port.answer({ id: port.posted[0].sent.id, result: 1 });
    assert.equal(await first, 1);
    assert.deepEqual(port.posted[1].sent.arguments, [3, 1]);
    port.answer({ id: port.posted[1].sent.id, result: 3 });
    assert.equal(await third, 3);
  });

  it('leaves the answer of a cancelled call unheard and goes on', async () => {
    const port = new FakePort();
    const client = new FigureClient(port);
    const controller = new AbortController();
    const first = client.call('specificEnergy', [1, 1], { signal: controller.signal });
    const second = client.call('specificEnergy', [2, 1]);
    controller.abort(new Error('stop'));
    await assert.rejects(first, { message: 'stop' });
    port.answer({ id: port.posted[0].sent.id, result: 1 });
    port.answer({ id: port.posted[1].sent.id, result: 2 });
    assert.equal(await second, 2);
    await assert.rejects(client.call('specificEnergy', [1, 1], { signal: controller.signal }), {
      message: 'stop',
    });
  });

  it('rejects what is asked for when the worker fails, and all that comes after', async () => {
    const port = new FakePort();
    const client = new FigureClient(port);
    const calls = [client.call('specificEnergy', [1, 1]), client.call('specificEnergy', [2, 1])];
    port.fail('no such module');
    for (const call of calls) await assert.rejects(call, { message: 'the worker failed: no such module' });
    await assert.rejects(client.call('specificEnergy', [3, 1]), /no such module/);
  });

  it('rejects what has no answer when it is disposed of', async () => {
    const port = new FakePort();
    const client = new FigureClient(port);
    const call = client.call('specificEnergy', [1, 1]);
    client.dispose();
    await assert.rejects(call, { message: 'the client of the worker was disposed of' });
    port.answer({ id: port.posted[0].sent.id, result: 1 });
    await assert.rejects(client.call('specificEnergy', [1, 1]), /disposed/);
  });

  it('knows the arguments and results of the functions', () => {
    const client = new FigureClient(new FakePort());
    // @ts-expect-error a text is no energy
    void client.call('specificEnergy', ['much', 1]).catch(() => undefined);
    // @ts-expect-error there is no such function
    void client.call('happiness', []).catch(() => undefined);
  });
});

describe('partsOf()', () => {
  it('gives what of its intervals lies in another one', () => {
    const planned = partsOf([
      { from: 0, to: 10 },
      { from: 20, to: 30 },
    ]);
    assert.deepEqual(planned({ from: 5, to: 25 }), [
      { from: 5, to: 10 },
      { from: 20, to: 25 },
    ]);
    assert.deepEqual(planned({ from: 10, to: 20 }), []);
  });
});

describe('amountOf()', () => {
  it('gives the amount of what of its intervals lies in another one', () => {
    const amount = amountOf(shift, 120);
    assert.equal(amount({ from: 200 * minute, to: 260 * minute }), 2 * (30 + 10));
    assert.equal(amount({ from: 230 * minute, to: 250 * minute }), 0);
  });
});

describe('lookup()', () => {
  it('finds what is in its table, and nothing of what all objects have', () => {
    const cycle = lookup({ gear: 60 }, 45);
    assert.equal(cycle('gear'), 60);
    assert.equal(cycle('shaft'), 45);
    assert.equal(cycle('constructor'), 45);
    assert.equal(cycle(undefined), 45);
    assert.equal(lookup({ gear: 60 })('shaft'), undefined);
  });
});
