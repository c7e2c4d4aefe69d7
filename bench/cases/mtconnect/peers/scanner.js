/** The least that can be done: the next tag, the attributes by name, the text up to the next tag. */
export function read(text) {
  const all = [];
  const valueOf = (mark, from, end) => {
    const start = text.indexOf(mark, from);
    if (start < 0 || start > end) return '';
    const value = start + mark.length;
    return text.slice(value, text.indexOf('"', value));
  };
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const sign = text.charCodeAt(at + 1);
    if (sign === 47 || sign === 63) {
      at += 2;
      continue;
    }
    const end = text.indexOf('>', at);
    if (text.startsWith('Position', at + 1)) {
      const next = text.indexOf('<', end);
      const id = valueOf('dataItemId="', at, end);
      const time = valueOf('timestamp="', at, end);
      const sequence = Number(valueOf('sequence="', at, end));
      all.push([id, time, sequence, text.slice(end + 1, next)]);
      at = next;
    } else at = end;
  }
  return all;
}
