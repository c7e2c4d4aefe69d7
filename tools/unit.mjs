// `npm run test:unit`: the tests that run in Node. Names of files given after it limit the run.
import { nodeTests } from './internal/node-tests.mjs';
import { unitTests } from './internal/test-files.mjs';

const wanted = process.argv.slice(2);
const files = unitTests().filter((path) => wanted.length === 0 || wanted.some((part) => path.includes(part)));
await nodeTests(files, 'no unit tests are built: run `npm run build` first');
