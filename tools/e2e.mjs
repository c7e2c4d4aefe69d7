// `npm run test:e2e`: opens the examples in a real browser.
import { nodeTests } from './internal/node-tests.mjs';
import { endToEndTests, named } from './internal/test-files.mjs';

// One browser at a time: two would share the cores and wait for each other.
await nodeTests(named(endToEndTests()), 'no end-to-end tests', { concurrency: 1, timeout: 180_000 });
