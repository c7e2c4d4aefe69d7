import type { ConnectorSettings } from '../model/workshop-types.js';
import type { Rig } from './conformance-rig.js';
import { expect, pause, type RigCheck, type Run } from './conformance-run.js';

/** How a connector ends, and what it does not even begin. */
export function endChecks({ source, wrongSettings }: Rig): RigCheck[] {
  return [
    {
      title: 'ends within a second of the abort and delivers nothing after it',
      async check(run) {
        await run.startAndEmit();
        await run.abort();
        const count = run.context.rows.length;
        if (source.speaks === 'live') await run.emit();
        await pause(100);
        expect(
          run.context.rows.length === count,
          `${run.context.rows.length - count} rows came after the end`,
        );
      },
    },
    {
      title: 'ends within a second of the abort while it waits for its source',
      async check(run) {
        await run.rig.cut();
        run.start();
        await run.reached('waiting');
        await run.abort();
      },
    },
    {
      title: 'ends at once when it was aborted before it began',
      async check(run) {
        run.context.abort();
        run.start();
        await run.abort();
        expect(run.context.rows.length === 0, 'something was delivered after the abort');
      },
    },
    {
      title: 'rejects a binding to an equipment that does not exist and names it',
      async check(run) {
        const { settings } = run.rig;
        const [first] = settings.bindings;
        expect(first !== undefined, 'the settings of the rig have no binding');
        const wrong = { ...first, signal: 'no-such-equipment/power' };
        await expectRejected(run, { ...settings, bindings: [wrong] }, 'no-such-equipment');
      },
    },
    ...Object.entries(wrongSettings).map(([name, settings]) => ({
      title: `rejects a wrong setting and names it: ${name}`,
      check: (run: Run) => expectRejected(run, settings, name),
    })),
  ];
}

/** A mistake in the settings is told by the factory or by `run`, before anything was connected. */
async function expectRejected(run: Run, settings: ConnectorSettings, name: string): Promise<void> {
  let error: unknown;
  try {
    await Promise.race([run.rig.factory(settings).run(run.context), pause(2_000)]);
  } catch (thrown) {
    error = thrown;
  }
  expect(
    error instanceof RangeError,
    `expected a RangeError, found ${error === undefined ? 'none' : String(error)}`,
  );
  expect(error.message.includes(name), `the message does not name ${name}: ${error.message}`);
  const connected = run.context.statuses.some(({ state }) => state === 'live');
  expect(!connected, 'it connected in spite of the mistake');
}
