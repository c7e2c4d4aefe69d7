import type { Rig } from './conformance-rig.js';
import { expect, pause, type RigCheck } from './conformance-run.js';

/** What nobody wants is left out, where the connector says that it does so. */
export function demandChecks({ source, signals }: Rig): RigCheck[] {
  if (!source.followsDemand) return [];
  const [wanted, other] = Object.keys(signals);
  return [
    {
      title: 'leaves out what nobody wants and takes it up again',
      async check(run) {
        run.context.want([other]);
        run.start();
        await run.reached('live');
        const before = await run.emit();
        const last = before.filter(({ signal }) => signal === wanted).at(-1)!;
        await run.until(`${wanted} arrives`, () =>
          run.context.rows.some((row) => row.signal === wanted && row.time === last.time),
        );
        await pause(50);
        expect(
          !run.context.rows.some((row) => row.signal === other),
          `${other} came although nobody wants it`,
        );
        run.context.want([]);
        await pause(100);
        await run.emit();
        await run.arrived();
      },
    },
  ];
}
