import assert from 'node:assert/strict';
import { test } from 'node:test';
import { multipartBoundary, MultipartError, MultipartParser } from './multipart.js';

const encoder = new TextEncoder();
const contents = [
  '<a>中文</a>',
  '',
  'text with\r\n--cut\r\nContent-length: 3\r\n\r\nabc inside',
  'x'.repeat(5000),
];

function body(newline = '\r\n'): Uint8Array {
  const parts = contents.map((content) => {
    const length = encoder.encode(content).length;
    return `--cut${newline}Content-type: text/xml${newline}Content-length: ${length}${newline}${newline}${content}${newline}`;
  });
  return encoder.encode(`${parts.join('')}--cut--${newline}`);
}

function parse(bytes: Uint8Array, pieceLength: number): { found: string[]; ended: boolean } {
  const parser = new MultipartParser('cut');
  const found: string[] = [];
  for (let at = 0; at < bytes.length; at += pieceLength) {
    parser.push(bytes.subarray(at, at + pieceLength), (content) =>
      found.push(new TextDecoder().decode(content)),
    );
  }
  return { found, ended: parser.ended };
}

test('the parts are the same wherever the pieces are cut, and a boundary within a part is content', () => {
  for (const pieceLength of [1, 2, 3, 7, 64, 1000, 1e6]) {
    assert.deepEqual(
      parse(body(), pieceLength),
      { found: contents, ended: true },
      `pieces of ${pieceLength}`,
    );
  }
});

test('lines may end in a line feed alone', () => {
  assert.deepEqual(parse(body('\n'), 5).found, contents);
});

test('a part of many pieces is copied once', () => {
  const length = 4_000_000;
  const bytes = new Uint8Array(length).fill(120);
  const parser = new MultipartParser('cut');
  let size = 0;
  parser.push(encoder.encode(`--cut\r\nContent-length: ${length}\r\n\r\n`), () => assert.fail());
  const started = performance.now();
  for (let at = 0; at < length; at += 100)
    parser.push(bytes.subarray(at, at + 100), (content) => (size = content.length));
  assert.equal(size, length);
  // Copying what came before with each of the 40,000 pieces would move 80 GB.
  assert.ok(performance.now() - started < 2000);
});

test('what is not the multipart it says it is is refused', () => {
  const push = (text: string): void => new MultipartParser('cut', 1000).push(encoder.encode(text), () => {});
  assert.throws(() => push('--other\r\nContent-length: 1\r\n\r\n'), MultipartError);
  assert.throws(() => push('--cut\r\nContent-type: text/xml\r\n\r\n<a/>'), /Content-length undefined/);
  assert.throws(() => push('--cut\r\nContent-length: 5000\r\n\r\n'), /up to 1000 bytes/);
  assert.throws(() => push('x'.repeat(20_000)), /no end/);
});

test('the boundary is read from both content types, quoted or not', () => {
  assert.equal(multipartBoundary('multipart/mixed;boundary=ab12'), 'ab12');
  assert.equal(multipartBoundary('Multipart/X-Mixed-Replace; charset=utf-8; boundary="a b"'), 'a b');
  assert.equal(multipartBoundary('text/xml'), undefined);
  assert.equal(multipartBoundary(null), undefined);
});
