/** The names in a pointer that reach into the prototype of an object; `JSON.stringify` would not write them either. */
const forbidden = ['__proto__'];

/**
 * The JSON object in which a value stands where a pointer says: `/setpoint/power` gives `{ "setpoint": { "power": … } }`.
 *
 * @param pointer - a JSON pointer (RFC 6901) that is not empty
 * @throws {Error} with a sentence for people if nothing can stand there
 */
export function bodyWith(pointer: string, value: number | string): unknown {
  const names = pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (names.some((name) => forbidden.includes(name)))
    throw new Error(`nothing can be asked for at ${pointer}`);
  return names.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
}
