// `npm test`: sets up what is missing, then runs every step, also after one has failed, so that one run tells all.
// The last line is `N passed, N failed`, summed over the steps. Names of steps given after it limit the run.
import { installLibraries } from './internal/install.mjs';
import { runNode } from './internal/run.mjs';
import { finish, readTally } from './internal/tally.mjs';
import { setup } from './setup.mjs';

const steps = ['format', 'lint', 'build', 'unit', 'browser', 'e2e', 'size', 'counts', 'packages'];
/** The longest a step may take, in milliseconds: a step that hangs must not hang the build server. */
const longest = 10 * 60_000;

const named = process.argv.slice(2);
const unknown = named.filter((name) => !steps.includes(name));
if (unknown.length > 0) {
  console.log(`invalid step: ${unknown.join(', ')}, allowed: ${steps.join(', ')}`);
  process.exit(1);
}

await setup();
await installLibraries();

const results = [];
for (const name of steps.filter((step) => named.length === 0 || named.includes(step))) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  const start = Date.now();
  const { code, output } = await runNode([`tools/${name}.mjs`], { timeout: longest });
  const { passed, failed } = readTally(output) ?? { passed: 0, failed: 1 };
  // A step that ends badly has failed, whatever its figures say.
  results.push({
    name,
    passed,
    failed: code === 0 ? failed : Math.max(failed, 1),
    seconds: (Date.now() - start) / 1000,
    output,
  });
}

console.log(`\n── result ${'─'.repeat(54)}`);
for (const { name, passed, failed, seconds } of results) {
  const figures = `${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed`;
  console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(10)} ${figures} ${seconds.toFixed(1).padStart(7)} s`);
}
const withoutData = new Set(
  results.flatMap(({ output }) =>
    output.split('\n').filter((line) => /^[^✗\s].*\bno (recorded )?data\b|^no (recorded )?data\b/.test(line)),
  ),
);
if (withoutData.size > 0) {
  console.log('\nsuites that had no data:');
  for (const line of withoutData) console.log(`  ${line.trim()}`);
}
console.log();
const sum = (figure) => results.reduce((total, result) => total + result[figure], 0);
finish({ passed: sum('passed'), failed: sum('failed') });
