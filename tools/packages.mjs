// `npm run test:packages`: packs the packages and installs them as a stranger would.
import { nodeTests } from './internal/node-tests.mjs';
import { packageTests } from './internal/test-files.mjs';

await nodeTests(packageTests(), 'no package tests', { concurrency: 1, timeout: 300_000 });
