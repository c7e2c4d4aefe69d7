import { array, literal, minEntries, optional, pipe, record, string, strictObject, union } from 'valibot';
import type { Draft } from '../draft.js';
import { id, object, word } from '../value-schemas.js';
import {
  elementSource,
  elementSourceAllowed,
  shellAddress,
  shellLeast,
  shellPlaces,
  shellPlacesAllowed,
} from './aas-rules.js';
import { common, whole, written } from './common.js';
import type { ConnectorEntry, ConnectorType } from './connector-type.js';

/** What an entry of the type `aas` says beside id, name and bindings. */
export interface AasEntry {
  /** Reads Asset Administration Shells: nameplates, documents and values. */
  readonly type: 'aas';
  /** Base address of a repository with the API of version 3, e.g. `https://shells.example/api/v3.0`. */
  readonly url?: string;
  /** Base address of a registry; its repositories are asked. */
  readonly registry?: string;
  /** Address of an environment in JSON or of an AASX package. */
  readonly file?: string;
  /** Hosts that a registry and time series may lead to, with their ports, e.g. `shells.example:8081`. Default: its own one. */
  readonly hosts?: readonly string[];
  /** Which equipment a shell is: ids of equipment by id, global asset id or idShort of shells; or one id for all shells. */
  readonly equipment?: string | Readonly<Record<string, string>>;
  /** Milliseconds between two looks at the values, whole, 10 or more. Default 5000. */
  readonly interval?: number;
  /** Milliseconds after which an answer that is not complete is given up, whole, 10 or more. Default 10000. */
  readonly timeout?: number;
  /** idShort of the element beside a value that says when it was measured. Default: values are as old as the answer. */
  readonly time?: string;
}

const equipment = 'id of an equipment, or ids of equipment by shell';

export const aasSchema = strictObject(
  {
    type: literal('aas'),
    ...common,
    url: optional(written(shellAddress)),
    registry: optional(written(shellAddress)),
    file: optional(written(shellAddress)),
    hosts: optional(array(word, 'a list of hosts')),
    equipment: optional(union([id, pipe(record(string(), id), minEntries(1, equipment))], equipment)),
    interval: optional(whole(shellLeast.interval)),
    timeout: optional(whole(shellLeast.timeout)),
    time: optional(word),
  },
  object,
);

export const aasType = {
  schema: aasSchema,
  source: { isAllowed: (from) => elementSource(from) !== undefined, allowed: elementSourceAllowed },
  check: (draft, entry) => isInOnePlace(draft, entry),
} satisfies ConnectorType<typeof aasSchema>;

function isInOnePlace(draft: Draft, entry: ConnectorEntry): boolean {
  const given = shellPlaces.filter(
    (key) => key in entry && (entry as Record<string, unknown>)[key] !== undefined,
  );
  if (given.length === 1) return true;
  // Where the only one was left out because of a mistake, that has been told.
  if (given.length > 0 || !shellPlaces.some((key) => draft.hasLeftOut(entry, key))) {
    draft.report(entry, given[1] ?? 'url', shellPlacesAllowed);
  }
  return false;
}
