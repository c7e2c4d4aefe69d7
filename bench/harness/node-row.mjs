// Runs one row of a Node case in a process of its own, so that no row sees code that another has warmed or spoilt.
import { median } from './stats.mjs';

process.once('message', async ({ module, row }) => {
  try {
    const { prepare } = await import(module);
    process.send(await measure(await prepare(row)));
  } catch (error) {
    process.send({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  process.disconnect();
});

/**
 * A row is `{ run, setup?, figures?, warm?, calls?, threads? }`: `run` is timed and gives the answer for the oracle,
 * `setup` comes before each call untimed, `figures` turns the time of a call into what the table shows.
 *
 * A time is the lesser of wall time, which counts what others do on the machine, and processor time, which counts the
 * helpers of the engine that work beside it; for a row that works in several `threads` as if each had a core of its own.
 */
async function measure({ run, setup, figures, warm = 10, calls = 15, threads = 1, close }) {
  const times = [];
  const wallTimes = [];
  let answer;
  for (let call = 0; call < warm + calls; call++) {
    await setup?.();
    globalThis.gc();
    const wall = performance.now();
    const before = process.cpuUsage();
    answer = await run();
    const { user, system } = process.cpuUsage(before);
    if (call < warm) continue;
    const wallTime = performance.now() - wall;
    times.push(Math.min(wallTime, (user + system) / 1000 / threads));
    wallTimes.push(wallTime);
  }
  const ms = median(times);
  const own = (await figures?.(ms)) ?? {};
  await close?.();
  return { figures: { ms, wallMs: median(wallTimes), ...own }, answer };
}
