/**
 * What is taken before and after a run, in processor time of the main thread: what others do on the machine does not
 * count. `ScriptDuration` leaves out promise continuations, so goals look at `TaskDuration`.
 */
const counters = {
  TaskDuration: 'taskMs',
  ScriptDuration: 'scriptMs',
  LayoutDuration: 'layoutMs',
  RecalcStyleDuration: 'styleMs',
  LayoutCount: 'layouts',
  RecalcStyleCount: 'styleRecalcs',
  Nodes: 'nodes',
  JSHeapUsedSize: 'heapBytes',
};

/** Wide enough for a timeline of 1,400 px with the columns beside it. */
const viewport = { width: 1920, height: 1200 };

/**
 * Runs one row of a page case in a fresh page: prepare, then run between two readings of the browser's counters,
 * then the oracle.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {{ peer: string }} row what `prepare`, `run` and `verify` of the page get
 * @returns {Promise<{ figures: Record<string, number>, answer: Record<string, number> | undefined }>}
 * @throws {Error} on a page error or a time-out
 */
export async function measurePage(browser, url, row, timeout = 60_000) {
  const context = await browser.newContext({ viewport });
  try {
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error).slice(0, 300)));
    page.setDefaultTimeout(timeout);
    await page.goto(url);
    await page.waitForFunction(() => window.bench !== undefined);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await session.send('HeapProfiler.enable');
    const call = (part) =>
      limited(
        page.evaluate(([name, given]) => window.bench[name]?.(given), [part, row]),
        timeout,
        part,
      );
    await call('prepare');
    await page.waitForTimeout(100);
    await session.send('HeapProfiler.collectGarbage');
    const before = await read(session);
    const own = (await call('run')) ?? {};
    const after = await read(session);
    await session.send('HeapProfiler.collectGarbage');
    const kept = await read(session);
    const answer = await call('verify');
    if (errors.length > 0) throw new Error(errors[0]);
    return { figures: perFrame({ ...differences(before, after, kept), ...own }), answer };
  } finally {
    await Promise.race([context.close(), new Promise((resolve) => setTimeout(resolve, 5000))]);
  }
}

async function read(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

function differences(before, after, kept) {
  const figures = {};
  for (const [counter, name] of Object.entries(counters)) {
    const difference = after[counter] - before[counter];
    figures[name] = counter.endsWith('Duration') ? difference * 1000 : difference;
  }
  figures.keptBytes = kept.JSHeapUsedSize - before.JSHeapUsedSize;
  return figures;
}

/** A page that made several frames, or ran for some seconds, says how many; then the work of one is what counts. */
function perFrame(figures) {
  const { frames, seconds, taskMs, layouts } = figures;
  return {
    ...figures,
    ...(frames ? { taskMsPerFrame: taskMs / frames, layoutsPerFrame: layouts / frames } : {}),
    ...(seconds ? { taskMsPerSecond: taskMs / seconds } : {}),
  };
}

function limited(promise, timeout, part) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${part} took longer than ${timeout / 1000} s`)), timeout);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
