import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Binding, SignalKind } from '@twinfloor/core';
import { AgentRig } from '../testing/agent-rig.js';
import { fixture, fixtures } from '../testing/fixtures.js';

interface DayFacts {
  windowStart: string;
  windowEnd: string;
  secondsPerState: Record<string, number>;
  segmentsPerState: Record<string, number>;
  conditionActivations: Record<string, number>;
  peakSimultaneouslyActiveConditions: number;
  peakFirstReachedAt?: string;
  conditionsActiveAtEnd: unknown[];
}

const kinds: Record<string, SignalKind> = {
  'mill/execution': 'text',
  'mill/state': 'state',
  'mill/conditions': 'condition',
  'mill/x': 'number',
};
const bindings: Binding[] = [
  { signal: 'mill/execution', from: 'execution' },
  {
    signal: 'mill/state',
    from: { execution: 'EXECUTION', mode: 'CONTROLLER_MODE', emergencyStop: 'estop', availability: 'avail' },
    vocabulary: 'mtconnect',
  },
  { signal: 'mill/conditions', from: 'CONDITION' },
  { signal: 'mill/x', from: 'X/POSITION' },
];

fixtures('recorded days through agent and connector', () => {
  const facts = JSON.parse(fixture('mtconnect/facts.json')) as Record<string, DayFacts>;
  const model = fixture('mtconnect/nist-sms/Devices.xml');

  for (const day of ['20161004-20161005', '20161025-20161026']) {
    const file = `nist-sms/GFAgie01-${day}.txt`;
    const fact = facts[file];
    const window = { from: Date.parse(fact.windowStart), to: Date.parse(fact.windowEnd) };
    const middle = Math.round((window.from + window.to) / 2);
    const shdr = fixture(`mtconnect/${file}`);

    const start = (
      settings: Record<string, unknown>,
      position?: number,
      jsonVersion: 1 | 2 = 2,
    ): Promise<AgentRig> =>
      AgentRig.start({
        agent: {
          jsonVersion,
          devices: [{ name: 'GFAgie01', model, shdr }],
          original: true,
          ...(position !== undefined && { position: new Date(position).toISOString() }),
        },
        kinds,
        bindings,
        settings: { device: 'GFAgie01', ...settings },
      });

    /** The whole day has been read when the last change of the execution has come. */
    const check = async (rig: AgentRig): Promise<void> => {
      try {
        const last = [...shdr.matchAll(/^(\S+Z)\|execution\|/gm)]
          .map(([, time]) => Date.parse(time))
          .sort((a, b) => a - b)
          .at(-1)!;
        await rig.reached('mill/execution', last);
        await rig.live();
        const seconds: Record<string, number> = {};
        for (const [word, time] of rig.texts('mill/execution').timePerText(window))
          seconds[word] = time / 1000;
        assert.deepEqual(seconds, fact.secondsPerState);
        const words = Object.fromEntries(rig.states('mill/state').timePerSource(window));
        for (const [word, expected] of Object.entries(fact.secondsPerState)) {
          assert.equal(words[word] / 1000, expected, `state, word ${word}`);
        }
        const conditions = rig.conditions('mill/conditions');
        assert.deepEqual(
          Object.fromEntries(conditions.activations({ from: window.from, to: window.to + 1 })),
          fact.conditionActivations,
        );
        assert.deepEqual(conditions.activeAt(window.to), fact.conditionsActiveAtEnd);
        if (fact.peakFirstReachedAt) {
          const peak = conditions.activeAt(Date.parse(fact.peakFirstReachedAt));
          assert.equal(peak.length, fact.peakSimultaneouslyActiveConditions);
        }
        assert.deepEqual(rig.context.refusals, []);
      } finally {
        await rig.stop();
      }
    };

    test(`${day}, from our compact recording with a model made of its signals: the same seconds`, async () => {
      const name = `nist-mill-${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}.twinrec.jsonl`;
      const recording = readFileSync(
        fileURLToPath(new URL(`../../../../recordings/${name}`, import.meta.url)),
        'utf8',
      );
      const agent = { devices: [{ name: 'GFAgie01', recording }], original: true };
      await check(await AgentRig.start({ agent, kinds, bindings, settings: { device: 'GFAgie01' } }));
    });

    for (const version of [1, 2] as const) {
      test(`${day}, JSON of version ${version}: seconds per execution and conditions are those of facts.json`, async () => {
        await check(await start({ format: 'json' }, undefined, version));
      });
    }

    for (const [mode, settings] of [
      ['streamed', { streaming: true }],
      ['polled', { streaming: false }],
    ] as const) {
      test(`${day}, ${mode} from the buffer: seconds per execution and conditions are those of facts.json`, async () => {
        await check(await start(settings));
      });

      test(`${day}, ${mode} as it happens: seconds per execution and conditions are those of facts.json`, async () => {
        const rig = await start(settings, middle);
        await rig.live();
        for (let hour = 0; hour < 8; hour++) {
          rig.pass((window.to - window.from) / 16);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        rig.pass(1000);
        await check(rig);
      });

      test(`${day}, ${mode}, connection cut in the middle: nothing is lost`, async () => {
        const rig = await start(settings, middle);
        await rig.live();
        await rig.server.close();
        await rig.until('waiting', () => rig.context.state === 'waiting');
        rig.pass((window.to - window.from) / 4);
        await rig.server.listen();
        await rig.live();
        rig.pass(window.to - window.from);
        await check(rig);
      });

      test(`${day}, ${mode}, agent started anew with its past: nothing is lost`, async () => {
        const rig = await start(settings, middle);
        await rig.live();
        await rig.server.close();
        await rig.until('waiting', () => rig.context.state === 'waiting');
        rig.pass((window.to - window.from) / 4);
        rig.agent.restart(window.to - window.from);
        await rig.server.listen();
        await rig.live();
        rig.pass(window.to - window.from);
        await check(rig);
      });
    }

    test(`${day}, agent started anew without its past: what is missing is the time it was away, and nothing else`, async () => {
      const rig = await start({}, middle);
      try {
        await rig.live();
        const heard = middle;
        await rig.server.close();
        await rig.until('waiting', () => rig.context.state === 'waiting');
        const away = 600_000;
        rig.pass(away);
        rig.agent.restart();
        await rig.server.listen();
        await rig.live();
        rig.pass(window.to - window.from);
        await rig.reached('mill/execution', window.to - 60_000_000);
        await new Promise((resolve) => setTimeout(resolve, 50));
        const series = rig.texts('mill/execution');
        const covered = series.covered(window);
        assert.equal(window.to - window.from - covered, away);
        assert.equal(series.covered({ from: heard, to: heard + away }), 0);
        const missing = rig.numbers('mill/x');
        assert.equal(missing.covered({ from: heard, to: heard + away }), 0);
      } finally {
        await rig.stop();
      }
    });
  }
});
