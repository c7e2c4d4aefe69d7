import { shown } from './workshop-problem.js';

/** Where a text stops being JSON. */
export interface JsonMistake {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number;
  readonly found: string;
  readonly allowed: string;
  readonly hint?: string;
}

type Expected = 'value' | 'item' | 'key' | 'nextKey' | 'colon' | 'comma' | 'end';

// Strings are matched without a choice to come back to, so that a missing quote costs no more than the text is long.
const string = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*"/;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/;
const tokens = new RegExp(`${string.source}|${number.source}|(?:true|false|null)(?!\\w)|[[\\]{},:]`, 'y');
const blanks = /[ \t\n\r]*/y;

const allowedWords: Readonly<Record<Expected, string>> = {
  value: 'a value',
  item: 'a value or ]',
  key: 'a key in double quotes or }',
  nextKey: 'a key in double quotes',
  colon: ':',
  comma: ', or the end of the list or object',
  end: 'nothing more',
};

/**
 * Finds the first place at which a text is not well-formed JSON (RFC 8259). The messages of `JSON.parse` differ
 * between engines, and some of them do not name the place.
 *
 * @returns `undefined` if the text is well formed
 */
export function findJsonMistake(text: string): JsonMistake | undefined {
  const open: ('[' | '{')[] = [];
  let expected: Expected = 'value';
  let last = '';
  for (let position = 0; ;) {
    blanks.lastIndex = position;
    position += blanks.exec(text)?.[0].length ?? 0;
    tokens.lastIndex = position;
    const token = tokens.exec(text)?.[0] ?? '';
    const next = after(token, expected, open);
    if (position === text.length && expected === 'end') return undefined;
    if (next === undefined)
      return mistakeAt(text, position, allowedWords[expected], hintFor(text, position, last));
    expected = next;
    last = token;
    position += token.length;
  }
}

/** What is expected after a token where another was; `undefined` where the token is none of those. */
function after(token: string, expected: Expected, open: ('[' | '{')[]): Expected | undefined {
  const inner = (): Expected => (open.length === 0 ? 'end' : 'comma');
  switch (expected) {
    case 'value':
    case 'item':
      if (token === '[' || token === '{') {
        open.push(token);
        return token === '[' ? 'item' : 'key';
      }
      if (token === ']' && expected === 'item') {
        open.pop();
        return inner();
      }
      return token === '' || '[]{},:'.includes(token) ? undefined : inner();
    case 'key':
    case 'nextKey':
      if (token === '}' && expected === 'key') {
        open.pop();
        return inner();
      }
      return token.startsWith('"') ? 'colon' : undefined;
    case 'colon':
      return token === ':' ? 'value' : undefined;
    case 'comma':
      if (token === ',') return open[open.length - 1] === '[' ? 'value' : 'nextKey';
      if (token !== (open[open.length - 1] === '[' ? ']' : '}')) return undefined;
      open.pop();
      return inner();
    case 'end':
      return undefined;
  }
}

function mistakeAt(text: string, position: number, allowed: string, hint: string | undefined): JsonMistake {
  const lines = text.slice(0, position).split(/\r\n|\r|\n/);
  const word = /[\p{L}\p{N}_$.+-]+|[^]/uy;
  word.lastIndex = position;
  const found = position < text.length ? shown(word.exec(text)?.[0]) : 'the end of the text';
  const place = { line: lines.length, column: lines[lines.length - 1].length + 1 };
  return { ...place, found, allowed, ...(hint === undefined ? {} : { hint }) };
}

function hintFor(text: string, position: number, last: string): string | undefined {
  if (/^\/[/*]|^#/.test(text.slice(position, position + 2))) return 'JSON has no comments';
  if (last === ',' && /[\]}]/.test(text[position] ?? '')) return 'remove the comma before it';
  if (text[position] === '"')
    return 'this text has no end or a wrong character in it, or a comma is missing before it';
  if (text[position] === "'") return 'texts stand between double quotes';
  return undefined;
}
