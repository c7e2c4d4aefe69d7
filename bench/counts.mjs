// `node bench/counts.mjs`: the counts beside their budgets in baselines/counts.json. The tests are counts.test.mjs.
import { readFileSync } from 'node:fs';
import { measureCounts } from './counts/measure.mjs';
import { digits } from './harness/table.mjs';

const budgets = JSON.parse(readFileSync(new URL('baselines/counts.json', import.meta.url), 'utf8'));
const counts = await measureCounts();
let over = 0;
console.log(`${'count'.padEnd(56)}${'found'.padStart(10)}${'at most'.padStart(10)}`);
for (const [name, value] of Object.entries(counts)) {
  const most = budgets[name]?.most;
  const bad = most === undefined || !(value <= most);
  over += bad ? 1 : 0;
  console.log(
    `${name.padEnd(56)}${digits(value).padStart(10)}${digits(most).padStart(10)}${bad ? '  ✗' : ''}`,
  );
}
process.exitCode = over > 0 ? 1 : 0;
