// The smallest writer of protocol buffers, to make messages that a library would not: another one than the code under
// test has.

/** A field with a whole number. */
export function whole(field: number, value: number | bigint): number[] {
  return [...digits(field * 8), ...digits(value)];
}

/** A field with a number of 8 bytes. */
export function double(field: number, value: number): number[] {
  return [...digits(field * 8 + 1), ...new Uint8Array(Float64Array.of(value).buffer)];
}

/** A field with a number of 4 bytes. */
export function float(field: number, value: number): number[] {
  return [...digits(field * 8 + 5), ...new Uint8Array(Float32Array.of(value).buffer)];
}

/** A field with a text, with bytes, or with a message made of fields. */
export function part(field: number, ...content: readonly (string | readonly number[])[]): number[] {
  const bytes = content.flatMap((each) =>
    typeof each === 'string' ? [...new TextEncoder().encode(each)] : each,
  );
  return [...digits(field * 8 + 2), ...digits(bytes.length), ...bytes];
}

/** A message made of fields. */
export function message(...fields: readonly (readonly number[])[]): Uint8Array {
  return Uint8Array.from(fields.flat());
}

/** Bytes written in hexadecimal; spaces are left out. */
export function hex(text: string): Uint8Array {
  return Uint8Array.from(text.replaceAll(' ', '').match(/../g) ?? [], (digit) => parseInt(digit, 16));
}

function digits(value: number | bigint): number[] {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return [...bytes, Number(rest)];
}
