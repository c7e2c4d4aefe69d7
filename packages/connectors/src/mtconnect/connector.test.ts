import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { afterEach, suite, test } from 'node:test';
import type { Binding, SignalKind } from '@twinfloor/core';
import { connectorConformance, type Emission, type Rig } from '@twinfloor/core/conformance';
import { createAgent } from '../mtconnect-agent/index.js';
import { AgentRig } from '../testing/agent-rig.js';
import { serve } from '../testing/serve.js';
import { mtconnect } from './index.js';

const kinds: Record<string, SignalKind> = {
  'mill/execution': 'text',
  'mill/state': 'state',
  'mill/load': 'number',
  'mill/producedCount': 'counter',
  'mill/conditions': 'condition',
};
const bindings: Binding[] = [
  { signal: 'mill/execution', from: 'execution' },
  { signal: 'mill/state', from: { execution: 'execution', condition: 'logic' }, vocabulary: 'mtconnect' },
  { signal: 'mill/load', from: 'Xload' },
  { signal: 'mill/producedCount', from: 'partcount' },
  { signal: 'mill/conditions', from: 'CONDITION' },
];
const log = [
  '2026-01-01T00:00:00Z|execution|READY|Xload|1|partcount|1',
  '2026-01-01T00:00:00Z|logic|Normal||||',
  '2026-01-01T00:01:00Z|execution|ACTIVE|Xload|2|partcount|2',
  '2026-01-01T00:02:00Z|execution|READY|Xload|3|partcount|3',
  '2026-01-01T00:02:30Z|logic|Fault|81|||Low oil',
  '2026-01-01T00:03:00Z|Xload|UNAVAILABLE|partcount|UNAVAILABLE|execution|UNAVAILABLE',
  '2026-01-01T00:04:00Z|execution|ACTIVE|Xload|4|partcount|4',
  '2026-01-01T00:05:00Z|logic|Normal|81|||',
].join('\n');
const at = (text: string): number => Date.parse(`2026-01-01T${text}Z`);

let rig: AgentRig | undefined;
type StartOptions = Partial<Parameters<typeof AgentRig.start>[0]>;

async function start({ agent, ...options }: StartOptions = {}): Promise<AgentRig> {
  rig = await AgentRig.start({
    agent: { devices: [{ name: 'mill', shdr: log }], original: true, ...agent },
    kinds,
    bindings,
    ...options,
  });
  return rig;
}

afterEach(async () => {
  await rig?.stop();
  rig = undefined;
});

suite('mtconnect', () => {
  test('asks for what is bound and wanted, and for nothing else', async () => {
    const { server, context } = await start({
      unwanted: ['mill/load', 'mill/producedCount', 'mill/conditions'],
    });
    await rig!.live();
    await rig!.until('the stream', () => server.requests.some((request) => request.includes('heartbeat')));
    const paths = server.requests
      .filter((request) => !request.includes('/probe'))
      .map((request) => new URL(request.slice(4), server.url).searchParams.get('path'));
    assert.deepEqual([...new Set(paths)], ['//DataItem[@id="mill-execution-0" or @id="mill-logic-3"]']);
    assert.ok(!context.rows.some(({ signal }) => signal === 'mill/load'));
  });

  test('what nobody wants any more is missing from then on, and comes back with all that was between', async () => {
    const position = '2026-01-01T00:00:30Z';
    await start({ agent: { devices: [{ name: 'mill', shdr: log }], original: true, position } });
    await rig!.live();
    rig!.context.want(['mill/load']);
    await rig!.until('load is missing', () =>
      rig!.context.rows.some(
        ({ signal, value, time }) =>
          signal === 'mill/load' && value === undefined && time >= Date.parse(position),
      ),
    );
    rig!.pass(120_000);
    await rig!.reached('mill/execution', at('00:02:00'));
    assert.equal(rig!.numbers('mill/load').covered({ from: Date.parse(position), to: at('00:02:30') }), 0);
    rig!.context.want([]);
    await rig!.reached('mill/load', at('00:02:00'));
    assert.equal(rig!.numbers('mill/load').covered({ from: at('00:00:00'), to: at('00:02:30') }), 150_000);
    assert.equal(rig!.numbers('mill/load').at(at('00:01:30'))?.value, 2);
  });

  test('an agent that answers with an error is read anew without a hole in what it can tell', async () => {
    const position = '2026-01-01T00:00:30Z';
    let isBroken = false;
    await start({
      agent: { devices: [{ name: 'mill', shdr: log }], original: true, position },
      settings: { streaming: false },
      intercept(request, response) {
        if (!isBroken || !request.url!.includes('/sample')) return false;
        isBroken = false;
        response
          .writeHead(500)
          .end(
            '<MTConnectError><Errors><Error errorCode="INTERNAL_ERROR">?</Error></Errors></MTConnectError>',
          );
        return true;
      },
    });
    await rig!.live();
    isBroken = true;
    await rig!.until('live again', () => rig!.lives === 2);
    rig!.pass(300_000);
    await rig!.reached('mill/execution', at('00:04:00'));
    assert.equal(rig!.texts('mill/execution').covered({ from: at('00:00:00'), to: at('00:05:00') }), 300_000);
  });

  test('UNAVAILABLE is a missing number and counter, a word of a text, and an unknown state', async () => {
    await start();
    await rig!.live();
    const gap = { from: at('00:03:00'), to: at('00:04:00') };
    const day = { from: at('00:00:00'), to: at('00:05:00') };
    assert.equal(rig!.numbers('mill/load').covered(gap), 0);
    assert.equal(rig!.numbers('mill/load').covered(day), 240_000);
    assert.equal(rig!.counts('mill/producedCount').covered(gap), 0);
    assert.equal(rig!.counts('mill/producedCount').count(day), 3);
    assert.equal(rig!.texts('mill/execution').timePerText(day).get('UNAVAILABLE'), 60_000);
    assert.deepEqual(
      rig!
        .states('mill/state')
        .segments(day)
        .map(({ from, state }) => [from - at('00:00:00'), state]),
      [
        [0, 'idle'],
        [60_000, 'running'],
        [120_000, 'idle'],
        [150_000, 'fault'],
        [180_000, 'unknown'],
        [240_000, 'running'],
      ],
    );
    assert.deepEqual(rig!.context.refusals, []);
  });

  test('conditions keep level, code and text', async () => {
    await start();
    await rig!.live();
    const conditions = rig!.conditions('mill/conditions');
    assert.deepEqual(conditions.activeAt(at('00:04:30')), [
      { key: 'logic', level: 'fault', code: '81', text: 'Low oil', since: at('00:02:30') },
    ]);
    assert.deepEqual(conditions.activeAt(at('00:05:00')), []);
  });

  test('a fault that is active while the agent is away counts once and has been active since it was raised', async () => {
    const { server } = await start({
      agent: { devices: [{ name: 'mill', shdr: log }], original: true, position: '2026-01-01T00:02:40Z' },
    });
    await rig!.live();
    for (let round = 0; round < 3; round++) {
      await server.close();
      await rig!.until('waiting', () => rig!.context.state === 'waiting');
      // After what was last heard, whenever that was, nothing is known to be active.
      assert.deepEqual(rig!.conditions('mill/conditions').activeAt(at('00:04:00')), []);
      // The second time nothing at all has happened in between, not even time has passed.
      rig!.pass(round === 1 ? 0 : 5_000);
      const { lives } = rig!;
      await server.listen();
      await rig!.until('live again', () => rig!.lives > lives);
    }
    rig!.pass(140_000);
    await rig!.reached('mill/conditions', at('00:05:00'));
    const conditions = rig!.conditions('mill/conditions');
    const day = { from: at('00:00:00'), to: at('00:05:01') };
    assert.deepEqual(conditions.activations(day), new Map([['logic|Fault|81', 1]]));
    for (const time of [at('00:02:40'), at('00:02:50'), at('00:04:30')]) {
      assert.deepEqual(
        conditions.activeAt(time).map(({ code, since }) => [code, since]),
        [['81', at('00:02:30')]],
      );
    }
    assert.deepEqual(conditions.activeAt(at('00:05:00')), []);
    assert.equal(conditions.covered(day), 301_000);
  });

  test('what happened just before the agent was last heard, but was said only after a cut, is right too', async () => {
    const { agent, server } = await start({
      agent: { devices: [{ name: 'mill', shdr: log }], original: true, position: '2026-01-01T00:01:30Z' },
    });
    await rig!.live();
    await server.close();
    await rig!.until('waiting', () => rig!.context.state === 'waiting');
    rig!.pass(10_000);
    agent.push('mill', 'execution', 'READY', at('00:01:29'));
    agent.push('mill', 'logic', { level: 'fault', code: '7' }, at('00:01:29'));
    await server.listen();
    await rig!.until('live again', () => rig!.lives === 2);
    const execution = rig!.texts('mill/execution');
    assert.equal(execution.at(at('00:01:35'))?.text, 'READY');
    const conditions = rig!.conditions('mill/conditions');
    assert.deepEqual(
      conditions.activeAt(at('00:01:35')).map(({ code, since }) => [code, since]),
      [['7', at('00:01:29')]],
    );
    const raised = conditions.activations({ from: at('00:00:00'), to: at('00:02:00') });
    assert.deepEqual(raised, new Map([['logic|Fault|7', 1]]));
  });

  test('an agent started anew with its past continues a fault, without it the fault is raised anew', async () => {
    const position = '2026-01-01T00:02:40Z';
    for (const [past, count] of [
      [160_000, 1],
      [0, 2],
    ]) {
      const { agent } = await start({
        agent: { devices: [{ name: 'mill', shdr: log }], original: true, position },
      });
      await rig!.live();
      rig!.pass(5_000);
      agent.restart(past);
      await rig!.until('live again', () => rig!.lives === 2);
      rig!.pass(140_000);
      await rig!.reached('mill/conditions', at('00:05:00'));
      const raised = rig!
        .conditions('mill/conditions')
        .activations({ from: at('00:00:00'), to: at('00:05:01') });
      assert.deepEqual(raised, new Map([['logic|Fault|81', count]]));
      await rig!.stop();
    }
  });

  test('without the past only what holds now is read', async () => {
    await start({ settings: { past: false } });
    await rig!.live();
    assert.equal(
      rig!.server.requests.filter((request) => request.includes('/sample') && !request.includes('heartbeat'))
        .length,
      0,
    );
    assert.deepEqual(
      rig!.context.rows
        .filter(({ signal }) => signal === 'mill/load')
        .map(({ time, value }) => [time, value]),
      [[at('00:04:00'), 4]],
    );
  });

  test('a small buffer gives its past with the value that held before it', async () => {
    await start({
      agent: { devices: [{ name: 'mill', shdr: log }], original: true, bufferSize: 9 },
      settings: { count: 2 },
    });
    await rig!.live();
    const execution = rig!.texts('mill/execution');
    assert.equal(execution.at(at('00:02:59'))?.text, 'READY');
    assert.equal(execution.firstTime, at('00:02:00'));
  });

  test('what was lost between two looks is a gap, and is refilled as far as the buffer reaches', async () => {
    const { agent, server } = await start({
      agent: { devices: [{ name: 'mill', shdr: log }], original: true, position: '2026-01-01T00:01:30Z' },
      settings: { streaming: false },
    });
    await rig!.live();
    await server.close();
    await rig!.until('waiting', () => rig!.context.state === 'waiting');
    rig!.pass(240_000);
    agent.resizeBuffer(7);
    await server.listen();
    await rig!.live();
    const execution = rig!.texts('mill/execution');
    // What the buffer begins with holds since 00:02; before that nothing is known from the cut on.
    assert.equal(execution.at(at('00:01:29'))?.text, 'ACTIVE');
    assert.equal(execution.covered({ from: at('00:01:30'), to: at('00:02:00') }), 0);
    assert.equal(execution.at(at('00:02:30'))?.text, 'READY');
    assert.equal(execution.at(at('00:03:30'))?.text, 'UNAVAILABLE');
    assert.equal(execution.at(at('00:04:30'))?.text, 'ACTIVE');
    assert.deepEqual(rig!.conditions('mill/conditions').activeAt(at('00:02:00')), []);
    assert.equal(rig!.conditions('mill/conditions').activeAt(at('00:02:30')).length, 1);
  });

  test('OUT_OF_RANGE while following is a gap that is told, and the rest is read at once', async () => {
    let answerOnce = true;
    await start({
      settings: { streaming: false },
      intercept(request, response) {
        if (!rig || rig.lives === 0 || !request.url!.includes('/sample') || !answerOnce) return false;
        answerOnce = false;
        response.end(
          '<MTConnectError><Header/><Errors><Error errorCode="OUT_OF_RANGE">from</Error></Errors></MTConnectError>',
        );
        return true;
      },
    });
    await rig!.until('live again', () => rig!.lives === 2);
    assert.ok(!rig!.context.statuses.some(({ state }) => state === 'waiting'));
    assert.equal(rig!.texts('mill/execution').at(at('00:05:00'))?.text, 'ACTIVE');
  });

  test('a stream that falls silent counts as lost after two heartbeats', async () => {
    const silent: ServerResponse[] = [];
    await start({
      settings: { heartbeat: 20 },
      intercept(request, response) {
        if (!request.url!.includes('heartbeat') || silent.length > 0) return false;
        response.writeHead(200, { 'Content-Type': 'multipart/x-mixed-replace; boundary=b' }).flushHeaders();
        silent.push(response);
        return true;
      },
    });
    await rig!.until('a wait', () => rig!.context.state === 'waiting');
    assert.match(rig!.context.statuses.at(-1)!.detail!, /did not answer within 0\.04 s/);
    await rig!.until('the end of the silent stream', () => silent[0].destroyed);
    await rig!.until('live again', () => rig!.lives === 2);
  });

  test('an agent that cannot stream is asked again and again instead', async () => {
    const now = '2026-01-01T00:01:30Z';
    await start({
      agent: { devices: [{ name: 'mill', shdr: log }], original: true, position: now },
      intercept(request) {
        request.url = request.url!.replace(/&?(interval|heartbeat)=\d+/g, '');
        return false;
      },
    });
    await rig!.live();
    rig!.pass(60_000);
    await rig!.reached('mill/execution', at('00:02:00'));
  });

  test('of a document that is not well formed what stands before the mistake is used, and the place is told', async () => {
    let broken = true;
    await start({
      settings: { streaming: false },
      intercept(request, response) {
        if (!request.url!.includes('/sample') || !broken) return false;
        broken = false;
        response.end(
          '<MTConnectStreams><Header instanceId="1" nextSequence="5"/><Streams><DeviceStream name="mill"><ComponentStream component="Path"><Events>\n<Execution dataItemId="mill-execution-0" timestamp="2025-12-31T00:00:00Z" sequence="1">STOPPED</Execution></Event>',
        );
        return true;
      },
    });
    await rig!.live();
    assert.match(rig!.context.refusals[0].found, /\(line 2, column 107\)$/);
    assert.equal(rig!.texts('mill/execution').at(at('00:00:00') - 1)?.text, 'STOPPED');
  });

  test('a document that stays malformed is stepped over with what holds now', async () => {
    await start({
      settings: { streaming: false },
      intercept(request, response) {
        if (!request.url!.includes('/sample') || request.url!.includes(`from=${rig?.agent.nextSequence}`))
          return false;
        response.end('<MTConnectStreams><Header></MTConnectStreams>');
        return true;
      },
    });
    const now = () => rig!.texts('mill/execution').at(at('00:05:00'))?.text;
    await rig!.until('what holds now', () => now() === 'ACTIVE');
    await rig!.live();
  });

  test('a name that the agent does not have, or more than once, is refused with what it has', async () => {
    await start({
      agent: {
        devices: [
          { name: 'mill', shdr: log },
          { name: 'lathe', shdr: log },
        ],
        original: true,
      },
      kinds: { ...kinds, 'mill/tool': 'text' },
      bindings: [
        { signal: 'mill/execution', from: 'mill/EXECUTION' },
        { signal: 'mill/program', from: 'execution' },
        { signal: 'mill/tool', from: 'tool' },
      ],
    });
    await rig!.live();
    assert.deepEqual(rig!.context.refusals, [
      { place: 'from execution', found: '2 data items', allowed: 'mill-execution-0, lathe-execution-0' },
      {
        place: 'from tool',
        found: 'no such data item',
        allowed: 'logic, execution, partcount, Xload, logic, execution, partcount, Xload',
      },
    ]);
    assert.equal(rig!.texts('mill/execution').at(at('00:05:00'))?.text, 'ACTIVE');
  });

  for (const [what, status, type, body, detail] of [
    ['a wrong address', 404, 'text/plain', 'no', /answered 404: there is nothing/],
    [
      'a page',
      200,
      'text/html',
      '<!doctype html><p>',
      /sent text\/html, allowed: text\/xml or application\/json/,
    ],
    ['another document', 200, 'text/xml', '<rss/>', /found <rss>, allowed: <MTConnectDevices>/],
  ] as const) {
    test(`${what} fails for good with the reason and is not tried again`, async () => {
      await start({
        intercept(_, response) {
          response.writeHead(status, { 'Content-Type': type }).end(body);
          return true;
        },
      });
      await rig!.until('failed', () => rig!.context.state === 'failed');
      assert.match(rig!.context.statuses.at(-1)!.detail!, detail);
      assert.equal(rig!.server.requests.length, 1);
    });
  }

  test('what an error document says is told while it waits', async () => {
    await start({ settings: { device: 'lathe' } });
    await rig!.until('waiting', () => rig!.context.state === 'waiting');
    assert.match(
      rig!.context.statuses.find(({ state }) => state === 'waiting')!.detail!,
      /NO_DEVICE: Could not find the device 'lathe'/,
    );
  });

  test('an abort at any moment closes the request that is open', async () => {
    for (const request of ['/probe', '/current', '/sample', 'heartbeat']) {
      const open: ServerResponse[] = [];
      await start({
        intercept(incoming, response) {
          if (!incoming.url!.includes(request)) return false;
          open.push(response);
          return true;
        },
      });
      await rig!.until(request, () => open.length > 0);
      rig!.context.abort();
      await rig!.running;
      await rig!.until('closed', () => open.every(({ destroyed }) => destroyed));
      assert.equal(rig!.context.state, 'stopped');
      await rig!.stop();
    }
  });

  test('a wrong setting is named with what is allowed', () => {
    const make = (settings: Record<string, unknown>) => () =>
      mtconnect({ type: 'mtconnect', id: 'm', bindings: [], settings: { url: '/agent', ...settings } });
    assert.doesNotThrow(make({}));
    assert.throws(make({ url: 'ftp://agent' }), /invalid url: ftp:\/\/agent, allowed/);
    assert.throws(make({ url: undefined }), /invalid url: undefined/);
    assert.throws(make({ device: 5 }), /invalid device: 5/);
    assert.throws(make({ interval: -1 }), /invalid interval: -1, allowed: a whole number from 1/);
    assert.throws(make({ count: 0 }), /invalid count: 0/);
    assert.throws(make({ heartbeat: '10' }), /invalid heartbeat: 10/);
    assert.throws(make({ streaming: 'no' }), /invalid streaming: no, allowed: true or false/);
    assert.throws(make({ past: 1 }), /invalid past: 1/);
  });
});

for (const [streaming, format, jsonVersion] of [
  [true, 'xml', 2],
  [false, 'xml', 2],
  [true, 'json', 2],
  [false, 'json', 1],
] as const) {
  /** An agent to which the checks push what it says. */
  async function conformanceRig(): Promise<Rig> {
    const agent = createAgent({
      jsonVersion,
      devices: [
        {
          name: 'mill',
          signals: [
            { name: 'load', kind: 'number' },
            { name: 'power', kind: 'number' },
            { name: 'logic', kind: 'condition' },
          ],
        },
      ],
    });
    const server = await serve(agent.handle);
    const names: Record<string, string> = {
      'mill/load': 'load',
      'mill/power': 'power',
      'mill/conditions': 'logic',
    };
    const settings = { url: server.url, interval: 5, heartbeat: 100, streaming, format };
    const entry = {
      type: 'mtconnect',
      id: 'mtconnect-1',
      settings,
      bindings: [
        { signal: 'mill/load', from: 'load' },
        { signal: 'mill/power', from: 'power' },
        { signal: 'mill/conditions', from: 'logic' },
      ],
    };
    const wrong = (name: string, value: unknown) => ({ ...entry, settings: { ...settings, [name]: value } });
    return {
      factory: mtconnect,
      settings: entry,
      // An agent says UNAVAILABLE before all else, which for a number and for a condition is nothing.
      signals: { 'mill/load': 'number', 'mill/power': 'number', 'mill/conditions': 'condition' },
      source: { speaks: 'live', canBeLost: true, refills: true, repeats: true, followsDemand: true },
      wrongSettings: {
        url: wrong('url', 7),
        count: wrong('count', 'many'),
        streaming: wrong('streaming', 'yes'),
        format: wrong('format', 'yaml'),
      },
      async emit(emissions: readonly Emission[]) {
        for (const { signal, time, value } of emissions) {
          const report = { level: value as 'normal' | 'fault', ...(value === 'fault' && { code: '81' }) };
          const isCondition = signal === 'mill/conditions';
          agent.push('mill', names[signal], isCondition ? report : String(value), time);
        }
      },
      cut: () => server.close(),
      restore: () => server.listen(),
      async garbage() {
        agent.push('mill', 'load', 'a lot');
        return 1;
      },
      async stop() {
        agent.dispose();
        await server.close();
      },
    };
  }

  for (const { title, run } of await connectorConformance({
    name: `mtconnect, ${format}, ${streaming ? 'streamed' : 'polled'},`,
    start: conformanceRig,
  })) {
    test(title, run);
  }
}
