import assert from 'node:assert/strict';
import { after, beforeEach, mock, test } from 'node:test';
import type { ConnectorContext, PlantRequest } from '../connector/connector.js';
import { registerConnectorType } from '../connector/registry.js';
import type { SignalDefinition } from '../model/signal.js';
import { workshop } from '../testing/workshop.js';
import { Clock } from '../twin/clock.js';
import { ObservationBatch } from '../twin/observation-batch.js';
import { Twin } from '../twin/twin.js';
import { auditOf } from './audit.js';
import { permit } from './permission.js';
import type { SignalRequest } from './request.js';
import { requestsOf } from './requests.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });

const signals: SignalDefinition[] = [
  {
    name: 'speed',
    kind: 'number',
    unit: '1/min',
    request: { minimum: 0, maximum: 60, step: 5, timeout: 10 },
  },
  { name: 'force', kind: 'number', request: { minimum: 0.1, maximum: 1, step: 0.1, confirmedBy: 'actual' } },
  { name: 'actual', kind: 'number' },
  { name: 'next', kind: 'text', request: { values: ['A', 'B'] } },
  { name: 'limit', kind: 'number', request: { minimum: 0, maximum: 100 } },
];

let context!: ConnectorContext;
let sent: PlantRequest[] = [];
/** What the plant says to a request. */
let taken: (request: PlantRequest) => Promise<void>;
registerConnectorType('plant', () =>
  Promise.resolve(({ settings }) => ({
    run: async (given) => {
      context = given;
      for (const { name } of signals) given.resolve(`press/${name}`);
      given.status({ state: 'live' });
      await given.wait(1e9);
    },
    ...(settings['readOnly'] === true
      ? {}
      : {
          request: (request) => {
            sent.push(request);
            return taken(request);
          },
        }),
  })),
);

const twins: Twin[] = [];
after(() => Promise.all(twins.map((twin) => twin.stop())));
beforeEach(() => {
  sent = [];
  taken = () => Promise.resolve();
});

async function started(settings: Record<string, unknown> = {}): Promise<Twin> {
  const connectors = [{ type: 'plant', id: 'plc', bindings: [], settings }];
  const twin = new Twin(workshop({ connectors, signals }), { clock: new Clock(() => Date.now()) });
  twins.push(twin);
  twin.start();
  await settled();
  permit(twin, () => ({ who: 'Li Wei' }));
  return twin;
}

/** Lets everything that waits for nothing come to its end. */
async function settled(): Promise<void> {
  for (let index = 0; index < 20; index++) await Promise.resolve();
}

function observed(
  name: string,
  value: number | string | undefined,
  time = Date.now(),
  quality?: 'uncertain',
): void {
  const batch = new ObservationBatch();
  batch.add(context.resolve(`press/${name}`), time, value, quality);
  context.deliver(batch);
}

/** The outcomes in the audit, in order. */
const outcomes = (twin: Twin) => auditOf(twin).events.map(({ outcome }) => outcome);

test('a request is pending until the plant is observed to have done it, then it is confirmed', async () => {
  const twin = await started();
  observed('speed', 40);
  const states: string[] = [];
  requestsOf(twin).subscribe(({ state }) => states.push(state));
  const end = requestsOf(twin).ask('press/speed', 45, { why: 'thicker sheet', unit: '1/min' });
  await settled();
  assert.deepEqual(sent, [{ signal: twin.signal('press/speed').handle, value: 45 }]);
  assert.equal(twin.series('press/speed', 'number')?.at(Date.now())?.value, 40);
  mock.timers.tick(2_000);
  observed('speed', 45);
  assert.deepEqual(await end, {
    number: 1,
    signal: 'press/speed',
    value: 45,
    why: 'thicker sheet',
    from: 40,
    askedAt: Date.now() - 2_000,
    state: 'confirmed',
    who: 'Li Wei',
    deadline: Date.now() + 8_000,
    endedAt: Date.now(),
  });
  assert.deepEqual(states, ['permitting', 'pending', 'confirmed']);
  const act = { kind: 'request', equipment: 'press', signal: 'press/speed', value: 45, why: 'thicker sheet' };
  assert.deepEqual(auditOf(twin).events, [
    { number: 1, act, who: 'Li Wei', outcome: 'pending', at: Date.now() - 2_000 },
    { number: 1, act, who: 'Li Wei', outcome: 'confirmed', at: Date.now() },
  ]);
});

test('another value does not refuse a request; without the right one in time it has timed out', async () => {
  const twin = await started();
  const end = requestsOf(twin).ask('press/speed', 45);
  await settled();
  mock.timers.tick(5_000);
  observed('speed', 42);
  await settled();
  assert.equal(requestsOf(twin).of('press/speed')?.state, 'pending');
  mock.timers.tick(5_000);
  const { state, detail } = await end;
  assert.equal(state, 'timedOut');
  assert.equal(detail, 'press/speed was not observed to be 45 within 10 s');
  assert.deepEqual(outcomes(twin), ['pending', 'timedOut']);
  observed('speed', 45);
  assert.equal(requestsOf(twin).of('press/speed')?.state, 'timedOut');
});

test('a value within the tolerance confirms: half a step, or what single precision leaves', async () => {
  const twin = await started();
  const speed = requestsOf(twin).ask('press/speed', 45);
  const limit = requestsOf(twin).ask('press/limit', 40.1);
  await settled();
  observed('speed', 47.6);
  observed('limit', 40.11);
  await settled();
  assert.equal(requestsOf(twin).of('press/speed')?.state, 'pending');
  assert.equal(requestsOf(twin).of('press/limit')?.state, 'pending');
  observed('speed', 47.5, Date.now() + 1);
  observed('limit', Math.fround(40.1), Date.now() + 1);
  assert.equal((await speed).state, 'confirmed');
  assert.equal((await limit).state, 'confirmed');
});

test('where another signal confirms, only that one does', async () => {
  const twin = await started();
  const end = requestsOf(twin).ask('press/force', 0.3);
  await settled();
  observed('force', 0.3);
  await settled();
  assert.equal(requestsOf(twin).of('press/force')?.state, 'pending');
  observed('actual', 0.1 + 0.2);
  assert.equal((await end).state, 'confirmed');
});

const notConfirming: [title: string, deliver: (twin: Twin) => void][] = [
  ['of another source', (twin) => twin.observe([{ signal: 'press/speed', time: Date.now(), value: 45 }])],
  ['of doubtful quality', () => observed('speed', 45, Date.now(), 'uncertain')],
  ['stamped long before the request', () => observed('speed', 45, Date.now() - 5_000)],
  ['of another signal', () => observed('actual', 45)],
  ['without a value', () => observed('speed', undefined)],
];
for (const [title, deliver] of notConfirming) {
  test(`an observation does not confirm: ${title}`, async () => {
    const twin = await started();
    void requestsOf(twin).ask('press/speed', 45);
    await settled();
    deliver(twin);
    await settled();
    assert.equal(requestsOf(twin).of('press/speed')?.state, 'pending');
    observed('speed', 45, Date.now() + 1);
    await settled();
    assert.equal(requestsOf(twin).of('press/speed')?.state, 'confirmed');
  });
}

test('a delayed message from before what was known confirms nothing, and a source whose clock is behind does', async () => {
  const twin = await started();
  observed('speed', 40, Date.now() - 1_000);
  void requestsOf(twin).ask('press/speed', 45);
  await settled();
  observed('speed', 45, Date.now() - 1_500);
  await settled();
  assert.equal(requestsOf(twin).of('press/speed')?.state, 'pending');
  observed('speed', 45, Date.now() - 500);
  await settled();
  assert.equal(requestsOf(twin).of('press/speed')?.state, 'confirmed');
});

test('whoever is told that a request is confirmed finds the new value in the series', async () => {
  const twin = await started();
  let seen: number | undefined;
  requestsOf(twin).subscribe(({ state }) => {
    if (state === 'confirmed') seen = twin.series('press/speed', 'number')?.at(Date.now())?.value;
  });
  void requestsOf(twin).ask('press/speed', 45);
  await settled();
  observed('speed', 45);
  await settled();
  assert.equal(seen, 45);
});

const refused: [
  title: string,
  ask: (twin: Twin) => Promise<SignalRequest>,
  refusal: string,
  detail: string,
][] = [
  ['a signal for which the file allows nothing', (twin) => requestsOf(twin).ask('press/actual', 1), 'notAllowed', 'the workshop file allows no request for press/actual'],
  ['a value out of range', (twin) => requestsOf(twin).ask('press/speed', 65), 'wrongValue', '65 is not a number from 0 to 60 1/min'],
  ['a value between the steps', (twin) => requestsOf(twin).ask('press/speed', 42), 'wrongValue', '42 is not a whole number of steps of 5 1/min above 0'],
  ['no number', (twin) => requestsOf(twin).ask('press/speed', NaN), 'wrongValue', 'NaN is not a number from 0 to 60 1/min'],
  ['a text for a number', (twin) => requestsOf(twin).ask('press/speed', '45'), 'wrongValue', '"45" is not a number from 0 to 60 1/min'],
  ['a word that is not listed', (twin) => requestsOf(twin).ask('press/next', 'C'), 'wrongValue', '"C" is none of A, B'],
  ['another unit', (twin) => requestsOf(twin).ask('press/speed', 45, { unit: '1/s' }), 'wrongValue', 'press/speed is in 1/min, not in 1/s'],
  ['the value that it has', (twin) => { observed('speed', 45); return requestsOf(twin).ask('press/speed', 45); }, 'unchanged', 'press/speed is 45 already'],
  ['while the past is shown', (twin) => { twin.clock.at(Date.now() - 60_000); return requestsOf(twin).ask('press/speed', 45); }, 'past', 'the page shows the past; only the present can be changed'],
  ['what nobody permits', (twin) => { permit(twin, () => undefined); return requestsOf(twin).ask('press/speed', 45); }, 'notPermitted', 'the page does not permit it'],
  ['while the connection is lost', (twin) => { context.status({ state: 'waiting' }); return requestsOf(twin).ask('press/speed', 45); }, 'notLive', 'the connection to plc is not live'],
]; // prettier-ignore
for (const [title, ask, refusal, detail] of refused) {
  test(`a request is refused with a sentence, and the plant hears nothing: ${title}`, async () => {
    const twin = await started();
    const request = await ask(twin);
    assert.deepEqual([request.state, request.refusal, request.detail], ['refused', refusal, detail]);
    assert.deepEqual(sent, []);
    assert.deepEqual(
      auditOf(twin).events.map((event) => [event.outcome, event.who, event.detail]),
      [['refused', undefined, detail]],
    );
  });
}

test('a source that takes no requests is told as that', async () => {
  const twin = await started({ readOnly: true });
  const { refusal, detail } = await requestsOf(twin).ask('press/speed', 45);
  assert.deepEqual([refusal, detail], ['noSource', 'plc takes no requests']);
});

test('a second request for a signal is refused while the first is not answered, and the first goes on', async () => {
  const twin = await started();
  const first = requestsOf(twin).ask('press/speed', 45);
  await settled();
  const second = await requestsOf(twin).ask('press/speed', 50);
  assert.deepEqual([second.state, second.refusal], ['refused', 'pending']);
  assert.equal(requestsOf(twin).of('press/speed')?.value, 45);
  assert.equal(sent.length, 1);
  observed('speed', 45);
  assert.equal((await first).state, 'confirmed');
  assert.deepEqual(outcomes(twin), ['pending', 'refused', 'confirmed']);
  void requestsOf(twin).ask('press/speed', 50);
  await settled();
  assert.equal(sent.length, 2);
});

test('what the source refuses is refused with its words', async () => {
  const twin = await started();
  taken = () => Promise.reject(new Error('the broker does not let us write to cmd/speed'));
  const { state, refusal, detail } = await requestsOf(twin).ask('press/speed', 45);
  assert.deepEqual(
    [state, refusal, detail],
    ['refused', 'source', 'the broker does not let us write to cmd/speed'],
  );
  assert.deepEqual(outcomes(twin), ['pending', 'refused']);
});

test('a connection that is lost meanwhile leaves open whether the plant did it, until it is seen or time is over', async () => {
  const twin = await started();
  const lost = requestsOf(twin).ask('press/speed', 45);
  await settled();
  context.status({ state: 'waiting' });
  mock.timers.tick(10_000);
  const { state, detail } = await lost;
  assert.equal(state, 'timedOut');
  assert.equal(detail, 'the connection to plc was lost meanwhile: whether the plant did it is not known');

  context.status({ state: 'live' });
  const back = requestsOf(twin).ask('press/speed', 50);
  await settled();
  context.status({ state: 'waiting' });
  mock.timers.tick(3_000);
  context.status({ state: 'live' });
  observed('speed', 50);
  assert.equal((await back).state, 'confirmed');
});

test('what became impossible while the page was asked for permission does not go to the plant', async () => {
  const twin = await started();
  let sign!: (permission: { who: string }) => void;
  permit(twin, () => new Promise((resolve) => (sign = resolve)));
  const end = requestsOf(twin).ask('press/speed', 45);
  await settled();
  assert.equal(requestsOf(twin).of('press/speed')?.state, 'permitting');
  context.status({ state: 'waiting' });
  sign({ who: 'Li Wei' });
  assert.equal((await end).refusal, 'notLive');
  assert.deepEqual(sent, []);
  assert.equal(auditOf(twin).events[0].who, 'Li Wei');
});

test('a request wants its signal from the source until it is answered', async () => {
  const twin = await started();
  const limit = context.resolve('press/limit');
  const end = requestsOf(twin).ask('press/limit', 7);
  await settled();
  assert.equal(context.wanted(limit), true);
  observed('limit', 7);
  await end;
  assert.equal(context.wanted(limit), false);
});

test('a signal that is not there is a mistake of the caller, not a refusal', async () => {
  const twin = await started();
  await assert.rejects(requestsOf(twin).ask('press/spead', 1), /unknown signal: press\/spead/);
  assert.deepEqual(auditOf(twin).events, []);
});

test('each twin has requests of its own', async () => {
  const twin = await started();
  assert.equal(requestsOf(twin), requestsOf(twin));
  assert.notEqual(requestsOf(twin), requestsOf(await started()));
});
