// `npm run bench -- <case>… [--runs N] [--peers a,b] [--scenarios a,b] [--quick]`
// Measures our figures beside a limit row and those of peers, and keeps them in bench/results. Times, so not a test.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromiumPath } from '../tools/internal/programs.mjs';
import { judge } from './harness/goals.mjs';
import { interleave } from './harness/interleave.mjs';
import { compareAnswers } from './harness/oracle.mjs';
import { installPeers } from './harness/peers.mjs';
import { scenarioTable } from './harness/table.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const cases = readdirSync(`${folder}cases`).filter((name) => existsSync(`${folder}cases/${name}/case.mjs`));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string' },
    peers: { type: 'string' },
    scenarios: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const wanted = positionals.length === 1 && positionals[0] === 'all' ? cases : positionals;
const unknown = wanted.filter((name) => !cases.includes(name));
if (wanted.length === 0 || unknown.length > 0) {
  console.log(`invalid case: ${unknown.join(', ') || 'none'}, allowed: all, ${cases.join(', ')}`);
  process.exit(1);
}
const runs = Number(values.runs ?? (values.quick ? 1 : 5));
if (!Number.isInteger(runs) || runs < 1) {
  console.log(`invalid --runs: ${values.runs}, allowed: 1 or more`);
  process.exit(1);
}

let wrong = 0;
for (const name of wanted) {
  const { default: bench } = await import(`./cases/${name}/case.mjs`);
  if (bench.peers) installPeers();
  const result = { case: name, about: bench.about, ...environment(), scenarios: [] };
  console.log(`\n## ${name}\n`);
  for (const scenario of bench.scenarios({ quick: values.quick })) {
    if (values.scenarios && !values.scenarios.split(',').some((part) => scenario.name.includes(part)))
      continue;
    const measured = await measure(scenario);
    result.scenarios.push(measured);
    console.log(scenarioTable(measured));
    save(result);
  }
}
process.exitCode = wrong > 0 ? 1 : 0;

async function measure(scenario) {
  const { truth, tolerance = 1e-9, figure, goals = [] } = scenario;
  const rows = scenario.rows.filter((row) => keeps(row, scenario));
  const { rounds, answers, failures } = await (scenario.measure?.(runs) ??
    interleave({ ...scenario, rows }, runs));
  const oracle = truth
    ? compareAnswers(answers, truth, tolerance)
    : { words: scenario.oracle ?? 'none', wrong: [] };
  wrong += oracle.wrong.length;
  return {
    name: scenario.name,
    title: scenario.title,
    note: scenario.note,
    figure,
    unit: scenario.unit,
    limit: scenario.limit,
    ours: scenario.ours,
    columns: scenario.columns ?? [],
    rows,
    rounds,
    failures,
    oracle: oracle.words,
    goals: goals.map((goal) => judge(goal, rounds, figure, oracle.wrong)),
  };
}

/** After each scenario, so that a run that is broken off leaves what it has. A limited run does not replace a full one. */
function save(result) {
  mkdirSync(`${folder}results`, { recursive: true });
  const part = values.scenarios || values.peers || values.quick ? '.part' : '';
  writeFileSync(`${folder}results/${result.case}${part}.json`, `${JSON.stringify(result, undefined, 1)}\n`);
}

/** `--peers` names rows of others; limits and ours are always there to compare with. */
function keeps(row, { ours, rows }) {
  if (values.peers === undefined || ours.includes(row) || row.startsWith('limit')) return true;
  return (
    rows.includes(row) &&
    values.peers.split(',').some((peer) => row.toLowerCase().includes(peer.toLowerCase()))
  );
}

function environment() {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: folder,
    encoding: 'utf8',
  }).trim();
  return {
    date: new Date().toISOString().slice(0, 10),
    commit,
    node: process.versions.node,
    chromium: chromiumVersion(),
    cores: cpus().length,
    load: Number(loadavg()[0].toFixed(1)),
  };
}

function chromiumVersion() {
  const path = chromiumPath();
  if (path === undefined) return undefined;
  const text = execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return /[\d.]{5,}/.exec(text)?.[0];
}
