/** The last line of each step of `npm test`, and of `npm test` itself. */
const line = /^(\d+) passed, (\d+) failed$/;

/** Ends a step: prints its figures and sets the exit code of the process. */
export function finish({ passed, failed }) {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/**
 * Reads the figures from what a step printed.
 *
 * @param {string} output
 * @returns {{ passed: number, failed: number } | undefined} undefined when the step did not come to its end
 */
export function readTally(output) {
  const match = line.exec(output.trimEnd().split('\n').at(-1)?.trim() ?? '');
  return match ? { passed: Number(match[1]), failed: Number(match[2]) } : undefined;
}

/**
 * Ends a step whose work another program did, and told in its last line. A run that broke off has no such line, and one
 * that failed without a failing test must not look green.
 */
export function finishLike({ code, output }) {
  const tally = readTally(output);
  if (tally === undefined || (code !== 0 && tally.failed === 0))
    finish({ passed: tally?.passed ?? 0, failed: 1 });
  else process.exitCode = code;
}
