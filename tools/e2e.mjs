// `npm run test:e2e`: opens the examples in a real browser.
import { nodeTests } from './internal/node-tests.mjs';
import { endToEndTests } from './internal/test-files.mjs';

const wanted = process.argv.slice(2);
const files = endToEndTests().filter(
  (path) => wanted.length === 0 || wanted.some((part) => path.includes(part)),
);
// One browser at a time: two would share the cores and wait for each other.
await nodeTests(files, 'no end-to-end tests', { concurrency: 1, timeout: 180_000 });
