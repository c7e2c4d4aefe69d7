// `npm run test:unit`: the tests that run in Node. Names of files given after it limit the run.
import { nodeTests } from './internal/node-tests.mjs';
import { named, unitTests } from './internal/test-files.mjs';

await nodeTests(named(unitTests()), 'no unit tests are built: run `npm run build` first');
