import { medians, ratio } from './stats.mjs';

/** A number for a table: three digits that count, `undefined` as a dash. */
export function digits(value) {
  if (value === undefined || value === null) return '–';
  if (typeof value !== 'number') return String(value);
  if (Number.isInteger(value)) return value.toLocaleString('en');
  const size = Math.abs(value);
  if (size >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.01 ? 3 : 5);
}

/**
 * The markdown of a measured scenario: one row per peer, the limit first and ours in bold, then the goals.
 *
 * A ratio whose rounds lie further apart than allowed has `~` before it.
 */
export function scenarioTable({
  title,
  note,
  figure,
  unit,
  limit,
  ours,
  columns,
  rows,
  rounds,
  failures,
  goals,
  oracle,
}) {
  const head = [
    'row',
    unit,
    `× ${limit ?? 'limit'}`,
    `÷ ${ours[0]}`,
    'spread',
    ...columns.map(([name]) => name),
  ];
  const lines = [`### ${title}`, ''];
  if (note) lines.push(note, '');
  lines.push(
    `| ${head.join(' | ')} |`,
    `|---|${head
      .slice(1)
      .map(() => '---:')
      .join('|')}|`,
  );
  for (const row of rows) {
    const name = ours.includes(row) ? `**${row}**` : row;
    if (failures[row]) {
      lines.push(
        `| ${name} | did not finish: ${failures[row].replaceAll('|', '/')} |${' |'.repeat(head.length - 2)}`,
      );
      continue;
    }
    const values = medians(rounds, row);
    const toLimit = limit && ratio(rounds, row, limit, figure);
    const toOurs = ratio(rounds, row, ours[0], figure);
    const cells = [
      name,
      digits(values[figure]),
      ratioText(toLimit),
      ratioText(toOurs),
      digits(toLimit?.spread),
    ];
    lines.push(`| ${[...cells, ...columns.map(([, key]) => digits(values[key]))].join(' | ')} |`);
  }
  lines.push('', `Oracle: ${oracle}. Rounds: ${rounds.length}.`, '');
  for (const { id, rule, value, passed, doubtful } of goals) {
    const mark =
      passed === undefined ? (doubtful ? '~ undecided' : 'not measured') : passed ? '✓ met' : '✗ missed';
    lines.push(`- ${id} \`${rule}\`: ${doubtful ? '~' : ''}${digits(value)} ${mark}`);
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function ratioText(found) {
  return found ? `${found.doubtful ? '~' : ''}${digits(found.median)}` : '–';
}
