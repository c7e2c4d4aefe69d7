import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAgent } from '@twinfloor/connectors/mtconnect-agent';
import { complaintsOf, examples } from './browser.mjs';

/** The agents of the test under way, by prefix. While the disturbed one is away nobody answers for it. */
let agents = {};
let isAway = false;
/** While it is silent, connections stay open and nothing comes. */
let isSilent = false;
/** How many streams were asked of the disturbed agent. */
let streams = 0;
const { open } = await examples({
  handle(request, response) {
    if (isAway && request.url.startsWith('/disturbed/')) {
      request.socket.destroy();
      return true;
    }
    if (request.url.startsWith('/disturbed/')) silence(response);
    if (/^\/disturbed\/.*heartbeat/.test(request.url)) streams++;
    return Object.values(agents).some((agent) => agent.handle(request, response));
  },
});

/** Swallows what is written while the agent is silent. */
function silence(response) {
  for (const name of ['write', 'end']) {
    const send = response[name].bind(response);
    response[name] = (...data) => isSilent || send(...data);
  }
}

/** What the browser says when a connection breaks. */
const broken = /^Failed to load resource: net::ERR_/;
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const mill = (id) => ({ id, name: id, level: 'workUnit' });
const connector = (id) => ({
  type: 'mtconnect',
  id,
  url: `/${id}`,
  interval: 50,
  heartbeat: 500,
  bindings: [
    { signal: `${id}/execution`, from: 'execution' },
    { signal: `${id}/state`, from: { execution: 'execution', condition: 'logic' }, vocabulary: 'mtconnect' },
    { signal: `${id}/conditions`, from: 'CONDITION' },
  ],
});
const workshop = {
  id: 'hall',
  name: 'Hall',
  timeZone: 'UTC',
  equipment: [mill('disturbed'), mill('undisturbed')],
  connectors: [connector('disturbed'), connector('undisturbed')],
};

/** The log of a machine for a minute and a half: its program runs in short pieces, a fault comes after two seconds. */
function log(begin) {
  const words = ['ACTIVE', 'READY', 'INTERRUPTED', 'ACTIVE', 'STOPPED'];
  const lines = [`${new Date(begin).toISOString()}|logic|NORMAL||||`];
  let time = begin;
  for (let n = 0; time < begin + 90_000; n++) {
    lines.push(`${new Date(time).toISOString()}|execution|${words[n % words.length]}`);
    time += 40 + ((n * 7919) % 263);
  }
  lines.push(`${new Date(begin + 2_000).toISOString()}|logic|FAULT|81|||Low oil`);
  return lines.join('\n');
}

/**
 * Plays the same log through two agents and shows both machines, disturbs one of the agents, and compares.
 *
 * @param disturb - does what the test is about and resolves when the connection has to come back
 */
async function disturbed(disturb) {
  streams = 0;
  const begin = Date.now();
  const shdr = log(begin);
  const position = new Date(begin).toISOString();
  const agentOf = (name) =>
    createAgent({ prefix: `/${name}`, original: true, devices: [{ name, shdr, position }] });
  agents = { disturbed: agentOf('disturbed'), undisturbed: agentOf('undisturbed') };
  const opened = await open('testing/blank.html');
  const { page } = opened;
  await page.evaluate(async (workshop) => {
    const { Twin, parseWorkshop } = await import('/twinfloor.js');
    const twin = new Twin(parseWorkshop(workshop), {
      scheduler: (callback) => void requestAnimationFrame(callback),
    });
    const show = (tag, properties = {}) => {
      const element = Object.assign(document.createElement(tag), { twin, ...properties });
      document.body.append(element);
      // A tile generates what it shows; its sentence for screen readers says the same.
      const spoken = () => element.shadowRoot.querySelector('[aria-label]')?.ariaLabel ?? '';
      return () => `${spoken()} ${element.shadowRoot.textContent}`.replace(/\s+/g, ' ');
    };
    const [connection] = twin.connections;
    window.twin = twin;
    window.tile = show('twin-equipment', { equipment: 'disturbed' });
    window.connections = show('twin-connections');
    window.isLive = () => connection.status.state === 'live';
    window.lives = 0;
    let before;
    connection.subscribe(() => {
      if (connection.status.state === before) return;
      before = connection.status.state;
      if (before === 'live') window.lives++;
    });
    twin.start();
    await window.until(() => twin.connections.every(({ status }) => status.state === 'live'));
  }, workshop);
  await pause(Math.max(0, begin + 2_500 - Date.now()));
  await disturb({
    agent: agents.disturbed,
    page,
    /** Waits until an element shows something. */
    shows: (element, text) =>
      page.evaluate(
        ([element, text]) => window.until(() => new RegExp(text).test(window[element]())),
        [element, text],
      ),
    /** Waits until the connection has become live so many times and follows the agent again. */
    async lives(count) {
      await page.evaluate((count) => window.until(() => window.lives >= count && window.isLive()), count);
      while (streams < count) await pause(5);
    },
  });
  await page.evaluate(() => window.until(window.isLive));
  await pause(1_000);
  const to = Date.now() - 500;
  const both = await page.evaluate(
    async ([from, to]) => {
      const of = (id) => ({
        execution: twin.series(`${id}/execution`, 'text'),
        state: twin.series(`${id}/state`, 'state'),
        conditions: twin.series(`${id}/conditions`, 'condition'),
      });
      await window.until(() => ['disturbed', 'undisturbed'].every((id) => of(id).execution.lastTime >= to));
      // Parts of the time: all of it, or around what is missing.
      const gap = of('disturbed')
        .state.segments({ from, to })
        .find(({ state }) => state === 'unknown');
      const parts = gap
        ? [
            { from, to: gap.from },
            { from: gap.to, to },
          ]
        : [{ from, to }];
      const told = (id) => {
        const { execution, state, conditions } = of(id);
        return parts.map((part) => ({
          words: Object.fromEntries([...execution.timePerText(part)].sort()),
          states: [...state.timePerState(part)],
          faults: [...conditions.activations({ from, to: part.to })],
          since: conditions.activeAt(part.to).map(({ since }) => since),
        }));
      };
      return { gap, disturbed: told('disturbed'), undisturbed: told('undisturbed') };
    },
    [begin, to],
  );
  assert.deepEqual(
    (await complaintsOf(opened)).filter((text) => !broken.test(text)),
    [],
  );
  await page.close();
  for (const agent of Object.values(agents)) agent.dispose();
  return { begin, to, ...both };
}

/** The times per word that the log itself tells. */
function timesOfLog(begin, to) {
  const entries = log(begin)
    .split('\n')
    .map((line) => line.split('|'))
    .filter(([, key]) => key === 'execution')
    .map(([time, , word]) => [Date.parse(time), word])
    .filter(([time]) => time < to);
  const times = {};
  entries.forEach(([time, word], index) => {
    times[word] = (times[word] ?? 0) + (entries[index + 1]?.[0] ?? to) - time;
  });
  return times;
}

test('connections that are dropped again and again change no figure', async () => {
  const { begin, to, gap, ...told } = await disturbed(async ({ agent, lives }) => {
    for (let round = 1; round <= 3; round++) {
      agent.dropConnections();
      await lives(round + 1);
    }
  });
  assert.equal(gap, undefined);
  assert.deepEqual(told.disturbed, told.undisturbed);
  assert.deepEqual(told.disturbed[0].words, sorted(timesOfLog(begin, to)));
  assert.deepEqual(told.disturbed[0].faults, [['logic|Fault|81', 1]]);
});

test('an agent that is started anew with its past changes no figure', async () => {
  const { gap, ...told } = await disturbed(async ({ agent, lives }) => {
    agent.restart(60_000);
    await lives(2);
  });
  assert.equal(gap, undefined);
  assert.deepEqual(told.disturbed, told.undisturbed);
});

test('an agent that is away for seconds is lost in words, unknown on the tile, and refilled when it is back', async (t) => {
  const { gap, begin, to, ...told } = await disturbed(async ({ agent, page, shows }) => {
    const cut = Date.now();
    isAway = true;
    agent.dropConnections();
    await shows('tile', 'Unknown');
    t.diagnostic(`the tile shows unknown ${Date.now() - cut} ms after the cut`);
    await shows('connections', 'Lost since .*Try \\d+ in');
    await pause(4_000);
    assert.match(await page.evaluate(() => window.tile()), /Unknown/);
    isAway = false;
    const back = Date.now();
    await shows('connections', 'Live since .*Live since');
    t.diagnostic(`live ${Date.now() - back} ms after it was back`);
    await page.evaluate(() => window.until(() => !/Unknown/.test(window.tile())));
  });
  assert.equal(gap, undefined);
  assert.deepEqual(told.disturbed, told.undisturbed);
  assert.deepEqual(told.disturbed[0].words, sorted(timesOfLog(begin, to)));
  assert.deepEqual(told.disturbed[0].since, [begin + 2_000]);
});

test('an agent that falls silent is given up, unknown on the tile, and refilled when it speaks again', async (t) => {
  const { gap, ...told } = await disturbed(async ({ shows }) => {
    const begin = Date.now();
    isSilent = true;
    await shows('tile', 'Unknown');
    t.diagnostic(
      `the tile shows unknown ${Date.now() - begin} ms after the last word, two heartbeats are 1000 ms`,
    );
    await shows('connections', 'Lost since .*did not answer within 1 s');
    isSilent = false;
    await shows('connections', 'Live since .*Live since');
  });
  assert.equal(gap, undefined);
  assert.deepEqual(told.disturbed, told.undisturbed);
});

test('an agent that comes back without its past leaves a gap, and all around it is right', async () => {
  let cut;
  let back;
  const { gap, ...told } = await disturbed(async ({ agent, shows }) => {
    isAway = true;
    agent.dropConnections();
    cut = Date.now();
    await shows('tile', 'Unknown');
    await pause(1_500);
    agent.restart();
    back = Date.now();
    isAway = false;
    await shows('connections', 'Live since .*Live since');
  });
  // Nothing was heard after the cut, and the new agent says what holds from its start on.
  assert.ok(gap.from <= cut + 50 && gap.from > cut - 1_000, `unknown from ${gap.from}, cut at ${cut}`);
  assert.ok(gap.to <= back && gap.to > back - 100, `unknown to ${gap.to}, back at ${back}`);
  const figures = ({ words, states }) => ({ words, states });
  assert.deepEqual(told.disturbed.map(figures), told.undisturbed.map(figures));
  assert.deepEqual(told.disturbed[1].faults, [['logic|Fault|81', 2]]);
});

function sorted(times) {
  return Object.fromEntries(Object.entries(times).sort());
}
