// `npm run test:browser`: the tests that need a page. Names of files given after it limit the run.
import { runNode } from './internal/run.mjs';
import { chromiumPath } from './internal/programs.mjs';
import { finish, finishLike } from './internal/tally.mjs';
import { browserTests } from './internal/test-files.mjs';

const wanted = process.argv.slice(2);

if (browserTests().length === 0) {
  console.log('no browser tests are built: run `npm run build` first');
  finish({ passed: 0, failed: 0 });
} else if (chromiumPath() === undefined) {
  console.log('Install Chromium or Chrome, or name one in CHROMIUM, to run the browser tests.');
  finish({ passed: 0, failed: 1 });
} else {
  const env = { ...process.env, TWINFLOOR_TESTS: wanted.join(' ') };
  finishLike(await runNode(['node_modules/@web/test-runner/dist/bin.js'], { env }));
}
