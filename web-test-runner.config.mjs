import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { pageReporter } from './tools/internal/page-reporter.mjs';
import { chromiumFlags, chromiumPath } from './tools/internal/programs.mjs';
import { browserTests, named } from './tools/internal/test-files.mjs';

/** Words of which a file's path must hold one, set by `npm run test:browser -- WORD …`; none: every file runs. */
const words = process.env.TWINFLOOR_TESTS?.split(' ').filter(Boolean) ?? [];
const tests = named(browserTests(), words);
const threeD = (path) => path.startsWith('packages/scene/');

export default {
  rootDir: '.',
  nodeResolve: { browser: true, exportConditions: ['browser', 'development'] },
  browsers: [chromeLauncher({ launchOptions: { executablePath: chromiumPath(), args: [...chromiumFlags] } })],
  // One page at a time: a browser gives no animation frames to a page behind another one.
  concurrency: 1,
  // Tests of the scene are a group of their own: a page has few WebGL contexts to give.
  groups: [
    { name: 'elements', files: tests.filter((path) => !threeD(path)) },
    { name: 'scene', files: tests.filter(threeD) },
  ].filter(({ files }) => files.length > 0),
  testFramework: { config: { timeout: 10_000 } },
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  // What the browser hands to screen readers.
  plugins: [a11ySnapshotPlugin()],
  reporters: [pageReporter()],
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
};
