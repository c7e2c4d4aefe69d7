// `node bench/report.mjs`: writes RESULTS.md from the last full run of each case.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { digits, scenarioTable } from './harness/table.mjs';

const order = ['bundle', 'kpi', 'late-events', 'store', 'timeline', 'series', 'live'];
const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

const results = order
  .map((name) => new URL(`results/${name}.json`, import.meta.url))
  .filter((file) => existsSync(file))
  .map((file) => JSON.parse(readFileSync(file, 'utf8')));
if (results.length === 0) {
  console.log('no results: run `npm run bench -- all` first');
  process.exit(1);
}

const lines = [
  '# Measured',
  '',
  'Written by `node bench/report.mjs` from the last full run of each case (`npm run bench -- <case>`). How it is',
  'measured stands in [README.md](README.md).',
  '',
  `Peers: ${Object.entries(dependencies)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')}.`,
  '',
  '| case | date | commit | Node | Chromium | cores | load at start |',
  '|---|---|---|---|---|---:|---:|',
  ...results.map(({ case: name, date, commit, node, chromium, cores, load }) => {
    return `| ${[name, date, commit, node, chromium ?? '–', cores, load].join(' | ')} |`;
  }),
  '',
  '## Goals',
  '',
  '| goal | case | rule | found | |',
  '|---|---|---|---:|---|',
  ...results.flatMap(({ case: name, scenarios }) =>
    scenarios.flatMap((scenario) => goalLines(name, scenario)),
  ),
];
for (const { case: name, about, scenarios } of results) {
  lines.push('', `## ${name}`, '', about, '');
  lines.push(
    scenarios
      .map((scenario) => scenarioTable(scenario))
      .join('\n')
      .trimEnd(),
  );
}
writeFileSync(new URL('RESULTS.md', import.meta.url), `${lines.join('\n')}\n`);
console.log(`RESULTS.md: ${results.length} cases`);

function goalLines(name, { title, goals }) {
  return goals.map(({ id, rule, value, passed, doubtful }) => {
    const mark =
      passed === undefined ? (doubtful ? '~ undecided' : 'not measured') : passed ? '✓' : '✗ missed';
    return `| ${id} | ${name}: ${title} | ${rule} | ${doubtful ? '~' : ''}${digits(value)} | ${mark} |`;
  });
}
