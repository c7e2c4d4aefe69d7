import { rowsOf, wronglyKept } from './delivered.mjs';
import { Losses } from './losses.mjs';
import { length } from './oracle.mjs';

/** Compares what a page knows with what was handed over to it, and that with what was sent. */
export function verdict(run) {
  const { begin, end, events, messages, sendings, nodes, known, deaths, speed, counted, heaps } = run;
  const rows = rowsOf(events);
  const problems = known.flatMap((each) =>
    wronglyKept(each, rows, begin, end).map((problem) => `${each.id}: ${problem}`),
  );
  const dead = deaths.reduce((sum, { from, to }) => sum + to - from, 0);
  const lines = [
    `${messages.length} messages, ${deaths.length} deaths of the broker, ${deaths.filter(({ lostDisk }) => lostDisk).length} with its disk, dead ${dead} ms of ${(end - begin) / speed}`,
  ];
  for (const [name, sent] of Object.entries(sendings)) {
    const isOwn = (id) => nodes[name]?.includes(id) ?? id.startsWith(name);
    const own = known.filter(({ id }) => isOwn(id));
    const group = name in nodes ? 'spark' : name;
    const losses = new Losses(
      run,
      rows,
      group,
      sent,
      messages.filter(({ machine }) => isOwn(machine)),
    );
    losses.judge(own);
    problems.push(...losses.problems);
    const unknown = own.reduce(
      (sum, { segments }) => sum + length(segments.filter(({ state }) => state === 'unknown')),
      0,
    );
    lines.push(
      `${name}: ${losses.lost} of ${losses.messages.length} messages lost, unknown ${seconds(unknown)} of ${seconds((end - begin) * own.length)}, wrong before a loss that nobody can notice ${seconds(losses.contradicted)}, states that a broker forgot ${losses.forgotten}`,
    );
  }
  for (const { id, observations, late, refused, refusals } of counted) {
    const such = refusals.map(({ found, allowed }) => `${found} (${allowed})`).join('; ');
    lines.push(
      `${id}: ${observations} observations, ${late} late, ${refused} refused${such && `, such as ${such}`}`,
    );
  }
  const sizes = heaps.map(([share, bytes]) => `${(bytes / 1e6).toFixed(2)} MB at ${100 * share} %`);
  lines.push(`heap after a collection: ${sizes.join(', ')}`);
  return { problems, lines };
}

function seconds(milliseconds) {
  return `${Math.round(milliseconds / 100) / 10} s`;
}
