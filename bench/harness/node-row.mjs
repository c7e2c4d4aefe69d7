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
 * A row is `{ run, setup?, figures?, warm?, calls? }`: `run` is timed and gives the answer for the oracle, `setup`
 * comes before each call untimed, `figures` turns the time of a call into what the table shows.
 */
async function measure({ run, setup, figures, warm = 10, calls = 15, close }) {
  const times = [];
  let answer;
  for (let call = 0; call < warm + calls; call++) {
    await setup?.();
    globalThis.gc();
    const start = performance.now();
    answer = await run();
    const time = performance.now() - start;
    if (call >= warm) times.push(time);
  }
  const ms = median(times);
  const own = (await figures?.(ms)) ?? {};
  await close?.();
  return { figures: { ms, ...own }, answer };
}
