/** Matches elements that look like one that was read: the same tag but for its values, and in it nothing but text. */
export interface ElementPattern {
  /** Sticky. Its groups are the values of the attributes and the text. */
  readonly expression: RegExp;
  /** Name of the element without prefix. */
  readonly name: string;
  /** Number of the group of each wanted attribute; `undefined` where the tag has none of that name. */
  readonly groups: readonly (number | undefined)[];
  /** Number of the group of the text. */
  readonly text: number;
}

// Each is compiled once; a source that never writes two tags alike must not grow without end.
const limit = 256;
const known = new Map<string, ElementPattern>();

/** A tag without its values. */
const plainTag = /^<[^\s"'/]+( [^\s"'=]+=")* ?\/?>$/;

/**
 * The pattern of elements with a tag. An engine matches it several times as fast as anything can read the characters
 * one by one. What it matches is well formed, except that references are not looked at: the tag was, values with a line
 * end and text with `]` do not match.
 *
 * @param tag - as it stands in a well-formed document
 * @param attributes - names of those that are wanted
 * @returns `undefined` for a tag that is written in an unusual way
 */
export function elementPattern(tag: string, attributes: readonly string[]): ElementPattern | undefined {
  const skeleton = tag.replace(/"[^"]*"/g, '"');
  let pattern = known.get(skeleton);
  if (pattern || known.size >= limit || !plainTag.test(skeleton)) return pattern;
  const [, inner, end] = /^<(.*?)( ?\/?>)$/.exec(skeleton)!;
  const [qualified, ...names] = inner.replaceAll('="', '').split(' ');
  const inside = names.map((name) => ` ${name}="([^"<\\n]*)"`).join('');
  const rest = end.endsWith('/>') ? '()' : `([^<\\]]*)</${qualified}>`;
  const source = `[ \\n]*<${qualified}${inside}${end}${rest}`;
  const groups = attributes.map((name) => names.indexOf(name) + 1 || undefined);
  pattern = {
    // Of the characters that names consist of only the point means something in an expression.
    expression: new RegExp(source.replaceAll('.', '\\.'), 'y'),
    name: qualified.slice(qualified.indexOf(':') + 1),
    groups,
    text: names.length + 1,
  };
  known.set(skeleton, pattern);
  return pattern;
}

const nextName = /[ \n]*<([^\s/>!?]+)/y;

/** The name with its prefix of the element that begins at a position; `undefined` if something else stands there. */
export function elementNameAt(source: string, position: number): string | undefined {
  nextName.lastIndex = position;
  return nextName.exec(source)?.[1];
}
