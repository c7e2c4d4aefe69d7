/** The cells of CSV text (RFC 4180), line by line; an empty line has one empty cell. */
export function cells(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let position = text.startsWith('\uFEFF') ? 1 : 0;
  while (position <= text.length) {
    let cell = '';
    if (text[position] === '"') {
      let end = position;
      do {
        const next = text.indexOf('"', end + 1);
        cell += text.slice(end + 1, next < 0 ? text.length : next);
        end = next < 0 ? text.length : next + 1;
        if (text[end] === '"') cell += '"';
      } while (text[end] === '"');
      position = end;
    } else {
      const end = position + text.slice(position).search(/[,\r\n]|$/);
      cell = text.slice(position, end);
      position = end;
    }
    line.push(cell);
    if (text[position] === ',') position++;
    else {
      lines.push(line);
      line = [];
      position += text[position] === '\r' && text[position + 1] === '\n' ? 2 : 1;
      if (position >= text.length) break;
    }
  }
  return lines;
}
