// `npm run test:counts`: gates on counts (bytes, nodes, calls). They hold on a busy machine, times would not.
import { nodeTests } from './internal/node-tests.mjs';
import { countGates } from './internal/test-files.mjs';

await nodeTests(countGates(), 'no count gates', { concurrency: 1, timeout: 180_000 });
