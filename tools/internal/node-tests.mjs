import { runNode } from './run.mjs';
import { finish, finishLike } from './tally.mjs';

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
  const result = await runNode([
    '--test',
    `--test-concurrency=${concurrency}`,
    `--test-timeout=${timeout}`,
    '--test-reporter=./tools/internal/node-reporter.mjs',
    '--test-reporter-destination=stdout',
    ...files,
  ]);
  finishLike(result);
}
