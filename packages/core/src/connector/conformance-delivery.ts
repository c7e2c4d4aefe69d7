import type { Rig } from './conformance-rig.js';
import { expect, pause, type RigCheck } from './conformance-run.js';

/** What arrives, and what of it is refused. */
export function deliveryChecks({ source, signals }: Rig): RigCheck[] {
  const checks: RigCheck[] = [
    {
      title: 'delivers all that the source says, with its times',
      async check(run) {
        await run.startAndEmit();
        run.expectUndisturbed();
        expect(!run.context.batches.includes(0), 'an empty batch was delivered');
      },
    },
    {
      title: 'tells that it connects, then that it is live',
      async check(run) {
        await run.startAndEmit();
        const states = run.context.statuses.map(({ state }) => state);
        expect(states[0] === 'connecting', `the first status is ${states[0]}, expected connecting`);
        expect(states[1] === 'live', `the second status is ${states[1]}, expected live`);
      },
    },
    {
      title: 'confirms that the source was heard',
      async check(run) {
        await run.startAndEmit();
        await run.until('confirm is called', () => run.context.confirmations > 0);
      },
    },
    {
      title: 'refuses what it cannot understand with place and reason, counts it and goes on',
      async check(run) {
        const recorded = source.speaks === 'recorded';
        if (!recorded) await run.startAndEmit();
        const count = await run.rig.garbage();
        if (recorded) await run.startAndEmit();
        await run.until(`${count} refusals`, () => run.context.refusals.length >= count);
        for (const { place, found, allowed } of run.context.refusals) {
          expect(
            place !== '' && allowed !== '',
            `a refusal lacks place or reason: ${place}, ${found}, ${allowed}`,
          );
          expect(found.length <= 200, `a refusal quotes ${found.length} characters, at most 200 are allowed`);
        }
        if (!recorded) {
          await run.emit();
          await run.arrived();
        }
        const wrong = run.context.rows.find(
          (row) => typeof row.value === 'number' && !Number.isFinite(row.value),
        );
        expect(!wrong, `delivered ${String(wrong?.value)} for ${wrong?.signal}`);
      },
    },
  ];
  if (source.repeats) {
    checks.push({
      title: 'comes to the same end when the source repeats itself and changes the order',
      async check(run) {
        await run.startAndEmit();
        const again = [...run.emitted];
        await run.rig.emit([...again].reverse());
        await run.rig.emit(again.filter((_, index) => index % 2 === 0));
        await run.emit();
        await run.arrived();
        await pause(50);
        run.expectUndisturbed();
      },
    });
  }
  const states = Object.keys(signals).filter((address) => signals[address] === 'state');
  if (states.length > 0) {
    checks.push({
      title: 'keeps the word of the source beside the state',
      async check(run) {
        await run.startAndEmit();
        const rows = run.context.rows.filter((row) => states.includes(row.signal) && row.value !== undefined);
        expect(rows.length > 0, 'no state arrived');
        expect(
          rows.every((row) => row.source !== undefined && row.source !== ''),
          'a state came without its word',
        );
      },
    });
  }
  return checks;
}
