import { relative } from 'node:path';
import { root } from './root.mjs';

/** Reports a run of @web/test-runner: one line a file, every failure in full, and `N passed, N failed` at the end. */
export function pageReporter() {
  return {
    reportTestFileResults({ logger, sessionsForTestFile, testFile }) {
      for (const session of sessionsForTestFile) {
        const { passed, failures } = results(session);
        const name = relative(root, testFile);
        logger.log(`  ${String(passed).padStart(5)}  ${name}`);
        for (const failure of failures) logger.log(`\n✗ ${name}: ${failure}\n`);
        for (const entry of session.logs ?? []) logger.log(`         ${entry.map(String).join(' ')}`);
      }
    },
    onTestRunFinished({ sessions }) {
      let passed = 0;
      let failed = 0;
      for (const session of sessions) {
        const result = results(session);
        passed += result.passed;
        failed += result.failures.length;
      }
      console.log(`${passed} passed, ${failed} failed`);
    },
  };
}

function results(session) {
  const failures = (session.errors ?? []).map(explain);
  let passed = 0;
  const visit = (suite, title) => {
    for (const test of suite.tests) {
      if (test.skipped) continue;
      if (test.passed) passed += 1;
      else failures.push(`${title}${test.name}\n${explain(test.error)}`);
    }
    for (const inner of suite.suites) visit(inner, `${title}${inner.name} › `);
  };
  if (session.testResults) visit(session.testResults, '');
  // A page that ended without a result and without an error must not look green.
  if (!session.passed && failures.length === 0) failures.push('the page ended without a result');
  // A test may ask for what is not there; it explains a failure, it is none.
  if (failures.length > 0)
    failures[0] += [...(session.request404s ?? [])].map((url) => `\n    not found: ${url}`).join('');
  return { passed, failures };
}

function explain(error) {
  if (!error) return '    no reason given';
  const { message = '', stack = '', expected, actual } = error;
  const difference =
    expected !== undefined && actual !== undefined ? `\nexpected: ${expected}\nfound: ${actual}` : '';
  const text = stack.includes(message) ? stack : `${message}\n${stack}`;
  return `${text}${difference}`.replace(/^/gm, '    ');
}
