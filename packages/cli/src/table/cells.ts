/** A cell of a table and where it began. */
export interface Cell {
  readonly text: string;
  /** Line of the file, from 1. */
  readonly line: number;
  /** Column of the table, from 0. */
  readonly column: number;
}

/** What may stand between two cells. */
const separators = [',', ';', '\t', '，', '；'] as const;

/**
 * The cells of a CSV file by row (RFC 4180, 2), without empty rows. The separator is the one of comma, semicolon and
 * tab that the first row has most of, or the one that a first line `sep=;` names.
 *
 * @throws {RangeError} if a quote has no end; the message names its line
 */
export function cellsOf(text: string): Cell[][] {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  const named = /^sep=(.)\r?\n/.exec(text.slice(at));
  if (named) {
    at += named[0].length;
    line++;
  }
  const separator = named?.[1] ?? separatorOf(text.slice(at));
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  const endRow = (): void => {
    if (row.some((cell) => cell.text !== '')) rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const start = line;
    let value = '';
    while (text[at] === ' ') at++;
    if (text[at] === '"') {
      for (at++; ; at++) {
        if (at >= text.length)
          throw new RangeError(`line ${start}: a quote without an end, allowed: " at both ends`);
        if (text[at] === '"' && text[at + 1] !== '"') break;
        if (text[at] === '"') at++;
        if (text[at] === '\n') line++;
        value += text[at];
      }
      at++;
    }
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r')
      value += text[at++];
    row.push({ text: value.trim(), line: start, column: row.length });
    if (text[at] === separator) {
      at++;
      if (at < text.length) continue;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    line++;
    endRow();
  }
  return rows;
}

function separatorOf(text: string): string {
  const first = text.slice(0, (text + '\n').search(/\r|\n/)).replace(/"[^"]*"/g, '');
  const counts = separators.map((separator) => first.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))];
}
