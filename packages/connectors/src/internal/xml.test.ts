import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { XmlError, XmlReader, xmlToken } from './xml.js';

/** Everything a document says, as one line: `<a x=1>text</a>`. */
function read(source: string, ...attributes: string[]): string {
  const reader = new XmlReader(source);
  let all = '';
  for (let token = reader.next(); token !== xmlToken.end; token = reader.next()) {
    if (token === xmlToken.text) all += reader.text;
    else if (token === xmlToken.close) all += `</${reader.name}>`;
    else {
      const values = attributes
        .map((name) => [name, reader.attribute(name)])
        .filter(([, value]) => value !== undefined);
      all += `<${[reader.name, ...values.map(([name, value]) => `${name}=${value}`)].join(' ')}>`;
    }
  }
  return all;
}

suite('XmlReader', () => {
  test('elements, attributes in both quotes and text are read, white space in tags is free', () => {
    assert.equal(read(`<a x = "1"\n y='2"'>one<b/>two</a >`, 'x', 'y'), '<a x=1 y=2">one<b></b>two</a>');
  });

  test('names are local names, attributes keep their prefix', () => {
    assert.equal(read('<m:a xmlns:m="urn:m" m:x="1"><m:b/></m:a>', 'm:x', 'x'), '<a m:x=1><b></b></a>');
  });

  test('the named and the numeric references are replaced, CDATA is taken as it is', () => {
    assert.equal(
      read('<a x="&lt;&#65;&#x4e2d;">&amp;&quot;&apos;&gt;<![CDATA[<&amp;]]></a>', 'x'),
      `<a x=<A中>&"'><&amp;</a>`,
    );
  });

  test('byte order mark, declaration, comments and processing instructions are passed over', () => {
    assert.equal(
      read('\ufeff<?xml version="1.0"?>\n<!-- <x> --><a><?go on?>1<!--c-->2</a>\n<!-- end -->\n'),
      '<a>12</a>',
    );
  });

  test('line ends become one character', () => {
    assert.equal(read('<a>1\r\n2\r3</a>'), '<a>1\n2\n3</a>');
  });

  test('readText() gives what stands directly in an element and goes to its end', () => {
    const reader = new XmlReader('<a>1<b>2<a>3</a></b>4</a>');
    reader.next();
    assert.equal(reader.readText(), '14');
    assert.equal(reader.next(), xmlToken.end);
  });

  const refused: [source: string, what: RegExp][] = [
    ['', /no element \(line 1, column 1\)/],
    ['\n', /no element/],
    ['text', /text outside .*column 1/],
    ['<a>', /ends within <a> \(line 1, column 4\)/],
    ['<a></b>', /end of another element than <a> \(line 1, column 4\)/],
    ['<a></ab>', /another element/],
    ['<a>\n <b>\n</a>', /\(line 3, column 1\)/],
    ['<a/><b/>', /second root/],
    ['<a/>text', /text outside/],
    ['</a>', /end of another element/],
    ['<a x="1" x="2"/>', /x, which was there before \(line 1, column 1\)/],
    ['<a x=1/>', /a tag .* quote/],
    ['<a x/>', /a tag .* "="/],
    ['<a x="1"y="2"/>', /a tag without its end/],
    ['<a>\n<b x="<"/></a>', /a tag .* "<" that is wrong \(line 2, column 1\)/],
    ['<a x="1', /a tag without its end/],
    ['<a', /a tag without its end/],
    ['<1/>', /a tag .* name/],
    ['< a/>', /a tag .* name/],
    ['<a>&nbsp;</a>', /unknown reference &nbsp; \(line 1, column 4\)/],
    ['<a x="&constructor;"/>', /unknown reference/],
    ['<a>& b</a>', /unknown reference/],
    ['<a>&#0;</a>', /unknown reference/],
    ['<a>&#x110000;</a>', /unknown reference/],
    ['<a>]]></a>', /"]]>"/],
    ['<a>\u0001</a>', /forbids \(line 1, column 4\)/],
    ['<a><!-- -- --></a>', /"--" in a comment/],
    ['<a><!-- </a>', /comment without its end/],
    ['<a><![CDATA[</a>', /CDATA section without/],
    ['<![CDATA[x]]><a/>', /refused/],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', /document type .*refused \(line 1, column 1\)/],
    ['<a><!ELEMENT b></a>', /refused/],
  ];
  for (const [source, what] of refused) {
    test(`${JSON.stringify(source.slice(0, 60))} is refused with its place`, () => {
      assert.throws(
        () => read(source),
        (error) =>
          error instanceof XmlError &&
          what.test(error.message) &&
          /\(line \d+, column \d+\)$/.test(error.message),
      );
    });
  }

  test('a document cut off anywhere is refused, never read wrong or for ever', () => {
    const whole = '<?xml version="1.0"?><a x="1"><b y=\'&lt;\'>1&amp;2</b><!-- c --><![CDATA[d]]></a>';
    for (let length = 0; length < whole.length; length++) {
      assert.throws(() => read(whole.slice(0, length)), XmlError, whole.slice(0, length));
    }
    assert.equal(read(whole), '<a><b>1&2</b>d</a>');
  });
});
