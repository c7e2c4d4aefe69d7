const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A text as it stands in XML. Characters that XML forbids are left out. */
export function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, (found) => references[found])
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '');
}

/** The attributes of an element, those that are `undefined` left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  let all = '';
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) all += ` ${name}="${escaped(String(value))}"`;
  }
  return all;
}
