/** What `from` of a binding of `opcua-json` names. */
export interface DataSetSource {
  /** Whose data sets: `publisher/writer`, each `+` for any, or a topic filter; empty: anybody's. */
  readonly writer: string;
  /** Name of the field, with the way to a member of its structure; empty: the event as a whole. */
  readonly field: string;
}

/** What is allowed for `from` of a binding of `opcua-json`, in words. */
export const dataSetSourceAllowed = 'publisher/writer#field, with + for any publisher or writer';

/** The words for `profile` of `opcua-json`: whose names are bound without single bindings. */
export const opcuaProfiles = ['machinery'] as const;

/**
 * Reads `from` of a binding of `opcua-json`: what stands before the first `#` is the writer, what stands after it the
 * field. A topic filter as the writer may end with `#` itself. `undefined` without a `#`.
 */
export function dataSetSource(from: string): DataSetSource | undefined {
  let end = from.indexOf('#');
  if (end < 0) return undefined;
  if (from[end + 1] === '#' && (end === 0 || from[end - 1] === '/')) end += 1;
  return { writer: from.slice(0, end), field: from.slice(end + 1) };
}
