// `node bench/counts.mjs`: the counts beside their budgets in baselines/counts.json; a goal stands where a budget
// is not there yet. The tests on them are counts.test.mjs.
import { readFileSync } from 'node:fs';
import { measureCounts } from './counts/measure.mjs';
import { digits } from './harness/table.mjs';

const budgets = JSON.parse(readFileSync(new URL('baselines/counts.json', import.meta.url), 'utf8'));
const counts = await measureCounts();
let over = 0;
console.log(line('count', 'found', 'at most', 'goal'));
for (const [name, value] of Object.entries(counts)) {
  const { most, goal } = budgets[name] ?? {};
  const isOver = !(value <= most);
  over += isOver ? 1 : 0;
  console.log(
    `${line(name, digits(value), digits(most), goal === undefined ? '' : digits(goal))}${isOver ? '  ✗' : ''}`,
  );
}
process.exitCode = over > 0 ? 1 : 0;

function line(name, ...cells) {
  return name.padEnd(57) + cells.map((cell) => cell.padStart(10)).join('');
}
