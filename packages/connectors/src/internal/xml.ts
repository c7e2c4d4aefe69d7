import { forbiddenCharacter, withoutReferences } from './xml-references.js';

/** What {@link XmlReader.next} found. */
export const xmlToken = { end: 0, open: 1, close: 2, text: 3 } as const;

/** A document that is not well formed. The message ends with the place: `… (line 1, column 1412)`. */
export class XmlError extends SyntaxError {
  override name = 'XmlError';
}

const space = '[ \\t\\n]';
const name = '[A-Za-z_:\\x80-\\uffff][\\w:.\\-\\x80-\\uffff]*';
const value = `"([^"<]*)"|'([^'<]*)'`;
/** A tag that opens an element: its name, all its attributes, and `/` where it closes the element too. */
const openTag = new RegExp(
  `<(${name})((?:${space}+${name}${space}*=${space}*(?:${value.replaceAll('(', '(?:')}))*)${space}*(/?)>`,
  'y',
);
const attribute = new RegExp(`(${name})${space}*=${space}*(?:${value})`, 'g');

/**
 * Reads well-formed XML 1.0 piece by piece and refuses everything else with its line and column. Element names
 * are local names, whatever the prefix. A DOCTYPE is refused, so there are no entities but the five named and the
 * numeric ones. Line ends are `\n`.
 *
 * It exists because a `DOMParser` is absent in Node and a sink under Trusted Types. Strings are cut out of the
 * document only when they are asked for.
 */
export class XmlReader {
  /** Local name of the element that was opened or closed last. */
  name = '';
  /** Number of elements that are open. */
  depth = 0;

  /** The document that is read. */
  readonly source: string;
  /** Whether there is a reference anywhere in the document. */
  readonly hasReferences: boolean;
  readonly #hasCdataEnd: boolean;
  /** Qualified names of the open elements. */
  readonly #open: string[] = [];
  readonly #attributes = new Map<string, string>();
  #at = 0;
  #start = 0;
  #textStart = 0;
  #textEnd = 0;
  #isCdata = false;
  #selfClosing = false;
  #rootSeen = false;
  #line = 0;
  #lineStart = 0;
  #lineEnd = 0;

  /** @throws {XmlError} if a character stands in the document that XML forbids */
  constructor(source: string) {
    this.source = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
    this.hasReferences = source.includes('&');
    this.#hasCdataEnd = source.includes(']]>');
    if (source.charCodeAt(0) === 0xfeff) this.#at = 1;
    const wrong = this.source.search(forbiddenCharacter);
    if (wrong >= 0) this.#fail('a character that XML forbids', wrong);
  }

  /** Where the last piece begins, as `line 3, column 14`. */
  get place(): string {
    return this.placeOf(this.#start);
  }

  /** Where the next piece begins in the document. */
  get position(): number {
    return this.#at;
  }

  /** The tag of the element opened last, as it stands there, while nothing after it was read. */
  get tag(): string {
    return this.source.slice(this.#start, this.#at);
  }

  /**
   * A text of the document with references replaced.
   *
   * @param start - where it stands in the document, for the place of a mistake
   * @throws {XmlError} if a reference is none of the five named or numeric ones
   */
  withoutReferences(text: string, start: number): string {
    if (!this.hasReferences || !text.includes('&')) return text;
    return withoutReferences(text, (found, position) =>
      this.#fail(`an unknown reference ${found}`, start + position),
    );
  }

  /** Goes on from a position further on: for whoever has read whole elements up to there. */
  skipTo(position: number): void {
    this.#at = position;
  }

  /** The last piece of text, references replaced. */
  get text(): string {
    if (this.#isCdata) return this.source.slice(this.#textStart, this.#textEnd);
    return this.#cut(this.#textStart, this.#textEnd);
  }

  /** The value of an attribute of the element opened last; `undefined` if it has none of that name. */
  attribute(name: string): string | undefined {
    return this.#attributes.get(name);
  }

  /** After an element was opened: goes to its end and gives the text that stands directly in it. */
  readText(): string {
    const depth = this.depth;
    let text = '';
    for (let token = this.next(); this.depth >= depth; token = this.next()) {
      if (token === xmlToken.text && this.depth === depth) text += this.text;
    }
    return text;
  }

  /** Goes on to the next piece and says what it is, one of {@link xmlToken}. @throws {XmlError} */
  next(): number {
    if (this.#selfClosing) return this.#closed();
    for (const source = this.source; this.#at < source.length;) {
      const at = (this.#start = this.#at);
      if (source.charCodeAt(at) !== 60) {
        if (this.#readCharacters(at)) return xmlToken.text;
        continue;
      }
      const mark = source.charCodeAt(at + 1);
      if (mark === 47) return this.#readClose(at);
      if (mark !== 33 && mark !== 63) return this.#readOpen(at);
      if (mark === 63) this.#at = this.#endOf('?>', at + 2, 'a processing instruction');
      else if (source.startsWith('<!--', at)) {
        this.#at = this.#endOf('--', at + 4, 'a comment') + 1;
        if (source.charCodeAt(this.#at - 1) !== 62) this.#fail('"--" in a comment', at);
      } else if (source.startsWith('<![CDATA[', at) && this.depth > 0) {
        this.#at = this.#endOf(']]>', at + 9, 'a CDATA section');
        return this.#setText(at + 9, this.#at - 3, true);
      } else this.#fail('a document type or other declaration, which is refused', at);
    }
    if (this.depth > 0) this.#fail(`the document ends within <${this.#open[this.depth - 1]}>`, this.#at);
    if (!this.#rootSeen) this.#fail('there is no element', this.#at);
    return xmlToken.end;
  }

  #readCharacters(at: number): boolean {
    const less = this.source.indexOf('<', at);
    const end = (this.#at = less < 0 ? this.source.length : less);
    const inside = this.depth > 0;
    if (!inside && this.source.slice(at, end).trim()) this.#fail('text outside of the root element', at);
    if (this.hasReferences) this.#cut(at, end);
    if (this.#hasCdataEnd && this.source.slice(at, end).includes(']]>')) this.#fail('"]]>" in text', at);
    this.#setText(at, end, false);
    return inside;
  }

  #readOpen(at: number): number {
    if (this.depth === 0 && this.#rootSeen) this.#fail('a second root element', at);
    openTag.lastIndex = at;
    const found = openTag.exec(this.source);
    if (!found) this.#fail('a tag without its end, or with a name, "=", quote or "<" that is wrong', at);
    const [, name, attributes, slash] = found;
    this.#attributes.clear();
    for (const [, key, inDouble, inSingle] of attributes.matchAll(attribute)) {
      if (this.#attributes.has(key)) this.#fail(`the attribute ${key}, which was there before`, at);
      this.#attributes.set(key, this.withoutReferences(inDouble ?? inSingle, at));
    }
    this.#at = openTag.lastIndex;
    this.#selfClosing = slash !== '';
    this.#rootSeen = true;
    this.#open[this.depth++] = name;
    this.name = localName(name);
    return xmlToken.open;
  }

  #readClose(at: number): number {
    const name = this.#open[this.depth - 1];
    const end = this.source.indexOf('>', at);
    if (this.depth === 0 || end < 0 || this.source.slice(at + 2, end).trimEnd() !== name)
      this.#fail(`the end of another element than <${name ?? ''}>`, at);
    this.#at = end + 1;
    return this.#closed();
  }

  #closed(): number {
    this.#selfClosing = false;
    this.name = localName(this.#open[--this.depth]);
    return xmlToken.close;
  }

  #setText(start: number, end: number, isCdata: boolean): number {
    this.#textStart = start;
    this.#textEnd = end;
    this.#isCdata = isCdata;
    return xmlToken.text;
  }

  #cut(start: number, end: number): string {
    return this.withoutReferences(this.source.slice(start, end), start);
  }

  #endOf(mark: string, from: number, what: string): number {
    const found = this.source.indexOf(mark, from);
    if (found < 0) this.#fail(`${what} without its end`, this.#start);
    return found + mark.length;
  }

  /** A position as `line 3, column 14`. Goes on from where it was asked last, so that ten thousand refusals do not read the document as often. */
  placeOf(position: number): string {
    if (this.#line === 0 || position < this.#lineStart) {
      this.#line = 1;
      this.#lineStart = 0;
      this.#lineEnd = this.#lineEndFrom(0);
    }
    while (this.#lineEnd < position) {
      this.#line += 1;
      this.#lineStart = this.#lineEnd + 1;
      this.#lineEnd = this.#lineEndFrom(this.#lineStart);
    }
    return `line ${this.#line}, column ${position - this.#lineStart + 1}`;
  }

  #lineEndFrom(position: number): number {
    const end = this.source.indexOf('\n', position);
    return end < 0 ? Infinity : end;
  }

  #fail(what: string, position: number): never {
    throw new XmlError(`not well-formed XML: ${what} (${this.placeOf(position)})`);
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
