import { serve } from '../../../examples/serve.mjs';
import { launch } from '../../harness/launch.mjs';

/** Changes a second on the wall page. */
export const rate = 2000;

/**
 * Lets a wall run under traffic and says what it kept.
 *
 * The page is the wall of the example site with the file of its factory, but nothing is simulated: every machine that
 * is on the wall gets states, reasons, counts and power at a rate, by the clock. History is typed memory outside the
 * heap that is counted here.
 *
 * @param {{ settle: number, seconds: number }} times in seconds: until counts are taken first, and last
 * @returns {Promise<Record<string, number>>} growth of nodes, listeners and heap between the two, each after a
 *   collection; `wrong`, tiles that do not show what was sent to them last; `applied`, share of the rate that was sent
 */
export async function measureTraffic({ settle, seconds }, say = () => {}) {
  const server = await serve({ port: 0 });
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.route('**/factory/workshop.json', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), connectors: [] } });
    });
    await page.goto(`${server.url}wall/?lang=en`);
    const machines = await page.evaluate(startTraffic, rate);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.waitForTimeout(settle * 1000);
    const before = await counted(session);
    say(settle, before);
    // In pieces, so that a long run says on the way how it stands.
    let last = before;
    for (let rest = seconds - settle; rest > 0; rest -= 60) {
      await page.waitForTimeout(Math.min(60, rest) * 1000);
      last = await counted(session);
      say(seconds - Math.max(0, rest - 60), last);
    }
    const { sent, seconds: elapsed } = await page.evaluate(() => window.traffic.end());
    // What is counted and said to screen readers is written once a second.
    await page.waitForTimeout(2500);
    const wrong = await page.evaluate(() => window.traffic.wrong());
    if (errors.length > 0) throw new Error(errors[0]);
    return {
      machines,
      nodes: last.Nodes - before.Nodes,
      nodesBefore: before.Nodes,
      listeners: last.JSEventListeners - before.JSEventListeners,
      listenersBefore: before.JSEventListeners,
      heapBytes: last.JSHeapUsedSize - before.JSHeapUsedSize,
      heapBefore: before.JSHeapUsedSize,
      taskMsPerSecond: ((last.TaskDuration - before.TaskDuration) * 1000) / (seconds - settle),
      applied: sent / (rate * elapsed),
      wrong: wrong.length,
      firstWrong: wrong[0],
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function counted(session) {
  for (let turn = 0; turn < 3; turn++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Runs in the page. */
async function startTraffic(rate) {
  const { ObservationBatch } = await import('/twinfloor.js');
  const twin = await document.querySelector('twin-provider').ready();
  const grid = document.querySelector('twin-equipment-grid');
  const machines = twin.tree.workUnits('machining').filter((id) => twin.tree.get(id).type !== 'meter');
  const states = { running: 'Running', setup: 'Set-up', idle: 'Idle', fault: 'Fault' };
  const handles = machines.map((id) =>
    ['state', 'reason', 'producedCount', 'goodCount', 'power'].map(
      (name) => twin.signal(`${id}/${name}`).handle,
    ),
  );
  const last = machines.map(() => ({ state: '', reason: '', power: 0, count: 0 }));
  const batch = new ObservationBatch(256);
  let seed = 11;
  const next = (below) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 4294967296) * below);
  };
  const began = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - began) / 1000) * rate);
    const now = twin.clock.now();
    while (sent < due) {
      batch.clear();
      for (let size = Math.min(200, due - sent); size > 0; size--, sent++) {
        const machine = next(machines.length);
        const [state, reason, produced, good, power] = handles[machine];
        const one = last[machine];
        const kind = next(8);
        if (kind === 0) {
          one.state = Object.keys(states)[next(4)];
          batch.addState(state, now, one.state, one.state.toUpperCase());
        } else if (kind === 1) {
          one.reason = `cause ${next(40)}`;
          batch.add(reason, now, one.reason);
        } else if (kind < 4) {
          one.count++;
          batch.add(kind === 2 ? produced : good, now, one.count);
        } else {
          one.power = 10 + next(80);
          batch.add(power, now, one.power);
        }
      }
      twin.observe(batch);
    }
  }, 10);
  window.traffic = {
    end() {
      clearInterval(timer);
      return { sent, seconds: (performance.now() - began) / 1000 };
    },
    /** Tiles that do not say the last state and power of their machine. */
    wrong() {
      const labels = [...grid.shadowRoot.querySelectorAll('[role=option]')].map((tile) => tile.ariaLabel);
      return machines.flatMap((id, index) => {
        const { name } = twin.tree.get(id);
        const text = typeof name === 'string' ? name : name.en;
        const label = labels.find((one) => one?.startsWith(`${text}`)) ?? `nothing of ${text}`;
        const { state, power } = last[index];
        const isRight = label.includes(states[state]) && new RegExp(`\\b${power}(\\.0)?\\s*kW`).test(label);
        return isRight ? [] : [`${id}: ${label}, sent: ${state}, ${power} kW`];
      });
    },
  };
  return machines.length;
}
