import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { launch, servePage } from './launch.mjs';
import { measurePage } from './measure.mjs';

/**
 * Runs the rows of a scenario: each once a round, every other round in reverse order, a fresh page or process for
 * each row and a fresh browser for each round. A row that fails is left out of the later rounds and said.
 *
 * @param {{ page?: string, profile?: '2d' | '3d', module?: string, rows: string[], given?: object, timeout?: number }} scenario
 * @returns {Promise<{ rounds: object[], answers: Record<string, object>, failures: Record<string, string> }>}
 */
export async function interleave(scenario, runs) {
  const rounds = [];
  const answers = {};
  const failures = {};
  const runner = scenario.page ? await pageRunner(scenario) : nodeRunner(scenario);
  try {
    for (let round = 0; round < runs; round++) {
      const order = (round % 2 === 0 ? scenario.rows : scenario.rows.toReversed()).filter(
        (row) => !failures[row],
      );
      const figures = {};
      await runner.startRound();
      for (const row of order) {
        try {
          const result = await runner.measure(row);
          figures[row] = result.figures;
          answers[row] = result.answer;
        } catch (error) {
          failures[row] = String(error.message ?? error)
            .split('\n')
            .slice(0, 3)
            .join(' ');
          await runner.startRound();
        }
      }
      rounds.push({ order, ...figures });
    }
  } finally {
    await runner.close();
  }
  return { rounds, answers, failures };
}

async function pageRunner({ page, given, timeout, profile }) {
  const server = await servePage(page);
  let browser;
  return {
    async startRound() {
      await browser?.close().catch(() => undefined);
      browser = await launch(profile);
    },
    measure: (row) => measurePage(browser, server.url, { ...given, peer: row }, timeout),
    async close() {
      await browser?.close().catch(() => undefined);
      server.close();
    },
  };
}

function nodeRunner({ module, given, timeout = 120_000 }) {
  return {
    startRound: () => undefined,
    measure: (row) => measureInProcess(module, { ...given, peer: row }, timeout),
    close: () => undefined,
  };
}

function measureInProcess(module, row, timeout) {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('node-row.mjs', import.meta.url)), {
      execArgv: ['--expose-gc', '--max-old-space-size=6000'],
      serialization: 'advanced',
    });
    const timer = setTimeout(() => {
      child.kill();
      reject(new Error(`took longer than ${timeout / 1000} s`));
    }, timeout);
    child.once('message', (result) => {
      clearTimeout(timer);
      if (result.error) reject(new Error(result.error));
      else resolve(result);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
    child.send({ module, row });
  });
}
