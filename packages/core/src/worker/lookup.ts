/** A function that a worker can be given, because it is only a table. */
export interface Lookup<Value> {
  /** The value of a key, e.g. of a product; the other value for a key that is not in the table or not known. */
  (key: string | undefined): Value | undefined;
  readonly table: Readonly<Record<string, Value>>;
  readonly otherwise: Value | undefined;
}

/**
 * Makes a function of a table, for figures that ask for a function: `idealCycle: lookup({ gear: 60_000 }, 45_000)`.
 * It can be called here and can be sent to a worker, where other functions cannot go.
 *
 * @param table - value by key
 * @param otherwise - the value for any other key; default: none
 */
export function lookup<Value>(table: Readonly<Record<string, Value>>, otherwise?: Value): Lookup<Value> {
  const find = (key: string | undefined) =>
    key !== undefined && Object.hasOwn(table, key) ? table[key] : otherwise;
  return Object.assign(find, { table, otherwise });
}
