/** A whole number that may be too long to be exact as a number. */
const longWhole = /(?<![\d.])\d{16,}(?![\d.eE])/;

/** A text of JSON, or a number. */
const token = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Parses JSON; whole numbers beyond 2^53 become texts, so that no digit is lost: serial numbers, 64-bit counters.
 *
 * @throws {SyntaxError} if it is no JSON
 */
export function exactJson(text: string): unknown {
  const plain = text.replace(/^\ufeff/, '');
  const parsed: unknown = JSON.parse(plain);
  // Only in what is JSON every quotation mark has its other one, and looking for them ends soon.
  if (!longWhole.test(plain)) return parsed;
  return JSON.parse(plain.replace(token, (found) => (isInexact(found) ? `"${found}"` : found)));
}

function isInexact(found: string): boolean {
  return /^-?\d{16,}$/.test(found) && !Number.isSafeInteger(Number(found));
}
