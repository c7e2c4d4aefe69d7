/** What is named among some values, each once, in the order in which it is first named. */
export function distinct<Value>(values: Iterable<Value | undefined>): Value[] {
  return [...new Set(values)].filter((value) => value !== undefined);
}
