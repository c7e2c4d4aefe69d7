import { runNode } from './run.mjs';
import { finish, readTally } from './tally.mjs';

/**
 * Runs files of node:test as one step.
 *
 * @param {readonly string[]} files relative to the repository
 * @param {string} none what to say when there are none
 * @param {{ concurrency?: number, timeout?: number }} [options] timeout per test in milliseconds
 */
export async function nodeTests(files, none, { concurrency = 2, timeout = 120_000 } = {}) {
  if (files.length === 0) {
    console.log(none);
    return finish({ passed: 0, failed: 0 });
  }
  const { code, output } = await runNode([
    '--test',
    `--test-concurrency=${concurrency}`,
    `--test-timeout=${timeout}`,
    '--test-reporter=./tools/internal/node-reporter.mjs',
    '--test-reporter-destination=stdout',
    ...files,
  ]);
  const tally = readTally(output);
  // A run that broke off has no last line; one that failed without a failing test must not look green.
  if (tally === undefined || (code !== 0 && tally.failed === 0))
    finish({ passed: tally?.passed ?? 0, failed: 1 });
  else process.exitCode = code;
}
