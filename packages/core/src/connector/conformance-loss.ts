import type { Rig } from './conformance-rig.js';
import { expect, pause, type RigCheck, type Run } from './conformance-run.js';

/** The waits between tries: the first at most two seconds, none above half a minute. Milliseconds. */
const firstLimit = 2_000;
const waitLimit = 30_000;

/** A source that is not there, and one that goes away. */
export function lossChecks({ source }: Rig): RigCheck[] {
  const checks: RigCheck[] = [
    {
      title: 'tries again with growing waits until the source is there',
      async check(run) {
        run.random = 0.999;
        const waits = await waitsWithoutSource(run, 7);
        expect(waits[0] <= firstLimit, `the first wait is ${waits[0]} ms, allowed: up to ${firstLimit}`);
        const longest = Math.max(...waits);
        expect(longest <= waitLimit, `a wait is ${longest} ms, allowed: up to ${waitLimit}`);
        expect(
          waits.every((wait, index) => index === 0 || wait >= waits[index - 1]),
          `the waits do not grow: ${waits.join(', ')} ms`,
        );
        expect(waits[3] >= 2 * waits[0], `the waits hardly grow: ${waits.join(', ')} ms`);
        await run.rig.restore();
        await run.reached('live');
        if (source.speaks === 'live') await run.emit();
        await run.arrived();
      },
    },
    {
      title: 'waits a random time, so that many pages do not come back at once',
      async check(run) {
        // After so many tries the waits no longer grow, and only the random number makes a difference.
        await waitsWithoutSource(run, 10);
        const [low, high] = [await nextWait(run, 0.1), await nextWait(run, 0.9)];
        expect(high > low * 1.2, `the random number changes nothing: waits of ${low} and ${high} ms`);
      },
    },
    {
      title: 'tells while it waits what is wrong, the attempt and the time of the next one',
      async check(run) {
        await waitsWithoutSource(run, 3);
        const waiting = run.context.statuses.filter(({ state }) => state === 'waiting');
        for (const [index, { detail, attempt, retryAt }] of waiting.slice(0, 3).entries()) {
          expect(!!detail, 'a status `waiting` has no detail');
          expect(attempt === index + 1, `the attempt is ${attempt}, expected ${index + 1}`);
          expect(
            retryAt !== undefined && Math.abs(retryAt - Date.now()) < 2 * waitLimit,
            `retryAt is ${retryAt}`,
          );
        }
        expect(run.context.rows.length === 0, 'something was delivered although the source was never there');
      },
    },
  ];
  if (!source.canBeLost) return checks;
  checks.push(
    {
      title: 'announces a lost source as missing values from the time it was last heard',
      async check(run) {
        await run.startAndEmit();
        const heard = Date.now();
        await cut(run);
        for (const signal of Object.keys(run.rig.signals)) {
          await run.until(`${signal} is missing`, () => run.missingSince(signal) !== undefined);
          const since = run.missingSince(signal)!;
          const last = run.undisturbed(signal).at(-1)![0];
          expect(since > last, `${signal} is missing since ${since}, but was reported at ${last}`);
          expect(
            since <= Math.max(heard, last + 1) + 1_000,
            `${signal} is missing only since ${since}, cut at ${heard}`,
          );
        }
      },
    },
    {
      title: 'tells waiting when the source is lost and live when it is back, with short waits again',
      async check(run) {
        run.random = 0.999;
        await run.startAndEmit();
        for (let round = 0; round < 2; round++) {
          const before = between(run).length;
          await cut(run);
          await run.until('a wait', () => between(run).length > before);
          const wait = between(run)[before];
          expect(
            wait <= firstLimit,
            `the first wait after a loss is ${wait} ms, allowed: up to ${firstLimit}`,
          );
          await back(run);
          await run.emit();
          await run.arrived();
        }
      },
    },
    source.refills
      ? {
          title: 'refills the gap: in the end all is as if nothing had happened',
          async check(run) {
            await run.startAndEmit();
            for (let round = 0; round < 2; round++) {
              await cut(run);
              await run.until('the gap', () => gapped(run));
              await pause(5);
              await run.emit();
              await back(run);
              await run.arrived();
              run.expectUndisturbed();
            }
          },
        }
      : {
          title: 'leaves the gap open where the source cannot tell what happened',
          async check(run) {
            await run.startAndEmit();
            await cut(run);
            await run.until('the gap', () => gapped(run));
            await pause(5);
            await back(run);
            await run.emit();
            await run.arrived();
            for (const signal of Object.keys(run.rig.signals)) {
              const values = run.steps(signal).map(([, value]) => value);
              expect(values.includes('missing'), `${signal} has no gap: ${values.join(', ')}`);
              expect(values.at(-1) !== 'missing', `${signal} is still missing: ${values.join(', ')}`);
            }
          },
        },
  );
  return checks;
}

/** Starts the connector with the source away and resolves to the first waits between its tries. */
async function waitsWithoutSource(run: Run, count: number): Promise<number[]> {
  if (run.rig.source.speaks === 'recorded') await run.emit();
  await run.rig.cut();
  run.start();
  await run.until(`${count} waits between tries`, () => between(run).length >= count);
  return between(run).slice(0, count);
}

function between(run: Run): number[] {
  return run.context.waits
    .filter(({ during }) => during === 'waiting')
    .map(({ milliseconds }) => milliseconds);
}

/** The first wait that begins after the random number was set. */
async function nextWait(run: Run, random: number): Promise<number> {
  run.random = random;
  const count = between(run).length;
  await run.until('a further wait', () => between(run).length > count);
  return between(run)[count];
}

function gapped(run: Run): boolean {
  return Object.keys(run.rig.signals).every((signal) => run.missingSince(signal) !== undefined);
}

async function cut(run: Run): Promise<void> {
  const after = run.context.statuses.length;
  await run.rig.cut();
  await run.reached('waiting', after);
}

async function back(run: Run): Promise<void> {
  const after = run.context.statuses.length;
  await run.rig.restore();
  await run.reached('live', after);
}
