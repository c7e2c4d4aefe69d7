/** A field with a whole number. */
export function tagged(field: number, value: number | bigint): number[] {
  return [...digits(field * 8), ...digits(value)];
}

/** A field with bytes and their number before them. */
export function lengthed(field: number, bytes: ArrayLike<number>): number[] {
  return [...digits(field * 8 + 2), ...digits(bytes.length), ...Array.from(bytes)];
}

/** A variable integer, without a sign. */
export function digits(value: number | bigint): number[] {
  const bytes: number[] = [];
  let rest = BigInt(value);
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  bytes.push(Number(rest));
  return bytes;
}
